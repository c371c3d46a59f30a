import type { Action, Look, MessageBlock } from '../../domain/action.ts';
import type { FixedList, ListedAct } from './fixed-list.ts';
import type { Choices } from './choices.ts';

/**
 * A fixed list as the search writes it: an index for each thing there is to choose, −1 for none. Everything else about the list,
 * such as that looks follow one another, is the same for all.
 */
export interface Genome {
  readonly looks: readonly number[]; // of the looks on offer, in order; −1: none in this place
  readonly changes: readonly PlacedChange[];
  readonly updates: number; // how many are sent
  readonly blocks: number; // which parts of an update
  readonly option: number; // answered to a question
  readonly named: number; // cause named in the last update
  readonly changed: number; // the claim; −1 in any of the three: none is made
  readonly enters: number;
  readonly missed: number;
  readonly supported: number; // cause; all others are marked as excluded
  readonly resolve: number;
  readonly preventions: number;
  readonly review: number;
}

export interface PlacedChange {
  readonly change: number;
  readonly afterLooks: number; // so many looks have returned before it
}

export const PLACES = { looks: 5, changes: 3 } as const;

const FIRST_UPDATE_SECONDS = 100;
const UPDATE_SECONDS = 340; // the second answers what is asked six minutes after a page
const BOARD_SECONDS = 660; // after the page, or once the looks are back: late, so that lists differing here have the night before in common
const AT_THE_END = 100_000;

const EVERY_BLOCK: readonly MessageBlock[] = ['users-see', 'impact', 'known', 'next-step', 'next-update', 'options'];

/** Which parts an update has. */
export const BLOCK_SETS: readonly (readonly MessageBlock[])[] = [
  EVERY_BLOCK,
  EVERY_BLOCK.slice(0, 5),
  ['users-see', 'next-update'],
  ['known'],
];
/** When the night is given up, minutes after the page. */
export const RESOLVE_MINUTES: readonly number[] = [12, 16, 22, 30];

interface Timed {
  readonly acts: readonly ListedAct[];
  readonly returns: readonly number[]; // seconds after the page, of each look
}

function looksOf(genome: Genome, choices: Choices): Timed {
  const acts: ListedAct[] = [];
  const returns: number[] = [];
  let at = 1;
  for (const index of new Set(genome.looks)) {
    const offer = choices.looks[index];
    if (offer === undefined) continue;
    acts.push({ afterPageSeconds: at, action: offer.look satisfies Look });
    at += offer.costSeconds;
    returns.push(at);
  }
  return { acts, returns };
}

function changesOf(genome: Genome, choices: Choices, returns: readonly number[]): readonly ListedAct[] {
  return genome.changes.flatMap(({ change, afterLooks }, place) => {
    const action = choices.changes[change];
    if (action === undefined) return [];
    const after = afterLooks <= 0 ? 1 : (returns[Math.min(afterLooks, returns.length) - 1] ?? 1);
    return [{ afterPageSeconds: after + 1 + place, action }];
  });
}

function messagesOf(genome: Genome, choices: Choices): readonly ListedAct[] {
  const to = choices.messageTo[0];
  const blocks = BLOCK_SETS[genome.blocks];
  if (to === undefined || blocks === undefined) return [];
  const option = choices.options[genome.option];
  const cause = choices.causes[genome.named];
  return Array.from({ length: genome.updates }, (_, i): ListedAct => {
    const last = i === genome.updates - 1;
    const action: Action = {
      type: 'message',
      to,
      blocks: [...blocks],
      ...(option === undefined || i === 0 ? {} : { option }),
      ...(cause === undefined || !last ? {} : { cause }),
    };
    return { afterPageSeconds: (FIRST_UPDATE_SECONDS + i * UPDATE_SECONDS) * choices.pace, action };
  });
}

function boardOf(genome: Genome, choices: Choices, looks: number, from: number): readonly ListedAct[] {
  const evidence = Array.from({ length: Math.min(12, looks) }, (_, i) => `E${i + 1}`);
  const acts: Action[] = [];
  const supported = choices.causes[genome.supported];
  if (supported !== undefined)
    for (const cause of choices.causes)
      acts.push(
        cause === supported
          ? { type: 'hypothesis', cause, confidence: 90, status: 'supported', evidence }
          : { type: 'hypothesis', cause, confidence: 5, status: 'excluded', evidence },
      );
  const [changed, enters, missed] = [choices.changed[genome.changed], choices.enters[genome.enters], choices.missed[genome.missed]];
  if (changed !== undefined && enters !== undefined && missed !== undefined)
    acts.push({ type: 'claim-cause', changed, enters, missed, confidence: 90, evidence });
  return acts.map((action, i) => ({ afterPageSeconds: from + i, action }));
}

function endOf(genome: Genome, choices: Choices): readonly ListedAct[] {
  const acts: ListedAct[] = [];
  const minutes = RESOLVE_MINUTES[genome.resolve];
  if (minutes !== undefined) {
    acts.push({ afterPageSeconds: (minutes * 60 - 30) * choices.pace, action: { type: 'verify', metric: choices.pagerMetric } });
    acts.push({ afterPageSeconds: minutes * 60 * choices.pace, action: { type: 'resolve' } });
  }
  const items = choices.preventions[genome.preventions];
  if (items !== undefined)
    acts.push({ afterPageSeconds: AT_THE_END * choices.pace * choices.pace, action: { type: 'pick-preventions', items: [...items] } });
  const side = (['condition', 'person'] as const)[genome.review];
  if (side !== undefined) {
    const statements = Object.fromEntries(choices.review.map((id) => [id, side]));
    acts.push({ afterPageSeconds: AT_THE_END * choices.pace * choices.pace, action: { type: 'review', statements } });
  }
  return acts;
}

/** The list that a genome stands for. */
export function listOf(genome: Genome, choices: Choices): FixedList {
  const { acts: looks, returns } = looksOf(genome, choices);
  const boardAt = Math.max(BOARD_SECONDS * choices.pace, (returns.at(-1) ?? 0) + 1);
  const acts: readonly ListedAct[] = [
    { afterPageSeconds: 0, action: { type: 'acknowledge' } },
    ...looks,
    ...changesOf(genome, choices, returns),
    ...messagesOf(genome, choices),
    ...boardOf(genome, choices, looks.length, boardAt),
    ...endOf(genome, choices),
  ];
  return acts
    .map((act, i) => ({ act, i }))
    .sort((a, b) => a.act.afterPageSeconds - b.act.afterPageSeconds || a.i - b.i)
    .map(({ act }) => act);
}
