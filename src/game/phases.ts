import type { LogEntry } from '../domain/action.ts';
import type { Observation } from '../domain/observation.ts';

export interface PhaseStep {
  readonly id: 'size-up' | 'stabilise' | 'update' | 'verify';
  readonly title: string;
  readonly says: string;
  readonly state: 'done' | 'now' | 'later';
}

const STEPS = [
  { id: 'size-up', title: 'Size up', says: 'How bad is it, for whom, and what changed?' },
  { id: 'stabilise', title: 'Stabilise', says: 'Stop the harm, even before the cause is known.' },
  { id: 'update', title: 'Update', says: 'Tell people what users see, what is known and what comes next.' },
  { id: 'verify', title: 'Verify', says: 'Show with a metric that it is over, then resolve.' },
] as const;

/** Where the player stands in the loop of an incident, from what they did; it judges nothing. */
export function phaseSteps(observation: Observation, log: readonly LogEntry[]): readonly PhaseStep[] {
  const changed =
    log.some((entry) => observation.pending.some((pending) => pending.action === entry.action)) ||
    observation.changes.some((change) => change.kind === 'player');
  const done = {
    'size-up': observation.acknowledgedTick !== null && (observation.evidence.length >= 2 || changed),
    stabilise: changed || log.some((entry) => entry.action.type === 'leave-alone'),
    update: log.some((entry) => entry.action.type === 'message'),
    verify: observation.verified !== null && observation.verified.recovered,
  };
  const now = STEPS.find((step) => !done[step.id]);
  return STEPS.map((step) => ({ ...step, state: done[step.id] ? 'done' : step === now ? 'now' : 'later' }));
}
