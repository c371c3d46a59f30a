import type { LogLine } from '../../domain/evidence.ts';
import { EXTRA } from './columns.ts';
import { extraIn } from './windows.ts';
import type { World } from './world.ts';

/** Lines of one kind that a station writes. */
export interface Family {
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

/** What the software of a release writes in its logs. */
export const FAMILIES: readonly Family[] = [
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
