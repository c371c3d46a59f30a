import type { Action, MessageBlock } from '../domain/action.ts';
import { roleInSentence } from '../domain/role-words.ts';
import type { Brief, Option } from '../scenario/brief.ts';

export const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  list.find((one) => one.id === id)?.name ?? id;
export const textOf = (options: readonly Option[], id: string): string => options.find((one) => one.id === id)?.text ?? id;

const BLOCKS: Readonly<Record<MessageBlock, string>> = {
  'users-see': 'what users see',
  impact: 'impact',
  known: 'what is known',
  unknown: 'what is not',
  'next-step': 'next step',
  'next-update': 'time of the next update',
  options: 'options',
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** A message as it is told afterwards: "Told the checkout lead: impact, next step and time of the next update". */
export function messageDone(action: Extract<Action, { type: 'message' }>, brief: Brief): string {
  const option =
    action.option === undefined
      ? ''
      : `; chose “${textOf(
          brief.questions.flatMap((one) => one.options),
          action.option,
        )}”`;
  const cause = action.cause === undefined ? '' : `; named the cause “${textOf(brief.causes, action.cause)}”`;
  return `Told the ${roleInSentence(nameOf(brief.stakeholders, action.to))}: ${listed(action.blocks.map((block) => BLOCKS[block]))}${option}${cause}`;
}
