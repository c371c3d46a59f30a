import type { DecisionsParams } from './params.ts';

/** People who look at what was selected, first in, first out. */
export interface QueueState {
  waiting: number; // items
  factor: number; // people, × normal
  reviewedShare: number; // of the items that came of late, those that get a verdict in time
  waitHours: number; // until a verdict, of an item that comes now
}

export const createQueue = (params: DecisionsParams): QueueState => ({
  waiting: params.queueStart,
  factor: 1,
  reviewedShare: 1,
  waitHours: params.queuePerHour > 0 ? params.queueStart / params.queuePerHour : 0,
});

/** One hour: items come, verdicts are given, and what has waited too long leaves without one. */
export function stepQueue(state: QueueState, params: DecisionsParams, arrivals: number): void {
  const capacity = params.queuePerHour * state.factor;
  if (capacity <= 0) return;
  const served = Math.min(state.waiting + arrivals, capacity);
  const waiting = state.waiting + arrivals - served;
  const most = Math.max(capacity, arrivals) * params.queueHours;
  state.waiting = Math.min(waiting, most);
  const longest = capacity * params.queueHours; // what can be served before the newest item would leave
  state.reviewedShare = state.waiting <= longest || arrivals <= 0 ? 1 : Math.min(1, capacity / arrivals);
  state.waitHours = Math.min(params.queueHours, state.waiting / capacity);
}
