import type { LogEntry } from '../domain/action.ts';
import type { StakeholderLine } from '../domain/observation.ts';

export interface Thread {
  readonly earlier: readonly StakeholderLine[];
  readonly latest: readonly StakeholderLine[]; // oldest first, like all of it
}

const KEPT = 4; // lines that stand open

/** Whether a line of someone else has had word from the player since. */
export const isAnswered = (line: StakeholderLine, log: readonly LogEntry[]): boolean =>
  log.some(({ tick, action }) => action.type === 'message' && tick >= line.tick && action.to === line.from);

/** What was said by everybody, the player too, newest last. A question that waits is never among what was earlier, nor what came after it. */
export function threadOf(conversation: readonly StakeholderLine[], log: readonly LogEntry[]): Thread {
  const waiting = conversation.findIndex((line) => line.from !== 'you' && line.options.length > 0 && !isAnswered(line, log));
  const start = Math.max(0, conversation.length - KEPT);
  const cut = waiting < 0 ? start : Math.min(start, waiting);
  return { earlier: conversation.slice(0, cut), latest: conversation.slice(cut) };
}

/** The first sentence of a text, and the rest; a point within a figure ends none. */
export function firstSentence(text: string): { readonly first: string; readonly rest: string } {
  const end = /[.?!]\s+/.exec(text);
  if (end === null) return { first: text, rest: '' };
  return { first: text.slice(0, end.index + 1), rest: text.slice(end.index + end[0].length) };
}
