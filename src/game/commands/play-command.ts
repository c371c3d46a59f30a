import type { Action, Change, Look } from '../../domain/action.ts';
import type { Slot } from '../board.ts';
import type { EvidenceTab } from '../evidence-tabs.ts';
import type { Speed } from '../session.ts';
import type { Command } from './command.ts';

export type DialogKind = 'message' | 'colleagues' | 'verify' | 'resolve' | 'leave-alone' | 'claim' | 'notes' | 'briefing';

/** What a command of a drill does: a decision for the log, or something on the screen that leads to one. */
export type PlayDeed =
  | { readonly do: 'act'; readonly action: Action }
  | { readonly do: 'look'; readonly look: Look } // and its tab is shown
  | { readonly do: 'preview'; readonly change: Change } // that form of the change, chosen
  | { readonly do: 'dialog'; readonly dialog: DialogKind }
  | { readonly do: 'slot'; readonly slot: Slot }
  | { readonly do: 'belief'; readonly cause: string }
  | { readonly do: 'tab'; readonly tab: EvidenceTab; readonly kind: EvidenceTab } // the tab that a kind of evidence stands in
  | { readonly do: 'show'; readonly part: 'board' | 'map' | 'actions' | 'people' }
  | { readonly do: 'station'; readonly station: string }
  | { readonly do: 'pause' }
  | { readonly do: 'speed'; readonly speed: Speed }
  | { readonly do: 'wait' }
  | { readonly do: 'wait-for-effect' }
  | { readonly do: 'untimed'; readonly on: boolean };

export interface PlayCommand extends Command {
  readonly deed: PlayDeed;
}
