import type { Evidence } from '../../src/domain/evidence.ts';
import { createRun, type Run } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { shipped } from '../scenario/shipped.ts';

export const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'] as const;

/** A drill that has paged (or, with a fault planted that may be too mild for it, has gone on for a while), with every look of its menu made once; dashboards stay live from there. */
export function lookedAtAll(drill: string | Scenario, seed: string, variant?: string): Run {
  const run = createRun(typeof drill === 'string' ? shipped(drill) : drill, { seed, variant, checkpoints: false });
  const latest = run.onsetTick + 80;
  while (run.pageTick === null && !run.ended && (typeof drill === 'string' || run.tick < latest)) run.advance(run.tick + 1);
  run.dispatch({ type: 'acknowledge' });
  for (const offer of run.menu().looks) {
    if (offer.refusal !== null || run.over) continue;
    run.dispatch(offer.look);
    run.advance(Math.min(run.scenario.brief.ticks, run.busyUntil()));
  }
  return run;
}

export const evidenceOf = (run: Run): readonly Evidence[] => run.observe().evidence;
