import { createScoring } from './create.ts';
import { normalEurPerHour } from './today.ts';
import type { ScoringParams } from './world.ts';

interface Ordinary {
  readonly decidedEur: number; // an hour without faults, by the champion of the start
  readonly pausedEur: number; // the same with nobody selected
}

const known = new WeakMap<ScoringParams, Ordinary>();

/** What an ordinary hour costs, with decisions and without any. */
function ordinaryOf(params: ScoringParams): Ordinary {
  const found = known.get(params);
  if (found !== undefined) return found;
  const start = createScoring(params);
  const paused = { ...start, decisions: { ...start.decisions, paused: true } };
  const made = { decidedEur: normalEurPerHour(params, start), pausedEur: normalEurPerHour(params, paused) };
  known.set(params, made);
  return made;
}

export const normalEur = (params: ScoringParams): number => ordinaryOf(params).decidedEur;

/** What an hour without decisions costs beyond an ordinary one. */
export const pausedCostEur = (params: ScoringParams): number => ordinaryOf(params).pausedEur - ordinaryOf(params).decidedEur;
