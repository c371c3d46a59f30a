import { asTyped } from '../domain/as-typed.ts';
import type { Guidance } from '../domain/guidance.ts';
import { SEED } from '../domain/seed.ts';
import { parseAddress, type Route } from './route.ts';
import type { KeptRun } from './saves.ts';
import { addressWords } from './words/addresses.ts';

/** Which of this browser's own runs are listed, and in what order. */
export interface RunChoice {
  readonly drill: string | null; // a scenario's id
  readonly result: 'any' | 'judged' | 'unjudged' | 'strong' | 'weak';
  readonly days: number | null; // no older than so many days before today
  readonly order: 'newest' | 'best' | 'drill';
}

export const ALL_RUNS: RunChoice = { drill: null, result: 'any', days: null, order: 'newest' };

/** From this response score on a run counts as strong. */
export const STRONG_SCORE = 80;

const words = addressWords.seed;
const MOST_SEED = 64; // characters
const DAY_MS = 86_400_000;

/** @param today "2026-03-12" */
const ageDays = (run: KeptRun, today: string): number => (Date.parse(today) - Date.parse(run.day)) / DAY_MS;

function hasResult({ score }: KeptRun, result: RunChoice['result']): boolean {
  switch (result) {
    case 'any':
      return true;
    case 'judged':
      return score !== undefined;
    case 'unjudged':
      return score === undefined;
    case 'strong':
      return score !== undefined && score >= STRONG_SCORE;
    case 'weak':
      return score !== undefined && score < STRONG_SCORE;
  }
}

/** The runs asked for. Of equals the one that was kept last stands first. */
export function chosenRuns(runs: readonly KeptRun[], choice: RunChoice, today: string): readonly KeptRun[] {
  const found = runs.filter(
    (run) =>
      (choice.drill === null || run.scenario === choice.drill) &&
      hasResult(run, choice.result) &&
      (choice.days === null || ageDays(run, today) <= choice.days),
  );
  const newer = (a: KeptRun, b: KeptRun): number => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0);
  const orders: Readonly<Record<RunChoice['order'], (a: KeptRun, b: KeptRun) => number>> = {
    newest: newer,
    best: (a, b) => (b.score ?? -1) - (a.score ?? -1) || newer(a, b),
    drill: (a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : newer(a, b)),
  };
  return [...found].sort(orders[choice.order]);
}

export type SeedRead =
  { readonly ok: true; readonly route: Extract<Route, { screen: 'play' }> } | { readonly ok: false; readonly reason: string };

/** How a shift is played where an address does not say so. */
export interface NewShift {
  readonly untimed: boolean;
  readonly guidance: Guidance;
}

/**
 * Reads what was typed or pasted as a seed: the seed alone, or the whole address of a drill, which then names the drill too.
 * @param drill that is played where the text names none
 */
export function readSeed(text: string, drill: string, { untimed, guidance }: NewShift, drills: readonly string[]): SeedRead {
  const typed = text.trim();
  const hash = typed.indexOf('#');
  if (hash >= 0) {
    const { route, notice } = parseAddress(typed.slice(hash));
    if (route.screen !== 'play') return { ok: false, reason: notice ?? words.notADrill };
    if (!drills.includes(route.scenario)) return { ok: false, reason: words.noDrill(route.scenario) };
    return { ok: true, route };
  }
  if (typed === '') return { ok: false, reason: words.empty };
  if (!SEED.test(typed)) {
    const wrong = [...new Set(typed.replaceAll(/[A-Za-z0-9._-]/g, ''))].join(' ').replaceAll(/\s+/g, ' ').trim();
    return {
      ok: false,
      reason:
        typed.length > MOST_SEED ? words.tooLong(MOST_SEED, typed.length) : words.strange(wrong === '' ? words.space : asTyped(wrong)),
    };
  }
  return { ok: true, route: { screen: 'play', scenario: drill, seed: typed, untimed, ...(guidance === 'solo' ? {} : { mode: guidance }) } };
}
