import type { Evidence } from './evidence.ts';
import { lookedByWords } from './words/looked-by.ts';

type Look = Pick<Evidence, 'title' | 'by'>;
export type Colleagues = readonly { readonly id: string; readonly name: string }[];

/** The role of the colleague whose look it was, as it stands by itself: "Feature platform on call"; null where it was the player's own. */
export const lookedBy = ({ by }: Pick<Evidence, 'by'>, colleagues: Colleagues): string | null =>
  by === undefined ? null : (colleagues.find(({ id }) => id === by)?.name ?? by);

/** The title of a look, and whose it was where a colleague made it: "Logs of Feature store, by the feature platform". */
export function lookTitle(look: Look, colleagues: Colleagues): string {
  const role = lookedBy(look, colleagues);
  return role === null ? look.title : lookedByWords.title(look.title, role);
}

/** The same where it stands in a sentence or among others: "Logs of Feature store (by the feature platform)". */
export function lookInSentence(look: Look, colleagues: Colleagues): string {
  const role = lookedBy(look, colleagues);
  return role === null ? look.title : lookedByWords.inSentence(look.title, role);
}
