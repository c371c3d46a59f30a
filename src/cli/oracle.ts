import { z } from 'zod';
import type { Io } from './args.ts';
import { burnRateCase, histogramQuantileCase } from './oracle-alerts.ts';
import { callsCase } from './oracle-calls.ts';
import { jsonNumber, number, readCase, type Computed, type Family, type Figure, type Value } from './oracle-case.ts';
import { driftCase } from './oracle-drift.ts';
import { experimentsCase } from './oracle-experiments.ts';
import { hpaCase } from './oracle-hpa.ts';
import { metastabilityCase } from './oracle-metastability.ts';
import { mgcCase, mmcCase } from './oracle-queueing.ts';
import { transientCase } from './oracle-transient.ts';
import { anyOf, BadInput, quoted } from './wrong.ts';

const FAMILIES: Readonly<Record<string, Family>> = {
  mmc: mmcCase,
  mgc: mgcCase,
  transient: transientCase,
  metastability: metastabilityCase,
  hpa: hpaCase,
  'histogram-quantile': histogramQuantileCase,
  'burn-rate': burnRateCase,
  'retries-breaker-cache': callsCase,
  experiments: experimentsCase,
  drift: driftCase,
};

/** Oracle files whose part of the world does not exist yet. */
const NOT_BUILT: readonly string[] = ['llm'];

export interface OracleCase {
  readonly input: Readonly<Record<string, unknown>>;
  readonly computed: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly ok: boolean;
  readonly tolerance: Readonly<Record<string, string>>; // of each expected field
}

export interface OracleResult {
  readonly id: string;
  readonly cases: readonly OracleCase[];
  readonly ok: boolean;
}

const MOST_CASES = 10_000;

const fileSchema = z.looseObject({
  about: z.looseObject({ id: z.string().min(1) }),
  cases: z.array(z.unknown()).min(1, 'expected at least one case').max(MOST_CASES, `expected at most ${MOST_CASES} cases`),
});

const asJson = (value: Value): unknown =>
  typeof value === 'number' ? jsonNumber(value) : typeof value === 'object' ? value.map(jsonNumber) : value;

const meets = ({ value, tolerance }: Figure, expected: unknown, where: string): boolean => {
  if (typeof value === 'string' || typeof value === 'boolean') return value === expected;
  if (typeof value === 'number') return tolerance.near(value, readCase(number, expected, where));
  const row = readCase(z.array(number), expected, where);
  return row.length === value.length && row.every((item, i) => tolerance.near(value[i] as number, item));
};

const judge = ({ input, figures }: Computed, raw: Readonly<Record<string, unknown>>, where: string): OracleCase => {
  const computed: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  const tolerance: Record<string, string> = {};
  let ok = true;
  for (const [field, figure] of Object.entries(figures)) {
    computed[field] = asJson(figure.value);
    if (!Object.hasOwn(raw, field)) continue;
    expected[field] = raw[field];
    tolerance[field] = figure.tolerance.says;
    if (!meets(figure, raw[field], `${where}, ${quoted(field)}`)) ok = false;
  }
  return { input, computed, expected, ok, tolerance };
};

/**
 * Every case of an oracle file, computed by the functions that the simulation uses, beside what the file expects.
 * @param data the parsed file: `{about: {id}, cases: [...]}`
 * @throws BadInput when the file is malformed, its id unknown, or its part not built
 */
export function computeOracle(data: unknown): OracleResult {
  const file = readCase(fileSchema, data, 'the oracle file');
  const id = file.about.id;
  if (NOT_BUILT.includes(id)) throw new BadInput(`the part of the world that oracle ${quoted(id)} is about is not built yet`);
  const family = Object.hasOwn(FAMILIES, id) ? FAMILIES[id] : undefined;
  if (!family) throw new BadInput(`the oracle file, "about.id": expected ${anyOf(Object.keys(FAMILIES))}, got ${quoted(id)}`);
  const cases = file.cases.map((raw, i) => {
    const where = `case ${i + 1}`;
    return judge(family(raw, where), raw as Record<string, unknown>, where);
  });
  return { id, cases, ok: cases.every(({ ok }) => ok) };
}

/** Whether a case says what should come out: else what is computed is shown, and nothing is found right or wrong. */
const isCompared = ({ expected }: OracleCase): boolean => Object.keys(expected).length > 0;

const short = (value: unknown): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(9))) : typeof value === 'string' ? value : JSON.stringify(value);

const asText = ({ id, cases, ok }: OracleResult): string => {
  const lines = cases.flatMap((one, i) => {
    const inputs = Object.entries(one.input).map(([key, value]) => `${key} ${short(value)}`);
    const fields = Object.keys(isCompared(one) ? one.expected : one.computed).map((field) =>
      isCompared(one)
        ? `    ${field}: ${short(one.computed[field])}, expected ${short(one.expected[field])} (${one.tolerance[field]})`
        : `    ${field}: ${short(one.computed[field])}, nothing expected`,
    );
    return [`${!isCompared(one) ? '--  ' : one.ok ? 'ok  ' : 'FAIL'} case ${i + 1}: ${inputs.join(', ')}`, ...fields];
  });
  const compared = cases.filter(isCompared);
  const passed = compared.filter((one) => one.ok).length;
  const rest = compared.length === cases.length ? '' : `; nothing is expected of ${cases.length - compared.length}`;
  return `${id}\n${lines.join('\n')}\n${passed} of ${compared.length} cases within tolerance${ok ? '' : ': some are not'}${rest}\n`;
};

/**
 * Prints an oracle file beside what is computed for it.
 * @param data the parsed file @returns the exit code: 0 all within tolerance, 1 not
 * @throws BadInput as computeOracle
 */
export function runOracleFile(data: unknown, { json, io }: { readonly json: boolean; readonly io: Io }): 0 | 1 {
  const result = computeOracle(data);
  io.out(json ? `${JSON.stringify(result)}\n` : asText(result));
  return result.ok ? 0 : 1;
}
