import type { LogEntry } from '../domain/action.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Tick } from '../domain/time.ts';
import type { Brief, Option } from '../scenario/brief.ts';
import { slotWords } from './words/board-slots.ts';

export const SLOTS = ['changed', 'enters', 'missed'] as const;
export type Slot = (typeof SLOTS)[number];

export const SLOT_TITLES: Readonly<Record<Slot, string>> = slotWords.titles;

export const STATUSES = ['open', 'supported', 'weakened', 'excluded'] as const;
export type BeliefStatus = (typeof STATUSES)[number];

/** Two facts that differ, kept as a chip: what they say, and the evidence that shows them. */
export interface Pin {
  readonly text: string;
  readonly evidence: readonly string[];
}

/** What stands on the board before it is claimed. It is the player's own paper: kept with the run, never in its log. */
export interface BoardDraft {
  readonly changed: string | null;
  readonly enters: string | null;
  readonly missed: string | null;
  readonly evidence: Readonly<Record<Slot, readonly string[]>>;
  readonly confidence: number; // percent
  readonly notes: string;
  readonly pins?: readonly Pin[]; // none where left out
}

export const EMPTY_DRAFT: BoardDraft = {
  changed: null,
  enters: null,
  missed: null,
  evidence: { changed: [], enters: [], missed: [] },
  confidence: 60,
  notes: '',
};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value.length <= 60 ? value : null);
const ids = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string').slice(0, 12) : [];

const MOST_PINS = 6;

const readPins = (value: unknown): readonly Pin[] =>
  (Array.isArray(value) ? value : []).slice(0, MOST_PINS).flatMap((each: unknown): Pin[] => {
    const { text, evidence } = (typeof each === 'object' && each !== null ? each : {}) as Record<string, unknown>;
    return typeof text === 'string' ? [{ text: text.slice(0, 300), evidence: ids(evidence) }] : [];
  });

/** The draft with two more facts that differ; the oldest make room. */
export const withPin = (draft: BoardDraft, pin: Pin): BoardDraft => ({
  ...draft,
  pins: [...(draft.pins ?? []).filter(({ text }) => text !== pin.text), pin].slice(-MOST_PINS),
});

/** A draft from whatever storage held. */
export function readDraft(kept: unknown): BoardDraft {
  if (typeof kept !== 'object' || kept === null) return EMPTY_DRAFT;
  const found = kept as Record<string, unknown>;
  const evidence = (typeof found['evidence'] === 'object' && found['evidence'] !== null ? found['evidence'] : {}) as Record<
    string,
    unknown
  >;
  const { confidence, notes } = found;
  return {
    changed: textOrNull(found['changed']),
    enters: textOrNull(found['enters']),
    missed: textOrNull(found['missed']),
    evidence: { changed: ids(evidence['changed']), enters: ids(evidence['enters']), missed: ids(evidence['missed']) },
    confidence: typeof confidence === 'number' && confidence >= 0 && confidence <= 100 ? Math.round(confidence) : EMPTY_DRAFT.confidence,
    notes: typeof notes === 'string' ? notes.slice(0, 20_000) : '',
    ...(found['pins'] === undefined ? {} : { pins: readPins(found['pins']) }),
  };
}

export interface SlotView {
  readonly slot: Slot;
  readonly title: string;
  readonly options: readonly Option[];
  readonly picked: Option | null;
  readonly evidence: readonly Evidence[];
}

export interface BeliefView {
  readonly cause: Option;
  readonly status: BeliefStatus | null; // null: not on the board yet
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly tick: Tick | null; // of the last word on it
}

export interface ClaimView {
  readonly tick: Tick;
  readonly confidence: number;
  readonly words: readonly string[]; // of the three slots
}

export interface BoardView {
  readonly slots: readonly SlotView[];
  readonly beliefs: readonly BeliefView[];
  readonly claims: readonly ClaimView[];
  readonly missing: string | null; // what is still needed before the board can be claimed
}

const optionOf = (options: readonly Option[], id: string | null): Option | null => options.find((option) => option.id === id) ?? null;

function beliefOf(cause: Option, log: readonly LogEntry[], evidence: readonly Evidence[]): BeliefView {
  const last = log.findLast((entry) => entry.action.type === 'hypothesis' && entry.action.cause === cause.id);
  if (last?.action.type !== 'hypothesis') return { cause, status: null, confidence: 50, evidence: [], tick: null };
  const cited = last.action.evidence;
  return {
    cause,
    status: last.action.status,
    confidence: last.action.confidence,
    evidence: evidence.filter((each) => cited.includes(each.id)),
    tick: last.tick,
  };
}

function claimOf(entry: LogEntry, brief: Brief): ClaimView[] {
  const { action } = entry;
  if (action.type !== 'claim-cause') return [];
  const words = SLOTS.map((slot) => optionOf(brief.board[slot], action[slot])?.text ?? action[slot]);
  return [{ tick: entry.tick, confidence: action.confidence, words }];
}

function missing(slots: readonly SlotView[]): string | null {
  const empty = slots.filter((slot) => slot.picked === null).map((slot) => slot.title);
  if (empty.length > 0) return slotWords.stillOpen(empty);
  return slots.some((slot) => slot.evidence.length > 0) ? null : slotWords.attach;
}

/** The cause board as it stands. */
export function boardView(brief: Brief, draft: BoardDraft, log: readonly LogEntry[], evidence: readonly Evidence[]): BoardView {
  const slots = SLOTS.map((slot) => ({
    slot,
    title: SLOT_TITLES[slot],
    options: brief.board[slot],
    picked: optionOf(brief.board[slot], draft[slot]),
    evidence: evidence.filter((each) => draft.evidence[slot].includes(each.id)),
  }));
  return {
    slots,
    beliefs: brief.causes.map((cause) => beliefOf(cause, log, evidence)),
    claims: log.flatMap((entry) => claimOf(entry, brief)),
    missing: missing(slots),
  };
}

/** All evidence attached to the three slots, each once, as a claim cites it. */
export const claimedEvidence = (draft: BoardDraft): string[] => [...new Set(SLOTS.flatMap((slot) => draft.evidence[slot]))].slice(0, 12);
