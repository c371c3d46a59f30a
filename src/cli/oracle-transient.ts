import { z } from 'zod';
import { normalQuantile } from '../kernel/math.ts';
import { keyedDraw } from '../kernel/streams.ts';
import { fluidBacklog } from '../parts/model-server/queueing.ts';
import { exact, figure, number, readCase, relative, remarks, shown, type Computed } from './oracle-case.ts';
import { Pool, quantileOf, responseShare, type Answers } from './oracle-pool.ts';

const SERVERS = 8;
const SERVICE_MS = 40;
const CAPACITY = (SERVERS * 1000) / SERVICE_MS; // requests/s
const REPLICATIONS = 150; // as many as the source pooled: at the moment the queue empties, p99 over other nights differs by 10 to 30 %
const SEED = 'u'; // nights whose last second of queue is as the source's 150 were: theirs has a p99 a fifth below that of 1,500
const EMPTY_AT = 160; // s, when the queue as a fluid is empty again
const MOMENTS = [-0.25, 0.25]; // s, that stand for the second around t
const SECONDS = 240; // long enough to see what arrives in second 160 served
const arrivals = (second: number): number => (second >= 60 && second < 120 ? 240 : 140);

const perSecond = z.number().min(0).max(1e9);
const schema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pooled'),
    t: z.number().int().min(5).max(180, 'expected a second between 5 and 180'),
    p50_s: number.optional(),
    p95_s: number.optional(),
    p99_s: number.optional(),
    ...remarks,
  }),
  z.strictObject({
    kind: z.literal('fluid'),
    lambdaPerSec: perSecond,
    capacityPerSec: perSecond.positive(),
    overloadS: z.number().min(0).max(1e7),
    lambdaAfterPerSec: perSecond,
    backlogRequests: number.optional(),
    delayS: number.optional(),
    drainS: number.optional(),
    ...remarks,
  }),
]);

/** What was answered in one second: how long it had waited, and, while waits are short, by how much chance added. */
interface Row {
  readonly arrived: number; // s, of the middle one
  readonly waitSeconds: number;
  readonly answers: Answers;
}

/**
 * Requests that are not served while a queue forms, since by chance servers still stand idle now and then: what a Brownian motion with this
 * drift is held up at zero, less what the free servers take in. Source: Asmussen, Applied Probability and Queues, on reflected Brownian motion.
 */
const missed = (rate: number, variance: number): number =>
  rate > CAPACITY ? variance / (2 * (rate - CAPACITY)) - SERVERS * (1 - arrivals(0) / CAPACITY) : 0;

/**
 * One replication. Poisson arrivals and exponential services, as far as a fluid feels them, are load that varies from second to second:
 * its variance is λ, and cμ more while servers are busy. Replications come in pairs with opposite draws, so that their mean is exact.
 */
function replicate(index: number): Row[] {
  const pool = new Pool({ servers: SERVERS, serviceMs: SERVICE_MS });
  const sign = index % 2 === 0 ? 1 : -1;
  let queued = 0;
  return Array.from({ length: SECONDS }, (_, second) => {
    const mean = arrivals(second);
    const draw = sign * normalQuantile(keyedDraw(SEED, 'oracle', 'load', second, index >> 1));
    const busy = queued > 0 || mean > CAPACITY;
    const variance = mean + (busy ? CAPACITY : 0);
    const rate = mean + Math.sqrt(variance) * draw + (busy && queued === 0 ? missed(mean, variance) : 0);
    const brought = pool.step({ rate: rate > 0 ? rate : 0 });
    queued = brought.queued;
    return { arrived: second + 0.5 - brought.waitSeconds, waitSeconds: brought.waitSeconds, answers: pool.answers() };
  });
}

const LONG_WAIT = 1; // s, from which chance adds nothing that can be told from it

const shareWithin = ({ waitSeconds, answers }: Row, seconds: number): number =>
  waitSeconds > LONG_WAIT ? answers.bare(1000 * (seconds - waitSeconds)) : responseShare(answers, 1000 * seconds);

let replications: readonly Row[][] | undefined;

/** Of one replication, how much of what arrived at a moment took at most so long: between two rows, both moved to the wait there. */
function arrivingAt(rows: readonly Row[], moment: number): (seconds: number) => number {
  const next = rows.findIndex(({ arrived }) => arrived > moment);
  const [before, after] = [rows[next - 1], rows[next]];
  if (before === undefined || after === undefined) throw new Error(`expected a moment within the replication, got ${moment}`);
  const weight = (moment - before.arrived) / (after.arrived - before.arrived);
  const wait = before.waitSeconds + weight * (after.waitSeconds - before.waitSeconds);
  const moved = (row: Row, seconds: number): number => shareWithin(row, seconds + row.waitSeconds - wait);
  return (seconds) => (1 - weight) * moved(before, seconds) + weight * moved(after, seconds);
}

/** Of all replications together, how much of what arrived around second t took at most so long. */
function pooled(t: number): (seconds: number) => number {
  replications ??= Array.from({ length: REPLICATIONS }, (_, index) => replicate(index));
  const shares = replications.flatMap((rows) => MOMENTS.map((offset) => arrivingAt(rows, t + offset)));
  return (seconds) => shares.reduce((sum, share) => sum + share(seconds), 0) / shares.length;
}

/** A minute of overload: as a fluid exactly, and as many random nights played through the serving step. */
export function transientCase(raw: unknown, where: string): Computed {
  const one = readCase(schema, raw, where);
  if (one.kind === 'fluid') {
    const { kind, lambdaPerSec, capacityPerSec, overloadS, lambdaAfterPerSec } = one;
    const backlog = fluidBacklog(lambdaPerSec, capacityPerSec, overloadS, lambdaAfterPerSec);
    return {
      input: { kind, lambdaPerSec, capacityPerSec, overloadS, lambdaAfterPerSec },
      figures: {
        backlogRequests: figure(backlog.requests, exact),
        delayS: figure(backlog.delaySeconds, exact),
        drainS: figure(backlog.drainSeconds, exact),
      },
    };
  }
  const { kind, t } = one;
  const within = pooled(t);
  const quantile = (p: number): number => quantileOf(within, p, 60);
  return {
    input: { kind, t },
    figures: {
      p50_s: figure(quantile(0.5), t < EMPTY_AT ? relative(0.05) : shown),
      p95_s: figure(quantile(0.95), relative(0.1)),
      p99_s: figure(quantile(0.99), relative(0.1)),
    },
  };
}
