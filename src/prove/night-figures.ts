import { scoreRun } from '../judge/score.ts';
import { expertFor } from '../policy/expert.ts';
import { investigator } from '../policy/investigator.ts';
import { none } from '../policy/none.ts';
import { ONE_TRICKS, oneTrick } from '../policy/one-trick.ts';
import { playPolicy, playTogether, type Policy } from '../policy/policy.ts';
import { random } from '../policy/random.ts';
import { runbook } from '../policy/runbook.ts';
import type { RunTrace } from '../run/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';
import { blinded } from './blinded.ts';
import { isIdentified, type Night } from './outcome.ts';
import { believer } from './players/believer.ts';
import { silent } from './players/silent.ts';
import { withoutLooks } from './players/without-looks.ts';
import { preventionsOnNight, type PreventionFigure } from './prevention-figures.ts';

/** What one player came to on one night. */
export interface Played {
  readonly score: number;
  readonly impactEur: number;
}

/** What every player that a claim speaks of came to on one night. Plain data. */
export interface NightFigures {
  readonly variant: string;
  readonly seed: string;
  readonly played: Readonly<Record<string, Played>>; // by player: a policy's id, "silent", "expert without looks", "as <variant>"
  readonly named: boolean; // by the investigator: the right cause
  readonly sameBlind: boolean; // its log where all that it must not need is taken out
  readonly preventions: readonly PreventionFigure[];
}

export const WITHOUT_LOOKS = 'expert without looks';

function playersOf(scenario: Scenario, variant: string): readonly Policy[] {
  const siblings = openTruth(scenario.sealed).variants.filter(({ id }) => id !== variant);
  return [
    none,
    random,
    ...ONE_TRICKS.map(oneTrick),
    runbook,
    investigator,
    expertFor(scenario, variant),
    silent,
    ...siblings.map(({ id }) => believer(scenario, id)),
  ];
}

/** Whether the investigator plays the same log on a copy that lacks all that it must not need. */
function playsBlind(scenario: Scenario, { seed, variant }: Night, trace: RunTrace): boolean {
  const copy = blinded(scenario);
  const again = playPolicy(copy.scenario, investigator, { seed, variant: copy.nameOf[variant]! });
  return JSON.stringify(again.record().log) === JSON.stringify(trace.record.log);
}

/** Plays one night with everyone that a claim speaks of. @throws for a variant that there is not */
export function figuresOfNight(scenario: Scenario, night: Night): NightFigures {
  const policies = playersOf(scenario, night.variant);
  const runs = playTogether(scenario, policies, night);
  const traces = new Map(policies.map(({ id }, i) => [id, runs[i]!.trace()]));
  const expert = traces.get('expert')!;
  traces.set(WITHOUT_LOOKS, withoutLooks(scenario, expert));
  const seen = traces.get('investigator')!;
  return {
    variant: night.variant,
    seed: night.seed,
    played: Object.fromEntries(
      [...traces].map(([id, trace]) => [id, { score: scoreRun(scenario, trace).total, impactEur: trace.impactEur }]),
    ),
    named: isIdentified(scenario, seen),
    sameBlind: playsBlind(scenario, night, seen),
    preventions: preventionsOnNight(scenario, night),
  };
}
