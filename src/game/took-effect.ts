import type { Observation, PendingChange } from '../domain/observation.ts';

/** Whether one of the changes that were under way has taken effect since. One that was taken back has gone before its time. */
export const tookEffect = (underWay: readonly PendingChange[], { tick }: Pick<Observation, 'tick'>): boolean =>
  underWay.some(({ effectTick }) => effectTick < tick);
