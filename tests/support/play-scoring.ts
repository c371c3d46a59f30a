import type { Change } from '../../src/domain/action.ts';
import { dispatch } from '../../src/sim/dispatch.ts';
import { createScoring } from '../../src/sim/scoring/create.ts';
import { catalogueOf, columnsOf } from '../../src/sim/scoring/catalogue.ts';
import { drawsOf } from '../../src/sim/scoring/figures.ts';
import type { Night } from '../../src/sim/scoring/step.ts';
import { asScoring, type ScoringParams, type ScoringParts, type World } from '../../src/sim/scoring/world.ts';
import { setUp } from '../../src/sim/setup.ts';
import { stepWorld } from '../../src/sim/tick.ts';
import { createWorld } from '../../src/sim/world.ts';
import type { Settings } from '../../src/scenario/system.ts';
import { shipped } from '../scenario/shipped.ts';
import { withSettings } from './a-scenario.ts';

/** One change: so many hours after the page is expected. */
export type Deed = readonly [hoursAfterPage: number, change: Change];

/** A drill whose measured AUCs have no noise, so that tests can read them as expected values. */
export const quiet = { 'training.aucNoiseSd': 0 } satisfies Settings;

export interface PlayedScoring {
  readonly world: World;
  readonly page: number; // tick at which the scenario expects it
  readonly seen: ReadonlyMap<number, ScoringParts['today']>; // by tick
  /** Euro between two ticks. */
  eurBetween(from: number, to: number): number;
}

/** A scoring drill played tick by tick, with some changes. @throws when one of them is refused */
export function playScoring(
  id: string,
  variant: string,
  deeds: readonly Deed[] = [],
  options: { readonly seed?: string; readonly settings?: Settings; readonly preventions?: readonly string[]; readonly until?: number } = {},
): PlayedScoring {
  const scenario = withSettings(shipped(id), options.settings ?? {});
  const world = asScoring(createWorld(setUp(scenario, options.seed ?? '1', variant, options.preventions ?? [])));
  const page = world.setup.truth.pageTick;
  const seen = new Map<number, ScoringParts['today']>();
  const eur: number[] = [0];
  let entry = 0;
  while (world.state.tick < (options.until ?? scenario.brief.ticks)) {
    for (const [hours, change] of deeds)
      if (page + hours === world.state.tick) {
        const outcome = dispatch(world, change, (entry += 1));
        if (!outcome.accepted) throw new Error(`expected ${change.type} to be accepted in ${variant}: ${outcome.reason}`);
      }
    stepWorld(world);
    seen.set(world.state.tick, world.state.parts.today);
    eur[world.state.tick] = world.totals.latest('impactEur');
  }
  return { world, page, seen, eurBetween: (from, to) => eur[to]! - eur[from]! };
}

/** A system's parts by themselves, at the start, to be stepped by a test. */
export function scoringParts(params: ScoringParams, seed = '1'): { readonly parts: ScoringParts; readonly night: Night } {
  const parts = createScoring(params);
  parts.figures = new Float64Array(catalogueOf(params).keys.length).fill(NaN);
  return { parts, night: { params, seed, draws: drawsOf(seed), places: columnsOf(params) } };
}

/** The parameters of a shipped system under a variant, as its schemas have them. */
export const scoringParams = (id: string, variant: string, settings: Settings = {}): ScoringParams =>
  setUp(withSettings(shipped(id), settings), '1', variant, []).params as unknown as ScoringParams;
