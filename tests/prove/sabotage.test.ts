import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { openStream } from '../../src/kernel/streams.ts';
import type { FixedList } from '../../src/prove/lists/fixed-list.ts';
import type { KnownLists } from '../../src/prove/plan.ts';
import { prove } from '../../src/prove/prove.ts';
import { CLAIMS, type ClaimId, type ClaimRow } from '../../src/prove/row.ts';
import { doTask } from '../../src/prove/tasks.ts';
import { shippedFile } from '../scenario/shipped.ts';
import { SABOTAGE } from './sabotage/edits.ts';
import { sabotaged } from './sabotage/sabotaged.ts';

const here = (name: string): string => fileURLToPath(new URL(`sabotage/${name}`, import.meta.url));
const IDS = Object.keys(CLAIMS) as ClaimId[];

const memorised = (JSON.parse(readFileSync(here('memorised.json'), 'utf8')) as { actions: FixedList }).actions;

/** Found on the honest drill and on the sabotaged ones: played again here, since searching takes minutes. */
const KNOWN: KnownLists = {
  score: [memorised],
  cheapest: {
    deploy: [
      { afterPageSeconds: 0, action: { type: 'acknowledge' } },
      { afterPageSeconds: 1, action: { type: 'look-dashboard', dashboard: 'versions' } },
      { afterPageSeconds: 62, action: { type: 'shift-traffic', version: 'v41', share: 0.6 } },
    ],
  },
};

async function rowsOf(idOrFile: string): Promise<readonly ClaimRow[]> {
  const scenario = scenarioOf(idOrFile);
  const { rows } = await prove(scenario, { seeds: 1, quick: true, lists: 60 }, KNOWN, (tasks) =>
    Promise.resolve(tasks.map((task) => doTask(scenario, task))),
  );
  return rows;
}

const failed = (rows: readonly ClaimRow[]): string[] =>
  rows.flatMap((row) => row.figures.filter(({ ok }) => !ok).map(({ name, value, bar }) => `${row.claim}: ${name} ${value}, bar ${bar}`));

/** All of them where that is asked for (npm run sabotage); else one, another every day: each costs a whole proof. */
function drawn(): readonly ClaimId[] {
  if (process.env['SABOTAGE'] === 'all') return IDS;
  const day = process.env['SABOTAGE'] ?? new Date().toISOString().slice(0, 10);
  const { next } = openStream(day, 'test', 'sabotage');
  return [IDS[Math.floor(next() * IDS.length)]!];
}

describe('a sabotaged drill', () => {
  it('stands for every claim', () => {
    expect(Object.keys(SABOTAGE).sort()).toEqual([...IDS].sort());
  });

  it.each(IDS)('is the honest one but for what is said: %s', (claim) => {
    const honest = shippedFile('scenarios/latency-spike.yaml').text;
    expect(readFileSync(here(`${claim}.yaml`), 'utf8'), 'to renew: npx tsx tests/prove/sabotage/write.ts').toBe(sabotaged(honest, claim));
  });

  it.each(drawn())(
    'fails its claim and no other: %s (SABOTAGE=all plays all of them)',
    async (claim) => {
      const rows = await rowsOf(here(`${claim}.yaml`));
      console.log(`${claim}: ${SABOTAGE[claim].says} → ${failed(rows).join('; ')}`);
      const { unmeasured } = rows.find((row) => row.claim === 'solvable')!;
      // No list of the other variants is known here, and where one slow way out alone is recommended the known one rests on nothing.
      expect(unmeasured?.variants).toEqual([...(claim === 'apt' ? ['deploy'] : []), 'feature-store', 'traffic', 'upstream']);
      expect(unmeasured?.todo).toBe('leave out --quick, to try 500 lists a variant, or try more with --lists');
      expect(rows.filter(({ standing }) => standing === 'fails').map((row) => row.claim)).toEqual([claim]);
    },
    300_000,
  );
});
