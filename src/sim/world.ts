import { USUAL_TERMS, type Terms } from '../domain/difficulty.ts';
import { scrapeTicks } from '../domain/time.ts';
import { hashValue } from '../kernel/hash.ts';
import { createSeries } from '../kernel/series.ts';
import { createAlerts } from '../parts/alerts/step.ts';
import { createColleagues } from '../parts/colleagues/step.ts';
import { createStakeholder } from '../parts/stakeholder/step.ts';
import { incidentSteppers } from './incident-charts.ts';
import type { Plant, Setup, World } from './plant.ts';
import type { CoreParts, Ledger } from './state.ts';

/** Running totals that every world keeps, after its plant's own. */
const CORE_TOTALS = ['impactEur', 'trust'];
const totalKeys = new WeakMap<Plant, readonly string[]>();

/** The names of a plant's running totals, in the order in which they are kept. */
export function totalKeysOf(plant: Plant): readonly string[] {
  let keys = totalKeys.get(plant);
  if (keys === undefined) totalKeys.set(plant, (keys = [...plant.totals, ...CORE_TOTALS]));
  return keys;
}

/** A moment of a world, cheap to take. */
export interface Snapshot {
  readonly world: World;
  readonly rows: number; // of the series, at that moment
}

/** A ledger of its own. What is seen never changes, so lists of it are copied, not their entries. */
const copyLedger = (from: Ledger): Ledger => ({
  evidence: [...from.evidence],
  looks: [...from.looks],
  lent: [...from.lent],
  opened: { ...from.opened },
  seenCharts: { ...from.seenCharts },
  alertsSeen: from.alertsSeen,
  changesSeen: from.changesSeen,
  happened: [...from.happened],
  conversation: [...from.conversation],
  asked: [...from.asked],
  page: from.page,
  pageTick: from.pageTick,
  acknowledgedTick: from.acknowledgedTick,
  verifying: from.verifying,
  verified: from.verified,
  causeClaims: from.causeClaims,
  resolvedTick: from.resolvedTick,
  lastChange: from.lastChange === null ? null : { ...from.lastChange },
  preventionsPicked: from.preventionsPicked,
  reviewed: from.reviewed,
  terms: from.terms,
});

const emptyLedger = (terms: Terms): Ledger => copyLedger({
  evidence: [], looks: [], lent: [], opened: {}, seenCharts: {}, alertsSeen: false, changesSeen: null, happened: [], conversation: [], asked: [], page: null,
  pageTick: null, acknowledgedTick: null, verifying: null, verified: null, causeClaims: 0, resolvedTick: null, lastChange: null, preventionsPicked: false, reviewed: false, terms,
}); // prettier-ignore

/** The one place that puts a world together, so that there is one shape of it. @param fixed any world of the same setup */
const worldOf = (
  { setup, catalogue, scrapeTicks, row, ruleColumns }: Pick<World, 'setup' | 'catalogue' | 'scrapeTicks' | 'row' | 'ruleColumns'>,
  {
    state,
    ledger,
    witness,
    series,
    shown,
    totals,
    running,
    rig,
  }: Pick<World, 'state' | 'ledger' | 'witness' | 'series' | 'shown' | 'totals' | 'running' | 'rig'>,
): World => ({ setup, catalogue, scrapeTicks, row, ruleColumns, state, ledger, witness, series, shown, totals, running, rig });

function coreParts(setup: Setup): CoreParts {
  const { incident, stakeholder } = incidentSteppers;
  return {
    alerts: createAlerts(setup.params.alerts),
    stakeholder: createStakeholder(setup.params.stakeholder),
    colleagues: createColleagues(setup.params.colleagues),
    charts: { incident: incident.initial, stakeholder: stakeholder.initial },
  };
}

/** A world at tick 0, healthy. */
export function createWorld(setup: Setup, terms: Terms = USUAL_TERMS): World {
  const { plant } = setup;
  const { tickSeconds, ticks } = setup.scenario.brief;
  const catalogue = plant.catalogue(setup);
  const keys = totalKeysOf(plant);
  const parts = plant.createParts(setup, coreParts(setup));
  const perScrape = scrapeTicks(tickSeconds);
  const scrapes = Math.floor(ticks / perScrape);
  const series = createSeries(catalogue.keys, scrapes);
  return worldOf(
    {
      setup,
      catalogue,
      scrapeTicks: perScrape,
      row: new Float64Array(catalogue.keys.length),
      ruleColumns: setup.params.alerts.rules.map((rule) => (rule.kind === 'burn-rate' ? -1 : catalogue.keys.indexOf(rule.series))),
    },
    {
      state: { tick: 0, inputs: plant.normalInputs(setup), parts, agenda: [] },
      ledger: emptyLedger(terms),
      witness: plant.createWitness(),
      series,
      shown: series,
      totals: createSeries(keys, scrapes),
      running: new Float64Array(keys.length),
      rig: plant.createRig(setup, catalogue, parts),
    },
  );
}

/** Series of a copy's own, cut off where the original stood. */
const cutTo = (world: World, rows: number): Pick<World, 'series' | 'shown' | 'totals'> => {
  const series = world.series.copy(rows);
  return { series, shown: world.shown === world.series ? series : world.shown.copy(rows), totals: world.totals.copy(rows) };
};

function copyWith(world: World, { series, shown, totals }: Pick<World, 'series' | 'shown' | 'totals'>): World {
  const { setup, state, ledger, witness } = world;
  const { plant } = setup;
  return worldOf(world, {
    state: {
      tick: state.tick,
      inputs: { ...state.inputs },
      parts: plant.copyParts(setup, state.parts, coreParts(setup)),
      agenda: state.agenda.map(({ at, entry, action, startedTick }) => ({ at, entry, action, startedTick })),
    },
    ledger: copyLedger(ledger),
    witness: plant.copyWitness(witness),
    series,
    shown,
    totals,
    running: world.running.slice(),
    rig: plant.copyRig(world),
  });
}

/** A copy that no later tick of the original can move. Its series are still the original's, which only grow: `continueFrom` cuts them off. */
export const snapshotWorld = (world: World): Snapshot => ({
  world: copyWith(world, world),
  rows: world.series.length,
});

/** A world of its own that continues where the snapshot was taken; the snapshot can be used again. */
export const continueFrom = ({ world, rows }: Snapshot): World => copyWith(world, cutTo(world, rows));

/** An independent copy of a world as it stands. @param setup to go on with: of the same night, with settings that have not been read yet */
export const copyWorld = (world: World, setup: Setup = world.setup): World =>
  copyWith({ ...world, setup }, cutTo(world, world.series.length));

/** One hash per part of the physical state. */
export function hashParts(world: World): Record<string, string> {
  const { plant } = world.setup;
  const { parts, inputs, agenda } = world.state;
  const hashes: Record<string, string> = { inputs: hashValue({ inputs, agenda, draws: plant.draws(world) }) };
  for (const [part, value] of Object.entries(parts)) hashes[part] = hashValue(plant.hashed(world, part, value));
  return hashes;
}
