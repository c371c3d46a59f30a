import { isChange, type LogEntry } from '../domain/action.ts';
import type { Observation } from '../domain/observation.ts';
import { harmFalls } from './harm-falls.ts';
import { phaseWords } from './words/phases.ts';

export interface PhaseStep {
  readonly id: 'size-up' | 'stabilise' | 'update' | 'verify';
  readonly title: string;
  readonly says: string;
  readonly state: 'done' | 'now' | 'later';
}

const STEPS = ['size-up', 'stabilise', 'update', 'verify'] as const;

/** How many of the player's changes stand: made, and not taken back. */
const standing = (log: readonly LogEntry[]): number =>
  log.reduce((count, { action }) => (isChange(action) ? count + 1 : action.type === 'take-back' ? Math.max(0, count - 1) : count), 0);

/** Whether it was read who pays, and how much. */
const sized = ({ evidence }: Observation): boolean =>
  evidence.some(({ look }) => look.type === 'look-dashboard' && look.dashboard === 'business');

/** Where the player stands in the loop of an incident, from what they did and what they can see came of it. */
export function phaseSteps(observation: Observation, log: readonly LogEntry[]): readonly PhaseStep[] {
  const changed = standing(log) > 0;
  const done = {
    'size-up': observation.acknowledgedTick !== null && (sized(observation) || changed),
    stabilise: harmFalls(observation, log) || log.some((entry) => entry.action.type === 'leave-alone'),
    update: log.some((entry) => entry.action.type === 'message'),
    verify: observation.verified !== null && observation.verified.recovered,
  };
  const now = STEPS.find((id) => !done[id]);
  return STEPS.map((id) => ({ id, ...phaseWords[id], state: done[id] ? 'done' : id === now ? 'now' : 'later' }));
}

/** The title of the phase that is under way; of the last one where all are done. */
export function phaseNow(observation: Observation, log: readonly LogEntry[]): string {
  const steps = phaseSteps(observation, log);
  return (steps.find(({ state }) => state === 'now') ?? steps.at(-1)!).title;
}
