import type { Strictness } from '../domain/difficulty.ts';
import type { Tick } from '../domain/time.ts';
import { judgeLineWords } from '../domain/words/judge-lines.ts';
import type { Figure } from './figure.ts';
import type { Said } from './said.ts';

export const PART_IDS = ['detect', 'evidence', 'cause', 'mitigation', 'fix', 'prevention', 'communication'] as const;
export type PartId = (typeof PART_IDS)[number];

/** One check: what it gave or cost, when, why, and which playbook entries it rests on (one to four). */
export interface ScoreLine {
  readonly points: number; // negative: it cost
  readonly max: number; // the most this check can give; 0 for a check that only costs
  readonly tick: Tick | null; // of the act that decided it; null where nothing was done
  readonly text: string;
  readonly figures: readonly Figure[]; // every number of the text, in its order
  readonly cites: readonly string[];
}

export interface ScorePart {
  readonly id: PartId;
  readonly title: string;
  readonly got: number; // 0..max
  readonly max: number;
  readonly cites: readonly string[]; // of its lines, each once
  readonly lines: readonly ScoreLine[];
}

/** The response score: how good the decisions were, by what could be known when they were taken. */
export interface ScoreCard {
  readonly total: number; // 0..100, one decimal
  readonly parts: readonly ScorePart[]; // seven, in the order of PART_IDS
  readonly strictness: Strictness; // how the run was read
}

const MOST_CITES = 4;

export const line = (points: number, max: number, tick: Tick | null, { text, figures }: Said, cites: readonly string[]): ScoreLine => ({
  points,
  max,
  tick,
  text,
  figures,
  cites: [...new Set(cites)].slice(0, MOST_CITES),
});

/** Points as they are given. */
export const tenths = (value: number): number => Math.round(value * 10) / 10;

/** A part from its lines; what lines cost is taken from what they gave, never below nothing. */
export function scorePart(id: PartId, max: number, lines: readonly ScoreLine[]): ScorePart {
  const rounded = lines.map((line) => ({ ...line, points: tenths(line.points) }));
  const sum = rounded.reduce((total, line) => total + line.points, 0);
  return {
    id,
    title: judgeLineWords.titles[id],
    max,
    got: tenths(Math.max(0, Math.min(max, sum))),
    lines: rounded,
    cites: [...new Set(rounded.flatMap((line) => line.cites))],
  };
}

/** The card of seven parts. */
export const scoreCard = (parts: readonly ScorePart[], strictness: Strictness = 'standard'): ScoreCard => ({
  parts,
  strictness,
  total: tenths(parts.reduce((sum, part) => sum + part.got, 0)),
});
