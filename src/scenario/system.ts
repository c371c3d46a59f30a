import type { ChangeType, LookType } from './words.ts';

/** One value that a variant or a prevention sets on a system's parameters. */
export type SettingValue = number | string | boolean | null;

/** How a system works: requests wait for a model; a model scores rows and decisions follow; versions are exposed to an audience. */
export const PLANT_KINDS = ['serving', 'scoring', 'exposure'] as const;
export type PlantKind = (typeof PLANT_KINDS)[number];

/** Settings by path: "part.param.deeper", "looks.look-trace", "delays.rollback.from". */
export type Settings = Readonly<Record<string, SettingValue>>;

export type StationKind = 'terminus' | 'station' | 'dependency';
export type LineKind = 'request' | 'feature' | 'label' | 'deploy' | 'monitor' | 'training';

/** A place on the map. `at` is in map units, 660 wide and 600 high, origin top left; a system gives it to all of its stations or to none. */
export interface Station {
  readonly id: string;
  readonly name: string;
  readonly kind: StationKind;
  readonly part: string | null; // whose figures it shows; null where the system only names it
  readonly district: string;
  readonly at?: readonly [number, number] | undefined;
  readonly says: string;
}

export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LineKind;
  readonly normalLatencyMs: number; // 0 where nothing travels in request time
  readonly via: readonly (readonly [number, number])[]; // bends, in map units
}

/** An outgoing call that has its own timeout, retries, breaker and fallback. */
export interface Route {
  readonly id: string;
  readonly name: string;
  readonly station: string;
}

export interface ModelVersion {
  readonly id: string;
  readonly says: string;
}

/** Seconds between asking for a change and its first effect: drawn between the two. */
export interface Delay {
  readonly from: number;
  readonly to: number;
}

/** A production system with every default filled in: what a simulation is built from. */
export interface System {
  readonly id: string;
  readonly plant: PlantKind;
  readonly title: string;
  readonly says: string;
  readonly stations: readonly Station[];
  readonly lines: readonly Line[];
  readonly routes: readonly Route[];
  readonly versions: readonly ModelVersion[]; // oldest first
  readonly looks: Readonly<Partial<Record<LookType, number>>>; // seconds a look takes; those left out it has not
  readonly delays: Readonly<Partial<Record<ChangeType, Delay>>>; // likewise changes
  readonly parts: Readonly<Record<string, Readonly<Record<string, unknown>>>>; // those that it has, by part, as its params.ts resolves them
}
