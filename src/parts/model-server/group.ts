import { ONE, ZERO } from '../../kernel/zero.ts';
import { clearCells, createCells, mergeCells, type Cells } from './cells.ts';
import type { ModelServerParams, VersionParams } from './params.ts';

/** Pods of one version that are alike enough to be one number each: backlog, warmth, cache. */
export interface PodGroup {
  version: string;
  count: number;
  phase: 'booting' | 'serving' | 'draining';
  readyAt: number; // s
  bornAt: number; // s
  coldExcess: number; // extra CPU time as a multiple, decays after boot
  cacheGap: number; // missing share of the local cache's hit rate, 1 = empty
  snapshotUntil: number; // s, end of life of the preloaded feature snapshot
  keepsCache: boolean; // restarts on its node, where its local cache lies
  cells: Cells;
  busyCores: number; // cores in use per pod in the last step
  busyWorkers: number;
  capacity: number; // requests/s per pod in the last step
  rho: number; // load over capacity, low-passed: what the stationary wait follows
}

export function createGroup(version: string, count: number, phase: 'booting' | 'serving', now: number, readyAt: number): PodGroup {
  return {
    version,
    count,
    phase,
    readyAt: readyAt + ZERO,
    bornAt: now + ZERO,
    coldExcess: ZERO,
    cacheGap: phase === 'serving' ? ZERO : ONE,
    snapshotUntil: -ONE,
    keepsCache: false,
    cells: createCells(),
    busyCores: ZERO,
    busyWorkers: ZERO,
    capacity: ZERO,
    rho: ZERO,
  };
}

export function becomeReady(group: PodGroup, params: ModelServerParams, now: number, snapshotSeconds: number): void {
  group.phase = 'serving';
  group.coldExcess = (params.coldCpuFactor - 1) * (group.keepsCache ? 0.35 : 1); // on its node the image and its pages are still warm
  group.cacheGap = group.keepsCache ? 0 : 1;
  group.snapshotUntil = snapshotSeconds > 0 && !group.keepsCache ? now + snapshotSeconds : -1;
  clearCells(group.cells);
}

const alike = (a: PodGroup, b: PodGroup, now: number): boolean => {
  if (a.phase !== 'serving' || b.phase !== 'serving' || a.version !== b.version) return false;
  const gap = a.cacheGap - b.cacheGap;
  const cold = a.coldExcess - b.coldExcess;
  const waiting = a.cells.total - b.cells.total;
  const snapshots = (a.snapshotUntil > now ? a.snapshotUntil : -1) - (b.snapshotUntil > now ? b.snapshotUntil : -1);
  return gap < 0.02 && gap > -0.02 && cold < 0.01 && cold > -0.01 && snapshots < 5 && snapshots > -5 && waiting < 3 && waiting > -3;
};

/** Merges serving pods that no longer differ; booting and draining ones stay apart. Keeps requests exactly. */
export function mergeAlike(groups: PodGroup[], now: number): void {
  for (let i = 0; i < groups.length; i++) {
    const a = groups[i]!;
    for (let j = groups.length - 1; j > i; j--) {
      const b = groups[j]!;
      if (!alike(a, b, now)) continue;
      const wa = a.count / (a.count + b.count);
      const wb = 1 - wa;
      if (a.cells.count > 0 || b.cells.count > 0) mergeCells(a.cells, a.count, b.cells, b.count);
      a.coldExcess = wa * a.coldExcess + wb * b.coldExcess;
      a.cacheGap = wa * a.cacheGap + wb * b.cacheGap;
      a.snapshotUntil = wa * a.snapshotUntil + wb * b.snapshotUntil;
      a.busyCores = wa * a.busyCores + wb * b.busyCores;
      a.busyWorkers = wa * a.busyWorkers + wb * b.busyWorkers;
      a.count += b.count;
      groups.splice(j, 1);
    }
  }
}

/** CPU milliseconds of one request on a version, warm. `heavyFactor` is the physical input of the same name. */
export const cpuMsPerRequest = (params: ModelServerParams, version: VersionParams, heavyFactor: number): number =>
  params.otherCpuMs + version.modelCpuMs * (1 + (heavyFactor - 1) * version.heavyCardCost);

/** Extra response time of a heavy card, ms: it carries the whole extra CPU time of the version's mean. */
export const heavyCardExtraMs = (version: VersionParams, heavyFactor: number): number =>
  version.heavyCardShare > 0 ? (version.modelCpuMs * (heavyFactor - 1) * version.heavyCardCost) / version.heavyCardShare : 0;
