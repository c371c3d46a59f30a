import type { LogEntry } from '../domain/action.ts';
import type { Observation, PendingChange } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import { verifyingNow } from './verifying.ts';
import { leftAloneOf } from './left-alone.ts';

export type FootLine = 'verified' | 'checking' | 'pending' | 'left' | 'measured';

/** What the strip under a map says: one line, and the other changes under way behind a button. */
export interface MapFoot {
  readonly line: FootLine | null;
  readonly change: PendingChange | null; // on the line
  readonly others: readonly PendingChange[];
}

/** When the player asked what it costs, until the next thing is done; help and settings are none. */
function measuredAt(log: readonly LogEntry[]): Tick | undefined {
  const last = log.findLast(({ action }) => action.type !== 'hint' && action.type !== 'setting');
  return last?.action.type === 'look-dashboard' && last.action.dashboard === 'business' ? last.tick : undefined;
}

/** The line is what came last: a check and its answer, a change that was asked for, the decision to change nothing, or that a guess of the impact was replaced. Of changes that which can be taken back. */
export function mapFoot(
  { pending, verified, over, impact }: Pick<Observation, 'pending' | 'verified' | 'over' | 'impact'>,
  log: readonly LogEntry[],
): MapFoot {
  const change = pending.findLast(({ canTakeBack }) => canTakeBack) ?? pending.at(-1) ?? null;
  const lines: readonly (readonly [line: FootLine, tick: Tick | undefined])[] = [
    ['left', leftAloneOf(log)?.tick],
    ['measured', impact.replacedEur === null ? undefined : measuredAt(log)],
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
