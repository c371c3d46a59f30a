import { sentences } from '../domain/sentence.ts';
import { updateWords } from '../domain/words/update.ts';
import type { Brief } from '../scenario/brief.ts';

/** An update as it will be sent. @param blocks what they say now @param option id of the proposal @param cause id of the cause that is named */
export function updateText(
  blocks: readonly string[],
  option: string | null,
  cause: string | null,
  { questions, causes }: Pick<Brief, 'questions' | 'causes'>,
): string {
  const proposed = questions.flatMap((question) => question.options).find((each) => each.id === option);
  const named = causes.find((each) => each.id === cause);
  return sentences([
    ...blocks,
    ...(proposed === undefined ? [] : [updateWords.proposal(proposed.text)]),
    ...(named === undefined ? [] : [updateWords.likelyCause(named.text)]),
  ]);
}
