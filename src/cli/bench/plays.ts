import { policyOf } from '../../policy/policies.ts';
import { playPolicy } from '../../policy/policy.ts';
import { playRecord, type Run } from '../../run/run.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { recordOf } from '../episode.ts';

export const SEED = '7'; // any: what an episode costs hardly depends on it
const SCALE_TO = 16;
const SECONDS_AFTER_PAGE = 120;

/** Who plays the episodes that are timed: nobody, the expert, and someone who scales far out, which costs the most pods. */
export const PLAYS = ['none', 'expert', `scale-${SCALE_TO}`] as const;
export type Play = (typeof PLAYS)[number];

/** One variant played one way. `pageTick` is where its page comes on the bench's seed; `ticks`, where given, cuts its night short. */
export interface Case {
  readonly scenario: string;
  readonly variant: string;
  readonly play: Play;
  readonly pageTick: number;
  readonly ticks?: number;
}

/** Each call plays one whole episode of a case: looks and decisions included, judging not. Nothing is played beforehand. */
export function episodeOf(whole: Scenario, { variant, play, pageTick, ticks }: Case): () => Run {
  const scenario = ticks === undefined ? whole : { ...whole, brief: { ...whole.brief, ticks } };
  if (play === 'none' || play === 'expert') {
    const policy = policyOf(play, scenario, variant);
    return () => playPolicy(scenario, policy, { seed: SEED, variant });
  }
  const tick = Math.min(scenario.brief.ticks, pageTick + Math.ceil(SECONDS_AFTER_PAGE / scenario.brief.tickSeconds));
  const record = recordOf(scenario, [{ tick, action: { type: 'scale', replicas: SCALE_TO } }], SEED, variant);
  return () => playRecord(scenario, record, { checkpoints: false }); // nobody forks it, as nobody forks what a policy plays
}
