import { exp, log } from '../../kernel/math.ts';

/**
 * Closed forms of a waiting room with Poisson arrivals and servers that are alike.
 * Offered load = arrivals per second × mean service in seconds; utilisation = offered load / servers.
 * Sources: Erlang 1917; Allen 1990, Cunneen (M/G/c); Kleinrock, Queueing Systems I, for the response time of M/M/c.
 */

/** Erlang B: share of arrivals that find all servers busy where nobody waits. By the recursion of its inverse, stable to 10,000 servers. */
export function erlangB(servers: number, offeredLoad: number): number {
  const perLoad = 1 / offeredLoad;
  let inverse = 1;
  for (let k = 1; k <= servers; k += 1) inverse = 1 + inverse * k * perLoad;
  return 1 / inverse;
}

/** Erlang C: share of arrivals that must wait. 1 from full utilisation on. */
export function erlangC(servers: number, offeredLoad: number): number {
  const utilisation = offeredLoad / servers;
  if (utilisation >= 1) return 1;
  const blocked = erlangB(servers, offeredLoad);
  return blocked / (1 - utilisation * (1 - blocked));
}

/** A queue in equilibrium. The waits of those who wait are exponential. */
export interface Queue {
  readonly waitShare: number; // of arrivals that wait
  readonly waiterSeconds: number; // mean wait of those who wait; Infinity from full utilisation on: the queue grows for ever
  readonly meanWaitSeconds: number; // of all arrivals
  readonly meanLength: number; // requests waiting
}

/**
 * M/G/c by Allen and Cunneen: the waits of M/M/c × (arrivalCv2 + serviceCv2) / 2. Exact for M/M/c, where both are 1.
 * @param arrivals /s @param serviceSeconds mean @param serviceCv2,arrivalCv2 squared coefficients of variation
 */
export function queueOf(arrivals: number, serviceSeconds: number, servers: number, serviceCv2 = 1, arrivalCv2 = 1): Queue {
  const waitShare = erlangC(servers, arrivals * serviceSeconds);
  const spare = servers / serviceSeconds - arrivals;
  const waiterSeconds = spare > 0 ? (arrivalCv2 + serviceCv2) / 2 / spare : Infinity;
  const meanWaitSeconds = waitShare === 0 ? 0 : waitShare * waiterSeconds;
  return { waitShare, waiterSeconds, meanWaitSeconds, meanLength: arrivals === 0 ? 0 : arrivals * meanWaitSeconds };
}

/** The wait that a share p of arrivals does not exceed, s; 0 where that share does not wait. */
export function waitQuantile(queue: Queue, p: number): number {
  if (queue.waitShare <= 1 - p) return 0;
  return queue.waiterSeconds * log(queue.waitShare / (1 - p));
}

/**
 * Share of responses (wait and exponential service) that take longer than t seconds; exact for M/M/c.
 * @param queue of `queueOf` with both cv2 = 1
 */
export function responseTail(queue: Queue, serviceSeconds: number, t: number): number {
  if (t <= 0 || queue.waiterSeconds === Infinity) return 1;
  const rate = 1 / serviceSeconds;
  const spare = 1 / queue.waiterSeconds;
  const gap = spare - rate;
  const served = exp(-rate * t);
  // As the two rates meet, (spare·e^(−rate·t) − rate·e^(−spare·t)) / gap tends to (1 + rate·t)·e^(−rate·t).
  const both = Math.abs(gap) < 1e-7 * rate ? (1 + rate * t) * served : (spare * served - rate * exp(-spare * t)) / gap;
  return (1 - queue.waitShare) * served + queue.waitShare * both;
}

/** The response time that a share p of responses does not exceed, s, by bisection. Exact for M/M/c; Infinity from full utilisation on. */
export function responseQuantile(queue: Queue, serviceSeconds: number, p: number): number {
  if (queue.waiterSeconds === Infinity) return Infinity;
  let low = 0;
  let high = serviceSeconds + queue.waiterSeconds;
  while (responseTail(queue, serviceSeconds, high) > 1 - p) high *= 2;
  for (let i = 0; i < 100; i += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (responseTail(queue, serviceSeconds, middle) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How long the random part of a queue takes to settle, s: 1 / (capacity·(1 − √utilisation)²). A stationary wait is low-passed with it. */
export function relaxationSeconds(capacityPerSecond: number, utilisation: number): number {
  const slack = 1 - Math.sqrt(utilisation < 1 ? utilisation : 1);
  return 1 / (capacityPerSecond * slack * slack);
}

/** A backlog as a fluid: what builds up while more comes than is served, how long the last in waits, how long it takes to drain. */
export interface Backlog {
  readonly requests: number;
  readonly delaySeconds: number;
  readonly drainSeconds: number; // Infinity where the later load leaves nothing spare
}

/** @param arrivals,capacity,arrivalsAfter /s */
export function fluidBacklog(arrivals: number, capacity: number, seconds: number, arrivalsAfter: number): Backlog {
  const grown = (arrivals - capacity) * seconds;
  const requests = grown > 0 ? grown : 0;
  const spare = capacity - arrivalsAfter;
  const drainSeconds = requests === 0 ? 0 : spare > 0 ? requests / spare : Infinity;
  return { requests, delaySeconds: requests === 0 ? 0 : requests / capacity, drainSeconds };
}
