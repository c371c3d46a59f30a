import type { Action } from '../domain/action.ts';
import { storyFactWords } from '../domain/words/story-facts.ts';
import type { Brief, Option } from '../scenario/brief.ts';

export const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  list.find((one) => one.id === id)?.name ?? id;
export const textOf = (options: readonly Option[], id: string): string => options.find((one) => one.id === id)?.text ?? id;

/** A message as it is told afterwards: "Told the checkout lead: impact, next step and time of the next update". */
export function messageDone(action: Extract<Action, { type: 'message' }>, brief: Brief): string {
  const options = brief.questions.flatMap((one) => one.options);
  return storyFactWords.told(
    nameOf(brief.stakeholders, action.to),
    action.blocks,
    action.option === undefined ? null : textOf(options, action.option),
    action.cause === undefined ? null : textOf(brief.causes, action.cause),
  );
}
