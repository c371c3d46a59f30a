import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/cli/library.ts';
import { goldenRows, goldenText } from '../golden/rows.ts';

describe('runs end as they always have (where a change of the world is meant: npm run golden)', () => {
  it.each(shipped().map((scenario) => [scenario.brief.id, scenario] as const))(
    'in %s',
    (id, scenario) => {
      const rows = goldenRows(scenario);
      expect(new Set(rows.map(({ finalHash }) => finalHash)).size).toBe(rows.length);
      expect(goldenText(rows)).toBe(readFileSync(new URL(`../golden/${id}.json`, import.meta.url), 'utf8'));
    },
    120_000,
  );
});
