import type { Brief } from '../scenario/brief.ts';
import type { Save } from './saves.ts';
import type { Session } from './session.ts';

/** What the home screen says of a drill. */
export interface DrillCard {
  readonly id: string;
  readonly title: string;
  readonly system: string;
  readonly skill: string;
  readonly difficulty: Brief['difficulty'];
  readonly minutes: number;
}

export type Started =
  { readonly ok: true; readonly session: Session; readonly resumed: boolean } | { readonly ok: false; readonly reason: string };

/** The simulator as the page sees it: loaded when it is first needed, apart from the shell. */
export interface Engine {
  cards(): Promise<readonly DrillCard[]>;
  /** Starts a drill, or goes on with a save of the same drill and seed. */
  start(id: string, seed: string, untimed: boolean, save: Save | null): Promise<Started>;
  /** The link of a session that is over; its last ticks are played here. */
  finish(session: Session): string;
  snapshot(session: Session): Save;
}
