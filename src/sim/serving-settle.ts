import type { Served } from '../parts/model-server/serve.ts';
import { depositAnswered } from './serving-deposit.ts';
import { addFailure, fail, REFUSED_MS, retry } from './serving-failures.ts';
import type { ServingState } from './serving-state.ts';
import type { Conditions, GroupPlan, ServingParams } from './serving-types.ts';

/** What all pods together used in a second: sums over pods × seconds. */
export interface Use {
  workers: number;
  cores: number;
  coresInAll: number;
  pods: number;
  waitSum: number; // requests × s
  answered: number; // requests
}

/**
 * Books what a pool did in some time: failures and retries, use of cores and workers, answers on the meter's grid.
 * @param end s, of the time @param seconds that it took
 */
export function settle(
  state: ServingState,
  params: ServingParams,
  conditions: Conditions,
  plan: GroupPlan,
  served: Served,
  end: number,
  seconds: number,
  attempts: number,
  use: Use,
): void {
  const { group, meter } = plan;
  const pods = group.count;
  const busyCores = ((served.total / seconds) * plan.cpuMs) / 1000;
  const busyWorkers = (served.total / seconds) * plan.heldSeconds + plan.atStore;
  group.busyCores = busyCores < plan.cores ? busyCores : plan.cores;
  group.busyWorkers = busyWorkers < params.server.workersPerPod ? busyWorkers : params.server.workersPerPod;
  const podSeconds = pods * seconds;
  meter.cpuSeconds += group.busyCores * podSeconds;
  meter.coreSeconds += plan.cores * podSeconds;
  meter.requests += served.total * pods;
  meter.waitSum += served.ageSum * pods;
  use.workers += group.busyWorkers * podSeconds;
  use.cores += group.busyCores * podSeconds;
  use.coresInAll += plan.cores * podSeconds;
  use.pods += podSeconds;
  use.waitSum += served.ageSum * pods;
  use.answered += served.total * pods;
  bookFailures(state, params, served, pods, end, attempts);
  if (served.total > 0) bookAnswers(state, conditions, plan, served, pods, attempts);
}

function bookFailures(state: ServingState, params: ServingParams, served: Served, pods: number, end: number, attempts: number): void {
  const { gateway, server } = params;
  for (let a = 0; a < attempts; a++) {
    fail(state, gateway, a, served.shedDeadline[a]! * pods, end, server.queueDeadlineMs, 'shedDeadline');
    fail(state, gateway, a, served.shedFull[a]! * pods, end, REFUSED_MS, 'shedFull');
  }
  state.totals.expired += served.expired * pods;
  const { failures } = served;
  for (let k = 0; k < failures.count; k++) retry(state, gateway, failures.attempt[k]!, failures.amount[k]! * pods, failures.at[k]!, true);
}

function bookAnswers(state: ServingState, conditions: Conditions, plan: GroupPlan, served: Served, pods: number, attempts: number): void {
  const { totals, store } = state;
  const total = served.total * pods;
  const age = served.ageSum / served.total;
  const lookups = total * plan.lookupShare;
  const { overflowShare, cutShare } = store;
  let refused = 0;
  if (conditions.storeDefaults) totals.degraded += lookups * (cutShare > overflowShare ? cutShare : overflowShare);
  else if (overflowShare > 0 || cutShare > 0) {
    const full = lookups * overflowShare;
    const cut = lookups * (cutShare < 1 - overflowShare ? cutShare : 1 - overflowShare);
    if (full > 0) addFailure(state, full, age * 1000 + REFUSED_MS);
    if (cut > 0) addFailure(state, cut, (age + conditions.fetchCutSeconds) * 1000);
    refused = full + cut;
    totals.storeRefused += refused;
  }
  totals.answered += total - refused;
  if (plan.watch !== null) {
    let inTime = 0;
    for (let a = 0; a < attempts; a++) inTime += served.inTime[a]!;
    totals.inTime += inTime * pods;
    totals.lateWatched += total - inTime * pods;
  }
  totals.lookups += lookups;
  totals.hotLookups += total * conditions.hotKeyShare;
  totals.localHits += total * plan.localHits;
  totals.outboundCalls += total * plan.callsPerRequest;
  totals.outboundTimeouts += total * plan.timeoutsPerRequest;
  totals.degraded += total * plan.degradedShare;
  const fetched = total > refused ? (lookups - refused) / (total - refused) : 0; // who was refused a fetch is not among the answered
  depositAnswered(plan, total - refused, fetched, age, conditions, store);
}
