import type { Action } from '../domain/action.ts';
import type { StationRoom } from '../domain/chart-view.ts';
import type { Observation } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import type { RerunFacts, RunFacts, VerdictFacts } from './debrief-facts.ts';
import type { MapLayout } from './map-view.ts';
import type { StoryRoom } from './story-room.ts';

/** A link that was opened and simulated again, or one sentence on why it could not be. */
export type Opened =
  | { readonly ok: false; readonly reason: string }
  | {
      readonly ok: true;
      readonly run: RunFacts;
      readonly layout: MapLayout; // of the system, for the replay's map
      readonly rooms: readonly StationRoom[]; // which looks tell of which station
      readonly coinEur: number; // euro a minute that one bar of loss on the map stands for
      readonly verified: boolean;
      readonly expectedHash: string; // the final hash that the link carries
      readonly divergence: string | null; // where the replay parted from the record, in words
      readonly note: string | null; // that the link is of another engine, whether it repeats or not
    };

/** What the player could see at a tick. */
export interface SeenThen {
  readonly observation: Observation;
  readonly refused: number; // share of requests that the gateway refused then by the player's own change
  readonly phase: string; // of the incident, as the shift showed it
}

/** A record with one more action after its end, as a link; or why the run refused it. */
export type Added = { readonly ok: true; readonly payload: string } | { readonly ok: false; readonly reason: string };

/**
 * What the screens after play ask the worker. Every question carries the link payload alone, so that a run just played, a
 * reloaded page and a stranger's link are one case; every answer is plain data.
 */
export interface AfterAsks {
  readonly open: { readonly input: { readonly payload: string }; readonly answer: Opened };
  readonly observe: { readonly input: { readonly payload: string; readonly tick: Tick }; readonly answer: SeenThen };
  readonly verdict: { readonly input: { readonly payload: string }; readonly answer: VerdictFacts };
  readonly rerun: { readonly input: { readonly payload: string; readonly items: readonly string[] }; readonly answer: RerunFacts };
  readonly add: { readonly input: { readonly payload: string; readonly action: Action }; readonly answer: Added };
  readonly story: { readonly input: { readonly payload: string }; readonly answer: StoryRoom };
  readonly postmortem: { readonly input: { readonly payload: string }; readonly answer: string };
}

export type AfterKind = keyof AfterAsks;
export type AfterInput<K extends AfterKind> = AfterAsks[K]['input'];
export type AfterAnswer<K extends AfterKind> = AfterAsks[K]['answer'];

/** Asks and waits for the answer; a rejection carries one plain sentence. */
export type AfterAsk = <K extends AfterKind>(kind: K, input: AfterInput<K>) => Promise<AfterAnswer<K>>;
