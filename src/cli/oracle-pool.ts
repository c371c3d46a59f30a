import { exp, log } from '../kernel/math.ts';
import { paramsSchema as storeSchema } from '../parts/feature-store/params.ts';
import { CELL_MS, CELLS, edgeMatrix, LATENCY_EDGES_MS, pourInto, responseCdf } from '../parts/gateway/latency-grid.ts';
import { paramsSchema as gatewaySchema } from '../parts/gateway/params.ts';
import { paramsSchema as serverSchema, type ModelServerParams } from '../parts/model-server/params.ts';
import { SERVING_STEPS, type Conditions, type ServingParams } from '../sim/serving/types.ts';
import { createServing, meterOf, type ServingState } from '../sim/serving/path-state.ts';
import { stepServing } from '../sim/serving/path.ts';

/** A pool of servers behind the gateway, as an oracle file describes it. */
export interface PoolSpec {
  readonly servers: number;
  readonly serviceMs: number; // mean
  readonly cv2?: number; // of service, lognormal; left out: exponential
  readonly timeoutMs?: number; // the client's, per attempt
  readonly attempts?: number; // in all
  readonly backoffMs?: number; // before the first retry, doubling
  readonly retryBudgetShare?: number | null; // null: none
  readonly queueCap?: number; // requests waiting; 0: none
  readonly discipline?: 'fifo' | 'lifo';
  readonly cancelExpired?: boolean;
}

/** What the pool meets in one second. */
export interface Second {
  readonly rate: number; // first attempts /s
  readonly capacityFactor?: number;
  readonly shedShare?: number;
}

/** What one second brought. */
export interface Brought {
  readonly first: number; // requests
  readonly attempts: number;
  readonly inTime: number; // answered before the client's timeout
  readonly served: number;
  readonly waitSeconds: number; // mean queueing of what was served; without the part that chance causes below saturation
  readonly queued: number; // at its end
}

/** Answers of one second: requests by added delay (cells of 12.5 ms, the last beyond 3 s), and the bare response they add to. */
export interface Answers {
  readonly added: Float64Array;
  readonly bare: (ms: number) => number; // share that takes at most so long
}

const VERSION = 'v1';

const serverOf = (spec: PoolSpec): ModelServerParams => {
  const variance = spec.cv2 === undefined ? 0 : log(1 + spec.cv2); // of the logarithm, for a lognormal of this cv2
  return serverSchema.parse({
    pods: 1,
    coresPerPod: spec.servers, // one server is one core that a request holds for its service
    workersPerPod: 4096, // never the bound
    otherCpuMs: spec.serviceMs,
    serviceShape: spec.cv2 === undefined ? 'exponential' : 'lognormal',
    responseMedianMs: spec.cv2 === undefined ? spec.serviceMs : spec.serviceMs * exp(-variance / 2),
    responseSigma: Math.sqrt(variance),
    serviceCv2: spec.cv2 ?? 1,
    queueDeadlineMs: 0,
    queueCapPerPod: spec.queueCap ?? 0,
    discipline: spec.discipline ?? 'fifo',
    cancelExpired: spec.cancelExpired ?? false,
    versions: [{ id: VERSION, modelCpuMs: 0 }],
  });
};

const paramsOf = (spec: PoolSpec): ServingParams => ({
  gateway: gatewaySchema.parse({
    clientTimeoutMs: spec.timeoutMs ?? 600_000,
    attempts: spec.attempts ?? 1,
    backoffBaseMs: spec.backoffMs ?? 0,
    retryBudgetShare: spec.retryBudgetShare ?? null,
  }),
  server: serverOf(spec),
  store: storeSchema.parse({}),
  steps: SERVING_STEPS,
});

const calm: Conditions = {
  rate: 0,
  shedShare: 0,
  heavyCardCpuFactor: 1,
  podCapacityFactor: 1,
  hotKeyShare: 0,
  partitionFactor: 1,
  fetchCutSeconds: 1,
  storeDefaults: false,
  storeOpen: true,
  upstreamOpen: true,
  slowShare: 0,
  snapshotMerchantShare: 0,
  slowCalls: null,
  weights: null,
};

/** A pool played through the step that runs use, a second at a time. */
export class Pool {
  private readonly params: ServingParams;
  private readonly state: ServingState;
  private now = 0;
  private readonly added = new Float64Array(CELLS + 1); // last second's answers by added delay

  constructor(spec: PoolSpec) {
    this.params = paramsOf(spec);
    this.state = createServing(VERSION, 1);
  }

  /** Plays one second. */
  step(second: Second): Brought {
    const { totals } = this.state;
    const meter = meterOf(this.state, VERSION);
    const before = { ...totals, inTime: this.answeredInTime(), requests: meter.requests, waitSum: meter.waitSum };
    stepServing(
      this.state,
      this.params,
      { ...calm, rate: second.rate, podCapacityFactor: second.capacityFactor ?? 1, shedShare: second.shedShare ?? 0 },
      this.now,
    );
    this.now += 1;
    const { serviceShape, responseMedianMs, responseSigma } = this.params.server;
    this.added.set(meter.grid.subarray(0, CELLS + 1));
    pourInto(meter.buckets, meter.grid, edgeMatrix(serviceShape, responseMedianMs, responseSigma));
    const served = meter.requests - before.requests;
    return {
      first: totals.first - before.first,
      attempts: totals.attempts - before.attempts,
      inTime: this.answeredInTime() - before.inTime,
      served,
      waitSeconds: served > 0 ? (meter.waitSum - before.waitSum) / served : 0,
      queued: this.state.queued,
    };
  }

  /** The last second's answers, by what was added to the bare response. */
  answers(): Answers {
    return { added: this.added.slice(), bare: (ms) => this.bareShare(ms) };
  }

  /** Share of services, without any wait, that take at most so long. */
  bareShare(ms: number): number {
    const { serviceShape, responseMedianMs, responseSigma } = this.params.server;
    return responseCdf(serviceShape, responseMedianMs, responseSigma, ms);
  }

  /** Requests answered in time since the start: as the step watches them, or read off the histogram where nobody retries. */
  private answeredInTime(): number {
    const { attempts, clientTimeoutMs } = this.params.gateway;
    if (attempts > 1) return this.state.totals.inTime;
    const edge = LATENCY_EDGES_MS.findIndex((ms) => ms >= clientTimeoutMs);
    const buckets = meterOf(this.state, VERSION).buckets;
    return buckets[edge < 0 ? LATENCY_EDGES_MS.length : edge] as number;
  }
}

/** Share of responses that took at most so long; waits beyond 3 s are not told apart. */
export function responseShare({ added, bare }: Answers, ms: number): number {
  let mass = 0;
  let within = 0;
  for (let cell = 0; cell <= CELLS; cell += 1) {
    const amount = added[cell] as number;
    if (amount === 0) continue;
    mass += amount;
    if (cell < CELLS) within += amount * bare(ms - cell * CELL_MS);
  }
  return mass > 0 ? within / mass : NaN;
}

/** The value at which a rising share reaches p, by bisection. */
export function quantileOf(share: (x: number) => number, p: number, most: number): number {
  let low = 0;
  let high = most;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (share(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
