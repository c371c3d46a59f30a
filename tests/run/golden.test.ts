import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { goldenRows, goldenText } from '../golden/rows.ts';
import { aScenario } from '../support/a-scenario.ts';

it('ends runs as it always has (where a change of the world is meant: npm run golden)', () => {
  const rows = goldenRows(aScenario());
  expect(new Set(rows.map(({ finalHash }) => finalHash)).size).toBe(rows.length);
  expect(goldenText(rows)).toBe(readFileSync(new URL('../golden/latency-spike.json', import.meta.url), 'utf8'));
}, 120_000);
