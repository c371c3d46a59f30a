import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hashValue } from '../../src/kernel/hash.ts';
import { PART_SPECS } from '../../src/scenario/part-specs.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Settings } from '../../src/scenario/system.ts';
import { openTruth, type Fault } from '../../src/scenario/truth.ts';
import { createRun } from '../../src/run/run.ts';
import { setUp } from '../../src/sim/setup.ts';
import { TOTALS } from '../../src/sim/serving/scrape.ts';
import { shipped } from '../scenario/shipped.ts';
import { aScenario, VARIANTS, withSettings, withTruth } from '../support/a-scenario.ts';
import { playWorld } from '../support/play-world.ts';

const scenarios: readonly Scenario[] = readdirSync(new URL('../../scenarios/', import.meta.url))
  .filter((name) => name.endsWith('.yaml') && name !== 'playbook.yaml')
  .map((name) => shipped(name.replace('.yaml', '')));

const faultsOf = (scenario: Scenario): readonly { readonly variant: string; readonly fault: Fault }[] =>
  openTruth(scenario.sealed).variants.flatMap((variant) => variant.faults.map((fault) => ({ variant: variant.id, fault })));

// "latencyP95Ms" and "latency_p95_ms" are one name.
const plain = (name: string): string => name.replace(/\{.*\}/, '').replace(/[^a-zA-Z0-9]/g, '').toLowerCase(); // prettier-ignore

const aSetup = setUp(aScenario(), '1', 'deploy', []);

/** Every name under which the observation, the catalogue or an export shows a figure, with its part and without. */
const METRIC_NAMES: ReadonlySet<string> = new Set(
  aSetup.plant
    .catalogue(aSetup)
    .metrics.flatMap(({ key, prometheus }) => [key, key.slice(key.indexOf('.') + 1), prometheus.name])
    .concat(TOTALS, ['impact', 'trust', 'p95', 'p95Ms', 'errors', 'errorRate', 'cpu', 'queued'])
    .map(plain),
);
const isMetric = (part: string, input: string): boolean => METRIC_NAMES.has(plain(input)) || METRIC_NAMES.has(plain(`${part}.${input}`));

describe('what faults drive', () => {
  it('are physical inputs that parts declare, in every scenario, and never a metric', () => {
    const driven = [...new Set(scenarios.flatMap((scenario) => faultsOf(scenario).map(({ fault }) => `${fault.part}.${fault.input}`)))];
    const declared = Object.entries(PART_SPECS).flatMap(([part, { faultInputs }]) =>
      Object.keys(faultInputs).map((input) => [part, input] as const),
    );
    console.log(`driven by faults: ${driven.join(', ')}; declared by parts: ${declared.map((name) => name.join('.')).join(', ')}`);
    expect(driven.length).toBeGreaterThanOrEqual(4);
    expect(METRIC_NAMES.size).toBeGreaterThan(50);
    expect(declared.filter(([part, input]) => isMetric(part, input))).toEqual([]);
    for (const name of driven) expect(declared.map((one) => one.join('.'))).toContain(name);
  });

  it('would be caught if one were a metric', () => {
    for (const [part, input] of [
      ['gateway', 'latencyP95Ms'],
      ['model-server', 'cpuShare'],
      ['business', 'unscoredShare'],
      ['business', 'impactEur'],
      ['store', 'fetchP95Ms'],
    ] as const)
      // prettier-ignore
      expect(isMetric(part, input), `${part}.${input}`).toBe(true);
  });

  // Nights in which an input can matter, those that it is driven in first; beside them one with a release out, and with room to scale.
  const room = withSettings(aScenario(), { 'autoscaler.max': 16 });
  const nightsFor = (part: string, input: string): { scenario: Scenario; variant: string; of: string | undefined }[] =>
    [...scenarios.filter(({ brief }) => brief.id !== room.brief.id), room]
      .filter(({ system }) => part in system.parts)
      .flatMap((scenario) =>
        openTruth(scenario.sealed).variants.map(({ id, faults }) => {
          const driven = faults.find((fault) => fault.part === part && fault.input === input);
          return { scenario, variant: id, of: driven?.of, driven: driven !== undefined };
        }),
      )
      .sort((one, other) => Number(other.driven) - Number(one.driven));

  for (const [part, { faultInputs }] of Object.entries(PART_SPECS))
    for (const [input, { low, high }] of Object.entries(faultInputs))
      it(`move the world: ${part}.${input}`, () => {
        const nights = nightsFor(part, input);
        expect(nights.length).toBeGreaterThan(0);
        const moved = nights.some(({ scenario, variant, of }) => {
          const endWith = (value: number): string => {
            const path: Fault = { part, input, of, knots: [[0, value], [60, value]] }; // prettier-ignore
            const set = withTruth(scenario, (truth) => ({
              ...truth,
              variants: truth.variants.map((one) => ({
                ...one,
                faults: [...one.faults.filter((fault) => fault.part !== part || fault.input !== input), path],
              })),
            }));
            const run = createRun(set, { seed: '1', variant, checkpoints: false });
            run.advance(Math.min(scenario.brief.ticks, openTruth(scenario.sealed).pageTick + 200));
            const { own, gauges } = run.monitoring();
            return hashValue([own.map(({ value }) => value), gauges.map(({ value }) => (Number.isFinite(value) ? value : null))]);
          };
          return endWith(low) !== endWith(high);
        });
        expect(moved).toBe(true);
      });
});

