import type { LogLine, Reading } from '../../domain/evidence.ts';
import { duration } from '../../domain/time.ts';
import { keyedDraw } from '../../kernel/streams.ts';
import type { LookContent } from '../plant.ts';
import { EXTRA } from './columns.ts';
import { extraIn } from './windows.ts';
import { countedLines, sampled } from '../information.ts';
import type { World } from './world.ts';
import { logLook } from '../../domain/words/look-logs.ts';
import { lookTitles } from '../../domain/words/looks.ts';

const WINDOW_SECONDS = 600;
const SAMPLE = 40; // lines shown at most for one family

interface Family {
  readonly slug: string;
  readonly part: string; // of the station that writes it
  readonly level: LogLine['level'];
  readonly count: (world: World, from: number, to: number) => number;
  readonly text: (u: number, v: number) => string;
}

const hex = (u: number): string => Math.floor(u * 0xffffff).toString(16).padStart(6, '0'); // prettier-ignore
const onCandidate = (world: World, from: number, to: number): number => extraIn(world, EXTRA.candidateArrivals, from, to);

/** Copied lists that expired in a window. */
function expiredLists({ rig, state, setup }: World, from: number, to: number): number {
  if (!state.parts.release.listsCopied) return 0;
  const share = (tick: number): number => extraIn({ rig, setup, state } as World, EXTRA.expired, tick - 1, tick);
  return Math.max(0, share(to) - share(from + 1)) * setup.params.release.storedLists;
}

const FAMILIES: readonly Family[] = [
  {
    slug: 'fallback-timeout', part: 'release', level: 'WARN', count: (world, from, to) => extraIn(world, EXTRA.fallbackCandidate, from, to),
    text: (u, v) => `request ${hex(u)}: lookup ran out of time after ${Math.round(70 + 40 * v)} ms, fallback rule decides`,
  },
  {
    slug: 'cache-miss', part: 'release', level: 'INFO', count: (world, from, to) => (onCandidate(world, from, to) * extraIn(world, EXTRA.cold, from, to)) / Math.max(1, to - from),
    text: (u) => `cache miss for key m-${hex(u)}, read from the store`,
  },
  {
    slug: 'list-expired', part: 'release', level: 'INFO', count: expiredLists,
    text: (u) => `stored list of user u-${hex(u)} expired, built anew by the serving version`,
  },
  {
    slug: 'pod-ready', part: 'release', level: 'INFO', count: ({ state, setup }, from, to) => {
      const since = state.parts.release.comparedSince / setup.scenario.brief.tickSeconds;
      return since >= from && since < to ? 1 : 0;
    }, text: () => 'container started: readiness probe passed',
  },
  {
    slug: 'gc-pause', part: 'release', level: 'WARN', count: ({ setup }, from, to) => (setup.herrings.has('gc-warnings') ? (to - from) / 3 : 0),
    text: (u, v) => `GC pause ${Math.round(18 + 28 * u)} ms, heap ${Math.round(58 + 14 * v)} %`,
  },
  {
    slug: 'access', part: 'audience', level: 'INFO', count: (world, from, to) => extraIn(world, EXTRA.arrivals, from, to),
    text: (u, v) => `request ${hex(u)} answered 200 in ${Math.round(40 + 60 * v)} ms`,
  },
]; // prettier-ignore

/** Log lines of a station over the last ten minutes: a sample, with the counts of each family. */
export function lookLogs(world: World, station: string): LookContent | null {
  const { setup, state } = world;
  const at = setup.system.stations.find((one) => one.id === station);
  if (at === undefined) return null;
  const { tickSeconds } = setup.scenario.brief;
  const to = state.tick;
  const from = Math.max(0, to - Math.max(1, Math.round(WINDOW_SECONDS / tickSeconds)));
  const lines: LogLine[] = [];
  const readings: Reading[] = [];
  const most = sampled(world, SAMPLE);
  for (const family of FAMILIES) {
    if (family.part !== at.part) continue;
    const count = countedLines(world, family.slug, Math.max(0, Math.round(family.count(world, from, to))));
    readings.push({ key: `logs.${family.slug}.count`, label: logLook.lines(family.slug), value: count, unit: 'count' });
    for (let i = 0; i < Math.min(most, count); i += 1) {
      const draw = (k: number): number => keyedDraw(setup.seed, 'logs', family.slug, to, i * 4 + k);
      lines.push({ tick: from + Math.floor(draw(0) * (to - from)), level: family.level, station, text: family.text(draw(2), draw(3)) });
    }
  }
  lines.sort((a, b) => a.tick - b.tick);
  return {
    title: lookTitles.logs(at.name),
    readings,
    body: {
      kind: 'logs',
      lines,
      sampled: logLook.sample(most, duration((to - from) * tickSeconds)),
    },
  };
}
