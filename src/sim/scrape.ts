import { evaluateAlerts } from '../parts/alerts/step.ts';
import { waitInSilence } from '../parts/stakeholder/step.ts';
import { alertViewsAt } from './alert-views.ts';
import { patienceOf } from './complications.ts';
import { keepShown } from './information.ts';
import { refreshCharts } from './looks.ts';
import { nextStakeholder } from './incident-charts.ts';
import { askQuestions } from './people.ts';
import type { World } from './plant.ts';

const IMPACT = 'business.impact_eur'; // every plant shows what it has cost; callings-in belong to it

/** A scrape: money and figures as the plant has them, alerts, gates that act by themselves, people. */
export function scrape(world: World): void {
  const { setup, state, row, running } = world;
  const { plant } = setup;
  const now = state.tick * setup.scenario.brief.tickSeconds;
  const core = running.length - 2;
  running[core] = plant.measure(world, now, row, running) + state.parts.colleagues.paidEur;
  if (state.parts.colleagues.paidEur > 0) row[world.catalogue.keys.indexOf(IMPACT)] = running[core]!;
  running[core + 1] = state.parts.stakeholder.trust;
  world.series.push(state.tick, row);
  keepShown(world);
  world.totals.push(state.tick, running);
  evaluateAlerts(state.parts.alerts, setup.params.alerts, (key, rule) => readingOf(world, key, rule), now);
  witnessAlerts(world);
  if (world.ledger.pageTick === null) page(world, now);
  plant.afterScrape(world, now);
  refreshCharts(world);
  if (world.ledger.pageTick !== null && world.ledger.resolvedTick === null) wait(world, now);
  askQuestions(world);
}

/** What an alert rule reads at this scrape: a figure as monitoring has it, or a running total. NaN where there is neither. */
function readingOf(world: World, key: string, rule: number): number {
  const column = rule < 0 ? -1 : world.ruleColumns[rule]!;
  if (column >= 0) return world.shown === world.series ? world.row[column]! : world.shown.cell(column, -1);
  return world.catalogue.byKey.has(key) ? world.shown.latest(key) : world.setup.plant.runningTotal(world, key);
}

/** Takes note of the alerts that fire. */
function witnessAlerts({ witness, state }: World): void {
  for (const { id, chart } of state.parts.alerts.alerts)
    if (chart === 'firing' && !witness.fired.includes(id)) witness.fired = [...witness.fired, id];
}

/** The first alert of severity "page" that fires opens the incident. */
function page(world: World, now: number): void {
  const { setup, state, ledger } = world;
  const { alerts } = state.parts;
  const { rules } = setup.params.alerts;
  const paging = rules.findIndex((rule, i) => rule.severity === 'page' && alerts.alerts[i]!.chart === 'firing');
  if (paging < 0) return;
  ledger.page = alertViewsAt(world, now)[paging]!;
  ledger.pageTick = state.tick;
  state.parts.stakeholder.lastWordAt = now;
}

/** Those who wait for word lose trust. */
function wait(world: World, now: number): void {
  const { setup, state } = world;
  const { stakeholder } = state.parts;
  const params = patienceOf(world);
  waitInSilence(stakeholder, params, now, world.scrapeTicks * setup.scenario.brief.tickSeconds);
  if (stakeholder.lastWordAt !== null && now - stakeholder.lastWordAt > params.silenceSeconds) nextStakeholder(state, 'WAIT_TOO_LONG');
}
