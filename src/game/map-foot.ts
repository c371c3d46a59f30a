import type { LogEntry } from '../domain/action.ts';
import type { Observation, PendingChange } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import { verifyingNow } from './verifying.ts';
import { leftAloneOf } from './left-alone.ts';

export type FootLine = 'verified' | 'checking' | 'pending' | 'left';

/** What the strip under a map says: one line, and the other changes under way behind a button. */
export interface MapFoot {
  readonly line: FootLine | null;
  readonly change: PendingChange | null; // on the line
  readonly others: readonly PendingChange[];
}

/** The line is what came last: a check and its answer, a change that was asked for, or the decision to change nothing. Of changes that which can be taken back. */
export function mapFoot(
  { pending, verified, over }: Pick<Observation, 'pending' | 'verified' | 'over'>,
  log: readonly LogEntry[],
): MapFoot {
  const change = pending.findLast(({ canTakeBack }) => canTakeBack) ?? pending.at(-1) ?? null;
  const lines: readonly (readonly [line: FootLine, tick: Tick | undefined])[] = [
    ['left', leftAloneOf(log)?.tick],
    ['pending', change?.startedTick],
    ['verified', verified?.tick],
    ['checking', verifyingNow({ verified, over }, log)?.askedTick],
  ];
  const line = lines.reduce<(typeof lines)[number] | null>(
    (last, next) => (next[1] !== undefined && next[1] >= (last?.[1] ?? -Infinity) ? next : last),
    null,
  );
  const shown = line?.[0] === 'pending' ? change : null;
  return { line: line?.[0] ?? null, change: shown, others: pending.filter((each) => each !== shown) };
}
