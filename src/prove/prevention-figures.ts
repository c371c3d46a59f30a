import { rerun } from '../judge/prevention.ts';
import { planOf } from '../policy/expert.ts';
import { opened, untilScrape } from '../policy/habits.ts';
import { playPolicy, type Policy } from '../policy/policy.ts';
import { respond } from '../policy/response.ts';
import { playRecord, type RunTrace } from '../run/run.ts';
import { matchesLook } from '../scenario/patterns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';
import type { Effect } from '../scenario/words.ts';
import type { Night } from './outcome.ts';

/** What a prevention does to one night, by re-run alone. */
export interface PreventionFigure {
  readonly id: string;
  readonly stated: Effect | 'none';
  readonly change: number; // of the impact, as a share of it: below 0 is better
  readonly ownCostEur: number; // what it costs to run; only where nothing is stated
  readonly restEur: number; // what else it changed, either way; only where nothing is stated
}

/**
 * Opens every look that can show what the recommended mitigation needs, then makes it, and the fix: so that a prevention which only
 * makes one of those looks quicker is felt.
 */
function thorough(scenario: Scenario, variant: string): Policy {
  const plan = planOf(scenario, variant);
  const needed = new Set([...plan.mitigate.flatMap(({ needs, when }) => [...needs, ...when]), ...(plan.leaveAlone?.needs ?? [])]);
  const tells = openTruth(scenario.sealed).tells.filter(({ id }) => needed.has(id));
  return {
    id: 'thorough',
    begin: () => {
      const response = respond(plan);
      let acknowledged = false;
      return (view) => {
        const { observation, menu, brief } = view;
        if (observation.over || observation.tick >= brief.ticks) return { wait: brief.ticks };
        if (observation.pageTick === null) return untilScrape(view);
        if (!acknowledged) {
          acknowledged = true;
          return { act: { type: 'acknowledge' } };
        }
        const owed = menu.looks.find(
          ({ look, refusal }) => refusal === null && !opened(observation, look) && tells.some((tell) => matchesLook(tell.look, look)),
        );
        return owed === undefined ? (response.next(view) ?? untilScrape(view)) : { act: owed.look };
      };
    },
  };
}

/** Running costs, where a system has any that a prevention can raise. */
const costEur = (trace: RunTrace): number => {
  const eur = trace.total('costEur', trace.endTick);
  return Number.isFinite(eur) ? eur : 0;
};

/** What each prevention of the scenario does to one night. */
export function preventionsOnNight(scenario: Scenario, night: Night): readonly PreventionFigure[] {
  const effects = openTruth(scenario.sealed).variants.find(({ id }) => id === night.variant)!.preventionEffects;
  const trace = playPolicy(scenario, thorough(scenario, night.variant), night).trace();
  const { record, impactEur } = trace;
  return scenario.brief.preventions.map(({ id }): PreventionFigure => {
    const stated = effects[id] ?? 'none';
    if (stated !== 'none') {
      const after = rerun(scenario, record, [id]).impactAfterEur;
      return { id, stated, change: impactEur > 0 ? after / impactEur - 1 : 0, ownCostEur: 0, restEur: 0 };
    }
    const again = playRecord(scenario, { ...record, preventions: [...record.preventions, id] }, { checkpoints: false }).trace();
    const own = costEur(again) - costEur(trace);
    const rest = Math.abs(again.impactEur - impactEur - own);
    return { id, stated, change: impactEur > 0 ? again.impactEur / impactEur - 1 : 0, ownCostEur: own, restEur: rest };
  });
}
