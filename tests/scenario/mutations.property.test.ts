import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadChecked, type LoadResult } from '../../src/scenario/load-checked.ts';
import { FRAUD_API, load, PLAYBOOK, SPIKE } from './shipped.ts';

const runs = Number(process.env['FUZZ_LOGS'] ?? 30);
const settings = { numRuns: runs, seed: 20_26 };
const SLOW_MS = 5000; // of a file that takes about 30 ms unharmed, on a busy machine

// What a slip of the hand or of a program leaves behind.
const scrap = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '  ',
    '- ',
    ': ',
    ', ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '&a ',
    '*a',
    '!x ',
    '|',
    '>',
    '#',
    '? ',
    '~',
    '\t',
    '\0',
    '%',
    '---\n',
    '<<: ',
  ),
  fc.constantFrom(
    'null',
    'true',
    '.nan',
    '.inf',
    '-1',
    '1e999',
    '0x10',
    '__proto__',
    'constructor',
    'toString',
    'g1-q10-timeouts',
    '1970-01-01',
    '99999999999999999999',
  ),
  fc.string({ maxLength: 12 }),
);
const slip = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.oneof(fc.nat(3), fc.nat(400)), put: scrap });

const mutate = (text: string, slips: readonly { at: number; drop: number; put: string }[]): string =>
  slips.reduce((now, { at, drop, put }) => {
    const from = Math.floor(at * now.length);
    return now.slice(0, from) + put + now.slice(from + drop);
  }, text);

function expectAnswer(run: () => LoadResult, lines: 'with lines' | 'without lines'): void {
  const start = performance.now();
  const result = run();
  expect(performance.now() - start).toBeLessThan(SLOW_MS);
  if (result.ok) return;
  expect(result.faults.length).toBeGreaterThan(0);
  for (const fault of result.faults) {
    expect(fault.message).not.toMatch(/undefined|\[object|\n/);
    expect(fault.message.length).toBeLessThan(700);
    if (lines === 'with lines' && !fault.message.startsWith('and ')) {
      expect(fault.line).toBeGreaterThanOrEqual(1);
      expect(fault.col).toBeGreaterThanOrEqual(1);
    }
  }
}

const anything = fc.oneof(
  fc.anything({ maxDepth: 2 }),
  fc.constantFrom<unknown>(null, undefined, NaN, -Infinity, '', 'deploy', [], {}, [[]], { id: {} }, -0, 1e308, '\u0000'),
);

// Puts a value somewhere into a copy of data, following the path as far as it leads.
function planted(data: unknown, path: readonly number[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (typeof data !== 'object' || data === null || step === undefined) return value;
  const keys = Object.keys(data);
  const key = keys[step % (keys.length + 1)] ?? 'extra';
  const inner = planted((data as Record<string, unknown>)[key], rest, value);
  if (Array.isArray(data)) return data.map((item: unknown, i) => (String(i) === key ? inner : item));
  return { ...data, [key]: inner };
}

describe(`a scenario with random mutations (${runs} of each kind)`, () => {
  it('is answered with a scenario or with faults, soon, whatever was done to its text', { timeout: 1_000_000 }, () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 6 }), (slips) =>
        expectAnswer(() => load({ scenario: mutate(SPIKE.text, slips) }), 'with lines'),
      ),
      settings,
    );
  });

  it('is answered so too when its system was mutated', { timeout: 1_000_000 }, () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) =>
        expectAnswer(() => load({ system: mutate(FRAUD_API.text, slips) }), 'with lines'),
      ),
      settings,
    );
  });

  it('is answered so too when it came as data with something planted in it', { timeout: 1_000_000 }, () => {
    const [spike, system, playbook] = [SPIKE, FRAUD_API, PLAYBOOK].map(({ text }): unknown => parse(text));
    const plant = fc.record({
      path: fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
      value: anything,
      into: fc.constantFrom('scenario', 'system'),
    });
    fc.assert(
      fc.property(plant, ({ path, value, into }) =>
        expectAnswer(
          () =>
            loadChecked({
              scenario: { file: 'a', data: into === 'scenario' ? planted(spike, path, value) : spike },
              systems: [{ file: 'b', data: into === 'system' ? planted(system, path, value) : system }],
              playbook: { file: 'c', data: playbook },
            }),
          'without lines',
        ),
      ),
      settings,
    );
  });

  it('is answered so too when it is no scenario at all', { timeout: 1_000_000 }, () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => expectAnswer(() => load({ scenario: text }), 'with lines')),
      settings,
    );
  });
});
