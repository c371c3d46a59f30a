import { openCase } from '../../judge/case-file.ts';
import { judgeEvidence } from '../../judge/evidence-first.ts';
import { nightCost } from '../../judge/night-cost.ts';
import { scoreRun } from '../../judge/score.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { BARS } from '../bars.ts';
import type { Night } from '../outcome.ts';
import { mean } from '../row.ts';
import type { FixedList } from './fixed-list.ts';
import { ListNight } from './list-night.ts';

/** The mean score of a list over some nights: what learning it by heart is worth. */
export function meanScore(scenario: Scenario, nights: readonly Night[]): (list: FixedList) => number {
  const played = nights.map((night) => new ListNight(scenario, night));
  return (list) => mean(played.map((night) => scoreRun(scenario, night.play(list)).total));
}

/**
 * How cheap a list makes one night, among lists whose changes rest on what they have seen. One that only guesses is worth less than
 * any of those, and the more the nearer it comes.
 * @returns of an eligible list 10 + the share of the cost of doing nothing that it saves
 */
export function cheapness(scenario: Scenario, night: Night): (list: FixedList) => number {
  const played = new ListNight(scenario, night);
  const nothingEur = nightCost(scenario, 'none', night);
  return (list) => {
    const trace = played.play(list);
    const evidence = judgeEvidence(openCase(scenario, trace)).got;
    const saved = nothingEur > 0 ? 1 - trace.impactEur / nothingEur : 0;
    return saved + (evidence >= BARS.solvable.evidenceAtLeast ? 10 : evidence / BARS.solvable.evidenceAtLeast);
  };
}
