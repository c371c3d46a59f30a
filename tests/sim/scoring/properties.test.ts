import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepScoring, normalInputs, type Night } from '../../../src/sim/scoring/step.ts';
import type { ScoringParams, ScoringParts } from '../../../src/sim/scoring/world.ts';
import { dispatch } from '../../../src/sim/dispatch.ts';
import { setUp } from '../../../src/sim/setup.ts';
import { stepWorld } from '../../../src/sim/tick.ts';
import { continueFrom, createWorld, hashParts, snapshotWorld } from '../../../src/sim/world.ts';
import { shipped } from '../../scenario/shipped.ts';
import { scoringParams, scoringParts } from '../../support/play-scoring.ts';

const DRILLS = [
  ['silent-schema', 'keys', 200],
  ['prediction-drift-alarm', 'technique', 80],
  ['slow-fade', 'feed', 900],
] as const;

/** Steps a system by itself, with inputs that a test drives. */
function run(params: ScoringParams, inputs: Readonly<Record<string, number>>, hours: number): { parts: ScoringParts; night: Night } {
  const made = scoringParts(params);
  const driven = { ...normalInputs(params), ...inputs };
  for (let tick = 0; tick < hours; tick += 1) stepScoring(made.night, made.parts, tick < 30 ? normalInputs(params) : driven, tick);
  return made;
}

const renamed = (params: ScoringParams, names: Readonly<Record<string, string>>): ScoringParams => {
  let text = JSON.stringify(params);
  for (const [from, to] of Object.entries(names)) text = text.replaceAll(`"${from}"`, `"${to}"`);
  return JSON.parse(text) as ScoringParams;
};

