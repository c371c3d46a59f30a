import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Signal } from '@preact/signals';
import { signal } from '@preact/signals';
import type { Action } from '../../domain/action.ts';
import { sentence } from '../../domain/sentence.ts';
import type { Tick } from '../../domain/time.ts';
import type { App } from '../../game/app.ts';
import type { BeliefView, BoardView, Slot } from '../../game/board.ts';
import { fullClockText } from '../../game/debrief-clock.ts';
import type { EvidenceTab } from '../../game/evidence-tabs.ts';
import type { ActionChoice } from '../../game/action-groups.ts';
import type { Session, SessionState } from '../../game/session.ts';
import { sentenceStart } from '../../game/words/format.ts';
import { announcements } from '../../game/words/announcements.ts';
import { announce } from '../common/live.tsx';

/** Where the pressed button is, CSS px of the window. */
export interface Anchor {
  readonly middle: number;
  readonly top: number;
}

export type OpenDialog =
  | { readonly kind: 'preview'; readonly choice: ActionChoice; readonly anchor: Anchor | null }
  | { readonly kind: 'message' | 'colleagues' | 'verify' | 'resolve' | 'leave-alone' | 'claim' | 'notes' | 'glossary' | 'briefing' }
  | { readonly kind: 'inspect'; readonly from?: string } // evidence whose facts are looked for first
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'belief'; readonly belief: BeliefView };

/** The action whose button the pointer or the keyboard is on. */
export interface Looked {
  readonly choice: ActionChoice;
  readonly anchor: Anchor;
}

export type PhoneView = 'map' | 'evidence' | 'board' | 'tell' | 'more';

/** What is open on the screen: none of it is part of the run. */
export interface PlayUi {
  readonly tab: Signal<EvidenceTab>;
  readonly dialog: Signal<OpenDialog | null>;
  readonly looked: Signal<Looked | null>;
  readonly crosshair: Signal<Tick | null>;
  readonly zoom: Signal<readonly [Tick, Tick] | null>;
  readonly stretch: Signal<readonly [Tick, Tick] | null>; // chosen on the charts, to be asked about
  readonly inspected: Signal<readonly [string, string]>; // ids of the two facts that are set side by side, "" where none is picked
  readonly asTables: Signal<boolean>;
  readonly station: Signal<string | null>;
  readonly phone: Signal<PhoneView>;
  readonly drawer: Signal<boolean>; // the left panel of middle widths
  readonly refused: Signal<string | null>;
  readonly form: Signal<number>; // which form of the previewed action
}

export const createPlayUi = (): PlayUi => ({
  tab: signal<EvidenceTab>('metrics'),
  dialog: signal<OpenDialog | null>(null),
  looked: signal<Looked | null>(null),
  crosshair: signal<Tick | null>(null),
  zoom: signal<readonly [Tick, Tick] | null>(null),
  stretch: signal<readonly [Tick, Tick] | null>(null),
  inspected: signal<readonly [string, string]>(['', '']),
  asTables: signal(false),
  station: signal<string | null>(null),
  phone: signal<PhoneView>('map'),
  drawer: signal(false),
  refused: signal<string | null>(null),
  form: signal(0),
});

export interface Play {
  readonly app: App;
  readonly session: Session;
  readonly state: SessionState;
  readonly board: BoardView;
  readonly ui: PlayUi;
  readonly reducedMotion: boolean;
  readonly clock: (tick: Tick) => string; // "02:11:40", "day 3, 02:11" on drills of days
  readonly minute: (tick: Tick) => string; // the same without seconds
  /** Does it, or shows and says why it cannot be done. */
  readonly act: (action: Action) => boolean;
}

export const PlayContext = createContext<Play | null>(null);

export function usePlay(): Play {
  const play = useContext(PlayContext);
  if (play === null) throw new Error('expected a play screen above this component');
  return play;
}

/** Why not, as a sentence of its own. */
export const refusalSentence = (reason: string): string => sentence(sentenceStart(reason));

export const clockOf =
  (session: Session) =>
  (tick: Tick): string =>
    fullClockText(session.brief, tick);

/** Dispatches; a refusal is shown beside the actions and said aloud. */
export function actOn(app: App, ui: PlayUi, action: Action): boolean {
  const outcome = app.dispatch(action);
  ui.refused.value = outcome.accepted ? null : refusalSentence(outcome.reason);
  if (!outcome.accepted) announce(announcements.notDone(outcome.reason));
  return outcome.accepted;
}
