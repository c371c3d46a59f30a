import { z } from 'zod';
import { figure, number, readCase, relative, remarks, within, type Computed } from './oracle-case.ts';
import { Pool, type PoolSpec, type Second } from './oracle-pool.ts';
import { BadInput } from './wrong.ts';

const SERVERS = 32;
const SERVICE_MS = 100;
const CAPACITY = (SERVERS * 1000) / SERVICE_MS; // requests/s
const TRIGGER_AT = 100; // s
const READ = [200, 290] as const; // s, where goodput is read
const READ_LATE = 400; // s, after an action, or to see a deep trigger out
const HEALTHY = 0.5; // goodput that tells recovered from stuck
const READ_SECONDS = 5; // goodput is a mean over these

const rho = z.number().gt(0).max(100);
const goodput = z.tuple([number, number]);

const schema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('outcome'),
    rho,
    triggerS: z.number().min(0).max(99, 'expected a trigger that is over when goodput is read: at most 99 s'),
    retries: z.string().default('unbounded4'),
    cancelExpired: z.boolean().default(false),
    queueCap: z.number().positive().max(1e6).optional(),
    discipline: z.string().default('FIFO'),
    action: z.string().optional(),
    outcome: z.string().optional(),
    offered: number.optional(),
    goodput: goodput.optional(),
    ...remarks,
  }),
  z.strictObject({
    kind: z.literal('deepTrigger'),
    rho,
    mRho: number.optional(),
    des: goodput.optional(),
    fluid: goodput.optional(),
    ...remarks,
  }),
]);

const MOST_ATTEMPTS = 4;

/** "none", "unbounded4", "budget10pct". */
function retriesOf(word: string, where: string): Pick<PoolSpec, 'attempts' | 'retryBudgetShare'> {
  if (word === 'none') return { attempts: 1 };
  const attempts = Number(/^unbounded([1-5])$/.exec(word)?.[1] ?? NaN);
  if (attempts >= 1) return { attempts, retryBudgetShare: null };
  const percent = Number(/^budget(\d+(?:\.\d+)?)pct$/.exec(word)?.[1] ?? NaN);
  if (percent >= 0 && percent <= 100) return { attempts: MOST_ATTEMPTS, retryBudgetShare: percent / 100 };
  throw new BadInput(`${where}, "retries": expected "none", "unbounded1" to "unbounded5" or "budget10pct", got "${word}"`);
}

function disciplineOf(word: string, where: string): 'fifo' | 'lifo' {
  const lower = word.toLowerCase();
  if (lower === 'fifo' || lower === 'lifo') return lower;
  throw new BadInput(`${where}, "discipline": expected "FIFO" or "LIFO", got "${word}"`);
}

/** "shed to <=30% of normal for 120 s", from the first reading on. */
function shedOf(words: string | undefined, where: string): (second: number) => number {
  if (words === undefined) return () => 0;
  const [, percent, seconds] = /^shed to (?:<=|≤)?\s*(\d+(?:\.\d+)?)\s*%(?: of normal)? for (\d+) s$/.exec(words) ?? [];
  if (percent === undefined || Number(percent) > 100) {
    throw new BadInput(`${where}, "action": expected "shed to <=30% of normal for 120 s" with other numbers, got "${words}"`);
  }
  return (second) => (second >= READ[0] && second < READ[0] + Number(seconds) ? 1 - Number(percent) / 100 : 0);
}

interface Played {
  readonly goodput: (second: number) => number; // mean over the seconds from there
  readonly offered: number; // attempts/s at the end
}

function play(spec: PoolSpec, seconds: number, at: (second: number) => Second): Played {
  const pool = new Pool(spec);
  const rows = Array.from({ length: seconds + READ_SECONDS }, (_, second) => pool.step(at(second)));
  const mean = (from: number, of: 'inTime' | 'attempts' | 'first'): number =>
    rows.slice(from, from + READ_SECONDS).reduce((sum, row) => sum + row[of], 0) / READ_SECONDS;
  return { goodput: (second) => mean(second, 'inTime') / mean(second, 'first'), offered: mean(rows.length - READ_SECONDS, 'attempts') };
}

const base: PoolSpec = {
  servers: SERVERS,
  serviceMs: SERVICE_MS,
  timeoutMs: 1000,
  backoffMs: 1000,
  attempts: MOST_ATTEMPTS,
  retryBudgetShare: null,
};

/** Does a pool recover from a trigger? Played through the serving step; nothing in it knows of storms. */
export function metastabilityCase(raw: unknown, where: string): Computed {
  const one = readCase(schema, raw, where);
  const rate = one.rho * CAPACITY;
  if (one.kind === 'deepTrigger') {
    const { goodput: read } = play(base, READ_LATE, (second) => ({
      rate,
      capacityFactor: second >= TRIGGER_AT && second < TRIGGER_AT + 30 ? 1 / 16 : 1,
    }));
    const both = [read(READ[0]), read(READ_LATE)];
    return {
      input: { kind: one.kind, rho: one.rho },
      figures: { mRho: figure(MOST_ATTEMPTS * one.rho, within(1e-9)), des: figure(both, within(0.1)), fluid: figure(both, within(0.1)) },
    };
  }
  const { kind, rho: load, triggerS, retries, cancelExpired, queueCap, discipline, action } = one;
  const shed = shedOf(action, where);
  const spec: PoolSpec = {
    ...base,
    ...retriesOf(retries, where),
    cancelExpired,
    queueCap: queueCap ?? 0,
    discipline: disciplineOf(discipline, where),
  };
  const last = action === undefined ? READ[1] : READ_LATE;
  const { goodput: read, offered } = play(spec, last, (second) => ({
    rate,
    capacityFactor: second >= TRIGGER_AT && second < TRIGGER_AT + triggerS ? 0.5 : 1,
    shedShare: shed(second),
  }));
  return {
    input: {
      kind,
      rho: load,
      triggerS,
      retries,
      cancelExpired,
      ...(queueCap === undefined ? {} : { queueCap }),
      discipline,
      ...(action === undefined ? {} : { action }),
    },
    figures: {
      outcome: figure(read(last) >= HEALTHY ? 'recovers' : 'stuck', within(0)),
      offered: figure(offered, relative(0.05)),
      goodput: figure([read(READ[0]), read(last)], within(0.1)),
    },
  };
}
