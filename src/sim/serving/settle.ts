import { ZERO } from '../../kernel/zero.ts';
import type { Arriving, Served } from '../../parts/model-server/serve.ts';
import { depositAnswered, type Answers } from './deposit.ts';
import { addFailure, fail, REFUSED_MS, retry } from './failures.ts';
import type { Toll } from './toll.ts';
import type { ServingState } from './path-state.ts';
import type { Conditions, GroupPlan, ServingParams } from './types.ts';

/** What all pods together used in a second: sums over pods × seconds. */
export interface Use {
  workers: number;
  cores: number;
  coresInAll: number;
  pods: number;
  waitSum: number; // requests × s
  answered: number; // requests
}

export const createUse = (): Use => ({ workers: ZERO, cores: ZERO, coresInAll: ZERO, pods: ZERO, waitSum: ZERO, answered: ZERO });

const answers: Answers = { perChunk: ZERO, fetched: ZERO };

/**
 * Books what a pool did in some time: failures and retries, use of cores and workers, answers on the meter's grid.
 * @param arriving the last step of that time
 */
export function settle(
  state: ServingState,
  params: ServingParams,
  conditions: Conditions,
  plan: GroupPlan,
  arriving: Arriving,
  served: Served,
  toll: Toll,
  use: Use,
): void {
  const { group, meter, cores } = plan;
  const { workersPerPod } = params.server;
  const { seconds } = served;
  const pods = group.count;
  const busyCores = ((served.total / seconds) * plan.cpuMs) / 1000;
  const busyWorkers = (served.total / seconds) * plan.heldSeconds + plan.atStore;
  group.busyCores = busyCores < cores ? busyCores : cores;
  group.busyWorkers = busyWorkers < workersPerPod ? busyWorkers : workersPerPod;
  const podSeconds = pods * seconds;
  meter.cpuSeconds += group.busyCores * podSeconds;
  meter.coreSeconds += cores * podSeconds;
  meter.requests += served.total * pods;
  meter.waitSum += served.ageSum * pods;
  use.workers += group.busyWorkers * podSeconds;
  use.cores += group.busyCores * podSeconds;
  use.coresInAll += cores * podSeconds;
  use.pods += podSeconds;
  use.waitSum += served.ageSum * pods;
  use.answered += served.total * pods;
  bookFailures(state, params, arriving, served, pods);
  if (served.total > 0) bookAnswers(state, conditions, plan, arriving, served, toll);
}

function bookFailures(state: ServingState, params: ServingParams, arriving: Arriving, served: Served, pods: number): void {
  const { gateway, server } = params;
  const { queueDeadlineMs } = server;
  const { attempts } = arriving;
  const end = arriving.from + arriving.seconds;
  for (let a = 0; a < attempts; a++) {
    const late = served.shedDeadline[a]! * pods;
    if (late > 0) fail(state, gateway, a, late, end, queueDeadlineMs, 'shedDeadline');
    const full = served.shedFull[a]! * pods;
    if (full > 0) fail(state, gateway, a, full, end, REFUSED_MS, 'shedFull');
  }
  state.totals.expired += served.expired * pods;
  const { failures } = served;
  for (let k = 0; k < failures.count; k++) retry(state, gateway, failures.attempt[k]!, failures.amount[k]! * pods, failures.at[k]!, true);
}

function bookAnswers(state: ServingState, conditions: Conditions, plan: GroupPlan, arriving: Arriving, served: Served, toll: Toll): void {
  const { totals } = state;
  const pods = plan.group.count;
  const total = served.total * pods;
  const age = served.ageSum / served.total;
  const lookups = total * plan.lookupShare;
  const overflowShare = toll.lookups > 0 ? toll.overflow / toll.lookups : 0;
  const cutShare = toll.lookups > 0 ? toll.cut / toll.lookups : 0;
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
    for (let a = 0; a < arriving.attempts; a++) inTime += served.inTime[a]!;
    totals.inTime += inTime * pods;
    totals.lateWatched += total - inTime * pods;
  }
  totals.lookups += lookups;
  totals.hotLookups += total * conditions.hotKeyShare;
  totals.localHits += total * plan.localHits;
  totals.outboundCalls += total * plan.callsPerRequest;
  totals.outboundTimeouts += total * plan.timeoutsPerRequest;
  totals.degraded += total * plan.degradedShare;
  totals.fieldless += total * plan.fieldlessShare;
  if (total <= refused) return;
  answers.perChunk = (pods * (total - refused)) / total;
  answers.fetched = (lookups - refused) / (total - refused); // who was refused a fetch is not among the answered
  depositAnswered(plan, served.chunks, answers, conditions, toll);
}