describe('a scoring system', () => {
  it('comes to the same figures whatever its features are called', () => {
    const params = scoringParams('silent-schema', 'types');
    const names = { 'monthly-fee': 'plan', plan: 'usage-trend', 'usage-trend': 'overdue', overdue: 'monthly-fee' };
    const swapped = Object.fromEntries(Object.keys(names).map((from, i) => [from, `feature-${i}`]));
    const fault = { 'pipeline.trainShare': 0.5, 'pipeline.servedShare': 0.4 };
    const [one, other] = [run(params, fault, 200), run(renamed(params, swapped), fault, 200)];
    expect([...other.parts.figures]).toEqual([...one.parts.figures]);
    expect(other.parts.outcomes).toEqual(one.parts.outcomes);
    expect(other.parts.training.candidateAuc).toBe(one.parts.training.candidateAuc);
  });

  it('loses nothing by a broken column of no weight: no AUC, no decision, no euro', () => {
    fc.assert(
      fc.property(fc.constantFrom('scaled', 'filled', 'frozen'), fc.double({ min: 0, max: 1, noNaN: true }), (kind, share) => {
        const flat = scoringParams('prediction-drift-alarm', 'campaign', {
          'population.groups.fraud-old.features.device-risk.mean': 0,
          'population.groups.fraud-new.features.device-risk.mean': 0,
        });
        const broken = {
          ...flat,
          pipeline: { ...flat.pipeline, operator: { ...flat.pipeline.operator, kind, target: 'device-risk', toBin: 4 } },
        } as ScoringParams;
        const [hit, whole] = [share, 0].map((servedShare) => run(broken, { 'pipeline.servedShare': servedShare }, 60).parts);
        expect(hit!.outcomes.decisionsEur).toBeCloseTo(whole!.outcomes.decisionsEur, 3);
        expect(hit!.today.selected).toBeCloseTo(whole!.today.selected, 6);
      }),
      { numRuns: 6 },
    );
  });

  it.each(DRILLS)('%s: the same seed and log give the same bits, and another seed others', (id, variant, ticks) => {
    const hashes = (seed: string): string[] => {
      const world = createWorld(setUp(shipped(id), seed, variant, []));
      const all: string[] = [];
      while (world.state.tick < ticks) {
        stepWorld(world);
        if (world.state.tick % 20 === 0) all.push(JSON.stringify(hashParts(world)));
      }
      return all;
    };
    expect(hashes('7')).toEqual(hashes('7'));
    expect(hashes('7')).not.toEqual(hashes('8'));
  });

  it.each(DRILLS)('%s: a snapshot goes on as the world does, and nothing done to one touches the other', (id, variant, ticks) => {
    const world = createWorld(setUp(shipped(id), '3', variant, []));
    while (world.state.tick < ticks / 2) stepWorld(world);
    const snapshot = snapshotWorld(world);
    const before = JSON.stringify(hashParts(continueFrom(snapshot)));
    const fork = continueFrom(snapshot);
    while (world.state.tick < ticks) stepWorld(world);
    const retrain = dispatch(fork, { type: 'retrain', data: 'all' }, 0);
    expect(retrain.accepted).toBe(true);
    while (fork.state.tick < ticks) stepWorld(fork);
    const again = continueFrom(snapshot);
    expect(JSON.stringify(hashParts(again))).toBe(before);
    while (again.state.tick < ticks) stepWorld(again);
    expect(hashParts(again)).toEqual(hashParts(world));
  });

  it.each(DRILLS)('%s: looking changes nothing, and what a look returns does not depend on others', (id, variant) => {
    const at = shipped(id).brief.ticks > 1000 ? 700 : 60;
    const open = (): ReturnType<typeof createWorld> => {
      const world = createWorld(setUp(shipped(id), '5', variant, []));
      while (world.state.tick < at) stepWorld(world);
      return world;
    };
    const offers = open().setup.plant.offeredLooks(open().setup).filter(({ look }) => open().setup.system.looks[look.type] !== undefined); // prettier-ignore
    expect(offers.length).toBeGreaterThan(4);
    const alone = offers.map(({ look }) => {
      const world = open();
      return JSON.stringify(world.setup.plant.look(world, look));
    });
    const world = open();
    const before = JSON.stringify(hashParts(world));
    const together = [...offers].reverse().map(({ look }) => JSON.stringify(world.setup.plant.look(world, look)));
    expect(together.reverse()).toEqual(alone);
    expect(JSON.stringify(hashParts(world))).toBe(before);
  });

  it.each(DRILLS)(
    '%s: every change on offer can be labelled, previewed and, where it is not refused, made and taken back',
    (id, variant) => {
      const world = createWorld(setUp(shipped(id), '2', variant, []));
      for (let tick = 0; tick < 50; tick += 1) stepWorld(world);
      const { plant, system } = world.setup;
      const offered = plant.offeredChanges(world).filter(({ type }) => system.delays[type] !== undefined);
      expect(offered.length).toBeGreaterThan(5);
      const stations = system.stations.map((station) => station.id);
      for (const change of offered) {
        expect(plant.changeLabel(world, change).length).toBeGreaterThan(3);
        expect(plant.preview(world, change).touches.length).toBeGreaterThan(0);
        expect(stations).toContain(plant.stationOf(world.setup, change));
        const copy = continueFrom(snapshotWorld(world));
        if (plant.refusalOf(copy, change) !== null) continue;
        const undo = plant.undoOf(copy, change);
        const decisions = JSON.stringify(hashParts(copy)['decisions']);
        plant.takeEffect(copy, change);
        if (undo === null) continue;
        plant.takeBack(copy, change, undo);
        expect(JSON.stringify(hashParts(copy)['decisions'])).toBe(decisions);
        expect(copy.state.parts).toMatchObject({
          registry: { champion: (world.state.parts as unknown as ScoringParts).registry.champion },
        });
      }
    },
  );

  it('offers the same changes and looks in every variant of a drill, with the same refusals before anyone has looked', () => {
    for (const [id] of DRILLS) {
      const seen = ['0', '1', '2', '3'].map((_, i) => {
        const variants = {
          'silent-schema': ['units', 'types', 'keys', 'market'],
          'prediction-drift-alarm': ['technique', 'campaign', 'filled', 'config'],
          'slow-fade': ['channel', 'economy', 'feed', 'overrides'],
        };
        const world = createWorld(setUp(shipped(id), '1', variants[id][i]!, []));
        while (world.state.tick < world.setup.truth.pageTick) stepWorld(world);
        const { plant } = world.setup;
        const changes = plant.offeredChanges(world).filter(({ type }) => world.setup.system.delays[type] !== undefined);
        return JSON.stringify([
          changes.map((change) => [change, plant.changeLabel(world, change), plant.preview(world, change), plant.refusalOf(world, change)]),
          plant.offeredLooks(world.setup),
        ]);
      });
      expect(new Set(seen).size).toBe(1);
    }
  });
});
