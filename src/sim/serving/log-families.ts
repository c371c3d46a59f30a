import type { LogLine } from '../../domain/evidence.ts';
import type { World } from './world.ts';

/** Lines of one kind that a station writes. */
export interface Family {
  readonly slug: string;
  readonly station: string;
  readonly level: LogLine['level'];
  readonly count: (world: World, from: number, to: number) => number; // lines written in a window
  readonly text: (u: number, v: number) => string;
}

const total = (world: World, key: Parameters<World['totals']['column']>[0], from: number, to: number): number => {
  const after = world.totals.at(key, to);
  const before = world.totals.at(key, from);
  return Number.isFinite(after) ? after - (Number.isFinite(before) ? before : 0) : 0;
};

const ms = (low: number, high: number, u: number): string => `${Math.round(low + (high - low) * u)} ms`;
const hex = (u: number): string => Math.floor(u * 0xffffff).toString(16).padStart(6, '0'); // prettier-ignore

/** What the software of a serving path writes in its logs. */
export const FAMILIES: readonly Family[] = [
  {
    slug: 'upstream-timeout', station: 'fraud-api', level: 'WARN', count: (world, from, to) => total(world, 'outboundTimeouts', from, to),
    text: (u, v) => `merchant-risk lookup for merchant m-${hex(u)} timed out, attempt ${1 + Math.floor(v * 3)}; scoring goes on`,
  },
  {
    slug: 'store-pool-wait', station: 'fraud-api', level: 'WARN', count: (world, from, to) => total(world, 'poolWaits', from, to) / 10,
    text: (u, v) => `features.get waited ${ms(300, 900, u)} for a connection, key card:${hex(v)}, partition p17`,
  },
  {
    slug: 'store-refused', station: 'fraud-api', level: 'ERROR', count: (world, from, to) => total(world, 'storeRefused', from, to),
    text: (u) => `features.get refused: connection pool and its waiters are full, key card:${hex(u)}`,
  },
  {
    slug: 'queue-deadline', station: 'fraud-api', level: 'ERROR', count: (world, from, to) => total(world, 'shedDeadline', from, to),
    text: (u) => `503: request ${hex(u)} waited longer than the queue deadline for a worker`,
  },
  {
    slug: 'gc-pause', station: 'fraud-api', level: 'WARN', count: (world, from, to) => (world.setup.herrings.has('gc-warnings') ? (to - from) / 9 : 0),
    text: (u, v) => `GC pause ${ms(18, 46, u)}, heap ${Math.round(58 + 14 * v)} %`,
  },
  {
    slug: 'replica-restart', station: 'fraud-api', level: 'INFO', count: (world, from, to) => restarts(world, from, to),
    text: () => 'container started: readiness probe passed, feature snapshot preloaded',
  },
  {
    slug: 'access', station: 'gateway', level: 'INFO', count: (_world, from, to) => (to - from) * 2,
    text: (u, v) => `POST /score 200 merchant m-${hex(u)} pod ${Math.floor(v * 6)}`,
  },
  {
    slug: 'lookup', station: 'merchant-risk', level: 'INFO', count: (_world, from, to) => (to - from) * 2,
    text: (u) => `lookup m-${hex(u)} accepted`,
  },
  {
    slug: 'compaction', station: 'feature-store', level: 'INFO', count: (_world, from, to) => (to - from) / 240,
    text: (u) => `compaction of segment ${hex(u)} finished`,
  },
  {
    slug: 'partition-load', station: 'feature-store', level: 'WARN', count: (world, from, to) => (world.state.parts.serving.store.delaySeconds > 0.1 ? (to - from) / 20 : 0),
    text: (u) => `partition p17: read queue above its mark, ${Math.round(80 + 320 * u)} reads pending`,
  },
]; // prettier-ignore

function restarts(world: World, from: number, to: number): number {
  const tickSeconds = world.setup.scenario.brief.tickSeconds;
  let pods = 0;
  for (const group of world.state.parts.serving.groups)
    if (group.phase === 'serving' && group.readyAt >= from * tickSeconds && group.readyAt < to * tickSeconds) pods += group.count;
  return pods;
}
