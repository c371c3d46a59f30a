import { hashValue } from '../../kernel/hash.ts';
import type { Scorecard } from '../scorecard/model.ts';

/** A model version and where it came from. Plain data, never changed once it is in. */
export interface ModelVersion {
  readonly id: string;
  readonly model: Scorecard;
  readonly artifact: string; // hash of intercept and weights
  readonly trainedHour: number; // since the start; below 0: before it
  readonly auc: number; // as its run measured it
  readonly data: string; // which rows were asked for
  readonly snapshot: string; // hash of the rows it was trained on
  readonly rows: number;
  readonly features: readonly string[];
  readonly code: string;
  readonly promoted: boolean; // at some time the champion
}

export interface RegistryState {
  versions: ModelVersion[]; // oldest first
  champion: string;
  stable: string; // the newest champion whose measured AUC was as usual
  fallback: string | null;
  chart: string;
}

export const artifactOf = (model: Scorecard): string => hashValue({ intercept: model.intercept, weights: model.weights });

/** @throws for a version that the registry does not hold */
export function versionOf(registry: RegistryState, id: string): ModelVersion {
  const found = registry.versions.find((version) => version.id === id);
  if (found === undefined) throw new Error(`registry: expected one of ${registry.versions.map((v) => v.id).join(', ')}, got "${id}"`);
  return found;
}

export const championOf = (registry: RegistryState): ModelVersion => versionOf(registry, registry.champion);

/** Moves the alias. What is measured of a version decides whether a rollback may go to it. @param usualAuc less what is still usual */
export function promote(registry: RegistryState, id: string, leastAuc: number): void {
  registry.versions = registry.versions.map((version) => (version.id === id ? { ...version, promoted: true } : version));
  registry.champion = id;
  if (versionOf(registry, id).auc >= leastAuc) registry.stable = id;
}

/** The version that a rollback goes to: the last stable one, or the one before it where stable itself is live. */
export function rollbackTarget(registry: RegistryState): string {
  if (registry.champion !== registry.stable) return registry.stable;
  const at = registry.versions.findIndex(({ id }) => id === registry.champion);
  const before = registry.versions.slice(0, at).filter(({ id, promoted }) => promoted && id !== registry.fallback);
  return before.at(-1)?.id ?? registry.champion;
}
