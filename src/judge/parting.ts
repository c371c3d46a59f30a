import type { LogEntry } from '../domain/action.ts';
import type { Tick } from '../domain/time.ts';
import { hashValue } from '../kernel/hash.ts';
import { termsAtStart, type RunRecord } from '../run/record.ts';
import { both, type Pair } from './pair.ts';

/** The first place at which two logs differ. */
export interface Parting {
  readonly index: number; // of the entry, from 0
  readonly tick: Tick; // of the earlier of the two: up to here both did the same
  readonly acts: Pair<LogEntry | null>; // null: this log has ended
  readonly ended: keyof Pair<unknown> | null; // the log that is the beginning of the other
}

/** One decision, with its fields in no order: two logs that were written apart may order them differently. */
const sameAct = (a: LogEntry, b: LogEntry): boolean =>
  a.tick === b.tick && a.action.type === b.action.type && hashValue(a.action) === hashValue(b.action);

/** Where two logs part; null where they are equal. One that goes on where the other has ended parts there too. */
export function partingOf(logs: Pair<readonly LogEntry[]>): Parting | null {
  for (let index = 0; ; index += 1) {
    const acts = both(logs, (log) => log[index] ?? null);
    const { first, second } = acts;
    if (first === null && second === null) return null;
    if (first === null || second === null)
      return { index, tick: (first ?? second)!.tick, acts, ended: first === null ? 'first' : 'second' };
    if (!sameAct(first, second)) return { index, tick: Math.min(first.tick, second.tick), acts, ended: null };
  }
}

/** What else than the log decides a run, or how it is read again. */
export const CONDITIONS = ['seed', 'variant', 'preventions', 'complications', 'settings', 'scenario version', 'engine'] as const;
export type Condition = (typeof CONDITIONS)[number];

interface Played {
  readonly record: RunRecord; // as it was kept
  readonly variant: string; // also where the seed picked it
}

/** In which conditions two runs of one scenario differ; empty: the same night, played on the same program. */
export function conditionsApart({ first, second }: Pair<Played>): readonly Condition[] {
  const given = ({ record, variant }: Played): Readonly<Record<Condition, unknown>> => ({
    seed: record.seed,
    variant,
    preventions: record.preventions,
    complications: termsAtStart(record).complications,
    settings: { ...record.settings, complications: undefined },
    'scenario version': record.contentHash,
    engine: record.engine,
  });
  const [a, b] = [given(first), given(second)];
  return CONDITIONS.filter((name) => hashValue(a[name]) !== hashValue(b[name]));
}

/** Those conditions under which other things happen by themselves, so that nights differ before anyone acts. */
export const makesAnotherNight = (condition: Condition): boolean =>
  condition === 'seed' || condition === 'variant' || condition === 'preventions' || condition === 'complications';
