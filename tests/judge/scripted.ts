import type { Action } from '../../src/domain/action.ts';
import { playPolicy, type Policy } from '../../src/policy/policy.ts';
import type { RunTrace } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { scoreRun } from '../../src/judge/score.ts';
import type { PartId, ScorePart } from '../../src/judge/score-card.ts';
import { spike } from '../scenario/shipped.ts';

export const SPIKE_DRILL: Scenario = spike();
export const VARIANTS = ['deploy', 'feature-store', 'traffic', 'upstream'] as const;
export type VariantId = (typeof VARIANTS)[number];

/** One act of a script: so many seconds after the page, or as soon as time allows after those before it. */
export type Act = readonly [secondsAfterPage: number, action: Action];

/** A player that does some things as the episode starts, follows a script from the page on, and lets the episode end. */
export const scripted = (acts: readonly Act[], early: readonly Action[] = []): Policy => ({
  id: 'scripted',
  begin: ({ brief }) => {
    let next = 0;
    const first = [...early];
    return ({ observation }) => {
      const before = first.shift();
      if (before !== undefined) return { act: before };
      if (observation.pageTick === null) return { wait: 15 };
      const act = acts[next];
      if (act === undefined) return { wait: brief.ticks };
      const due = observation.pageTick + act[0] / brief.tickSeconds;
      if (observation.tick < due && !observation.over) return { wait: due - observation.tick };
      next += 1;
      return { act: act[1] };
    };
  },
});

export const played = (variant: VariantId, acts: readonly Act[], seed = '1', early: readonly Action[] = []): RunTrace =>
  playPolicy(SPIKE_DRILL, scripted(acts, early), { seed, variant }).trace();

export const partOf = (trace: RunTrace, id: PartId): ScorePart => scoreRun(SPIKE_DRILL, trace).parts.find((part) => part.id === id)!;
export const totalOf = (trace: RunTrace): number => scoreRun(SPIKE_DRILL, trace).total;
/** What the lines of a part took away. */
export const costsOf = (part: ScorePart): number => part.lines.reduce((sum, line) => sum + Math.min(0, line.points), 0);

export const look = (dashboard: Extract<Action, { type: 'look-dashboard' }>['dashboard']): Action => ({
  type: 'look-dashboard',
  dashboard,
});
export const TRACE: Action = { type: 'look-trace', pick: 'slow' };
export const CHANGES: Action = { type: 'look-changes' };
export const tell = (extra: Partial<Extract<Action, { type: 'message' }>> = {}): Action => ({
  type: 'message',
  to: 'checkout-lead',
  blocks: ['users-see', 'impact', 'known', 'next-step', 'next-update'],
  ...extra,
});
