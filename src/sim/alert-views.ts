import type { AlertView } from '../domain/evidence.ts';
import type { Unit } from '../domain/metric.ts';
import { alertViews } from '../parts/alerts/step.ts';
import type { World } from './plant.ts';

const OWN: ReadonlySet<Unit> = new Set(['yesNo', 'spreads']); // that a rule has no word for

/** The alerts as a player may read them, with the units of what they watch. */
export function alertViewsAt({ setup, state, catalogue }: World, nowSeconds: number): AlertView[] {
  const { alerts } = setup.params;
  return alertViews(state.parts.alerts, alerts, nowSeconds, setup.scenario.brief.tickSeconds).map((view, i) => {
    const rule = alerts.rules[i]!;
    const unit = rule.kind === 'threshold' ? catalogue.byKey.get(rule.series)?.unit : undefined;
    return unit !== undefined && OWN.has(unit) ? { ...view, unit } : view;
  });
}
