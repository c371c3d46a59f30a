import type { Information } from '../domain/difficulty.ts';
import { binomialQuantile } from '../kernel/binomial.ts';
import { keyedDraw } from '../kernel/streams.ts';
import type { Setup, World } from './plant.ts';
import { stretchAt, type Pattern } from './stretches.ts';

/** What each level of information takes from monitoring. */
export const INFORMATION_COSTS = {
  noisy: {
    sampleShare: 1 / 20, // of the log lines, traces and rows that are kept with all information
    scrapeEvery: 8, // only every so many scrapes reads a figure; between them the last one stands
  },
  missing: { spanMinutes: 12, chance: 0.6, leastShare: 0.3, mostShare: 0.8 } satisfies Pattern, // scrapes of a station get lost
} as const;

const FEWEST = 5; // of a sample

/** How large a sample is that is `size` with all information. */
export const sampled = ({ ledger }: World, size: number): number =>
  ledger.terms.information === 'noisy' ? Math.min(size, Math.max(FEWEST, Math.round(size * INFORMATION_COSTS.noisy.sampleShare))) : size;

/** A count of log lines as it is known: where only a share of them is kept, that share by chance, scaled up. */
export function countedLines({ setup, state, ledger }: World, family: string, count: number): number {
  if (ledger.terms.information !== 'noisy' || count === 0) return count;
  const { sampleShare } = INFORMATION_COSTS.noisy;
  const kept = binomialQuantile(keyedDraw(setup.seed, 'telemetry', `lines ${family}`, state.tick, 0), count, sampleShare);
  return Math.round(kept / sampleShare);
}

/** A column of the series, and whose scrapes bring it; null: it always comes, since a page rests on it. */
type Targets = readonly (string | null)[];

const known = new WeakMap<Setup['scenario'], Map<readonly string[], Targets>>();

/** What is scraped where: a key's first word names its source. The pager's metric, and what pages of the system as it is filed read, always come. */
function targetsOf({ setup, catalogue }: World): Targets {
  const { scenario } = setup;
  let bySystem = known.get(scenario);
  if (bySystem === undefined) known.set(scenario, (bySystem = new Map()));
  let targets = bySystem.get(catalogue.keys);
  if (targets === undefined) {
    const { rules } = scenario.system.parts['alerts'] as Setup['params']['alerts'];
    const kept = new Set([
      scenario.brief.pager.metric,
      ...rules.flatMap((rule) => (rule.kind === 'threshold' && rule.severity === 'page' ? [rule.series] : [])),
    ]);
    targets = catalogue.keys.map((key) => (kept.has(key) ? null : key.slice(0, key.indexOf('.'))));
    bySystem.set(catalogue.keys, targets);
  }
  return targets;
}

/** Whether the scrape of a source gets lost at the present tick. */
const isLost = ({ setup, state }: World, target: string): boolean =>
  stretchAt(setup, 'telemetry', target, INFORMATION_COSTS.missing, state.tick) !== null;

/** Enters the row that has just been scraped into what monitoring has. The world's own series keep all of it. */
export function keepShown(world: World): void {
  const { series, row, ledger, state } = world;
  const { information } = ledger.terms;
  if (world.shown === series) {
    if (information === 'full') return;
    world.shown = series.copy(series.length - 1);
  }
  world.shown.push(state.tick, information === 'full' ? row : asRead(world, information));
}

function asRead(world: World, information: Exclude<Information, 'full'>): Float64Array {
  const { shown, row, state, scrapeTicks } = world;
  const targets = targetsOf(world);
  const read = row.slice();
  if (information === 'noisy') {
    if (shown.length === 0 || (state.tick / scrapeTicks) % INFORMATION_COSTS.noisy.scrapeEvery === 0) return read;
    return read.map((value, i) => (targets[i] === null ? value : shown.cell(i, -1)));
  }
  const lost = new Map<string, boolean>();
  return read.map((value, i) => {
    const target = targets[i]!;
    if (target === null) return value;
    let gone = lost.get(target);
    if (gone === undefined) lost.set(target, (gone = isLost(world, target)));
    return gone ? NaN : value;
  });
}

/** Titles of the metrics among some keys that monitoring has no figure of now, although it had one before or the system has one. */
export const silentAmong = ({ catalogue, series, shown }: World, keys: readonly string[]): readonly string[] =>
  shown === series
    ? []
    : keys
        .filter((key) => Number.isFinite(series.latest(key)) && !Number.isFinite(shown.latest(key)))
        .map((key) => catalogue.byKey.get(key)!.title);
