import type { Terms } from '../domain/difficulty.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Save } from './saves.ts';
import type { Session } from './session.ts';

/** What the home screen says of a drill. */
/** The map of a drill's system at the size of a stamp: across and down in shares of its extent, 0 to 1. */
export interface DrillSketch {
  readonly lines: readonly (readonly (readonly [across: number, down: number])[])[];
  readonly stations: readonly { readonly at: readonly [across: number, down: number]; readonly terminus: boolean }[];
}

export interface DrillCard {
  readonly id: string;
  readonly title: string;
  readonly family: string; // what kind of trouble, such as "drift"
  readonly system: string;
  readonly skill: string;
  readonly difficulty: Brief['difficulty'];
  readonly minutes: number;
  readonly sketch: DrillSketch;
}

export type Started =
  { readonly ok: true; readonly session: Session; readonly resumed: boolean } | { readonly ok: false; readonly reason: string };

export interface Principle {
  readonly says: string;
  readonly source: string;
}

/** The simulator as the page sees it: loaded when it is first needed, apart from the shell. */
export interface Engine {
  cards(): Promise<readonly DrillCard[]>;
  /** Starts a drill, or goes on with a save of the same drill and seed. @param terms of a drill that starts; as usual where left out */
  start(id: string, seed: string, untimed: boolean, save: Save | null, terms?: Terms): Promise<Started>;
  /** The link of a session that is over; its last ticks are played here. */
  finish(session: Session): string;
  snapshot(session: Session): Save;
  /** What the playbook recommends under this id, and where it says so. */
  principle(id: string): Promise<Principle>;
}