const QUIET: Settings = { 'alerts.readNoiseSd': 0 }; // readings without scatter, so that a small difference is one
const TWICE_THE_PODS: Settings = { ...QUIET, 'model-server.pods': 12, 'autoscaler.min': 12, 'autoscaler.max': 12 };
const twiceTheStore = (scenario: Scenario): Settings => ({
  ...QUIET,
  'feature-store.hotPartitionPerSecond':
    2 * (scenario.system.parts['feature-store'] as { hotPartitionPerSecond: number }).hotPartitionPerSecond,
});

/** p95 five minutes after the page would come, ms. */
function p95Of(scenario: Scenario, variant: string, seed: string): number {
  const { pageTick } = openTruth(scenario.sealed);
  const until = pageTick + 300;
  return playWorld(setUp(scenario, seed, variant, []), [], undefined, until).world.series.at('gateway.latency_p95_ms', until);
}

/** The scenario with every fault a share as far from normal as it is. */
function withFaultsAt(scenario: Scenario, share: number): Scenario {
  const setup = setUp(scenario, '1', undefined, []);
  const normal = setup.plant.normalInputs(setup);
  const move = (fault: Fault): Fault => {
    const rest = normal[[fault.part, fault.input, ...(fault.of === undefined ? [] : [fault.of])].join('.')]!;
    return { ...fault, knots: fault.knots.map(([at, value]) => [at, rest + (value - rest) * share] as const) };
  };
  return withTruth(scenario, (truth) => ({ ...truth, variants: truth.variants.map((v) => ({ ...v, faults: v.faults.map(move) })) }));
}

describe('p95 follows its causes', () => {
  const SEEDS = ['1', '2', '3'];

  for (const variant of VARIANTS)
    it(`falls with the fault: ${variant}`, () => {
      const quiet = withSettings(aScenario(), QUIET);
      for (const seed of SEEDS) {
        const [none, half, whole] = [0, 0.5, 1].map((share) => p95Of(withFaultsAt(quiet, share), variant, seed)) as [
          number,
          number,
          number,
        ];
        console.log(
          `${variant}, seed ${seed}: p95 ${none.toFixed(0)} without, ${half.toFixed(0)} at half, ${whole.toFixed(0)} at the whole fault`,
        );
        expect(half).toBeLessThan(0.95 * whole);
        expect(none).toBeLessThan(half + 1);
        expect(none).toBeLessThan(175);
      }
    });

  const MOVES = {
    deploy: { pods: 'lower', store: 'same' },
    'feature-store': { pods: 'not lower', store: 'lower' },
    traffic: { pods: 'lower', store: 'same' },
    upstream: { pods: 'same', store: 'same' },
  } as const;

  for (const variant of VARIANTS)
    it(`follows the pool that it waits for, and no other: ${variant}`, () => {
      for (const seed of SEEDS) {
        const before = p95Of(withSettings(aScenario(), QUIET), variant, seed);
        const after = {
          pods: p95Of(withSettings(aScenario(), TWICE_THE_PODS), variant, seed),
          store: p95Of(withSettings(aScenario(), twiceTheStore(aScenario())), variant, seed),
        };
        console.log(
          `${variant}, seed ${seed}: p95 ${before.toFixed(0)}; twice the pods ${after.pods.toFixed(0)}, twice the store ${after.store.toFixed(0)}`,
        );
        for (const pool of ['pods', 'store'] as const) {
          const moves = MOVES[variant][pool];
          const ratio = after[pool] / before;
          if (moves === 'lower') expect(ratio, pool).toBeLessThan(0.5);
          else if (moves === 'not lower') expect(ratio, pool).toBeGreaterThan(0.995);
          else expect(Math.abs(ratio - 1), pool).toBeLessThan(0.02);
        }
      }
    });
});

// An amber that nobody resolves books a week's delay for a good version too, and copied lists hide a weak tail for as long as they
// last: there it is not the fault that costs.
const OTHERWISE = ['bad-canary worse', 'bad-canary biased', 'bad-canary cold', 'bad-canary abroad', 'gates-green-72h tail'];

describe('what a night costs where nobody acts', () => {
  const nights = scenarios.flatMap((scenario) =>
    openTruth(scenario.sealed).variants.map(({ id, recommended }) => ({ scenario, id, alone: recommended.leaveAlone !== null })),
  );
  for (const { scenario, id, alone } of nights.filter((night) => !OTHERWISE.includes(`${night.scenario.brief.id} ${night.id}`)))
    it(`is less without the fault: ${scenario.brief.id}, ${id}`, () => {
      const [without, withAll] = [0, 1].map((share) =>
        createRun(withFaultsAt(scenario, share), { seed: '1', variant: id, checkpoints: false }).impactEur(),
      ) as [number, number];
      if (alone) expect(without).toBeLessThanOrEqual(withAll + 1);
      else expect(without).toBeLessThan(withAll);
    });
});
