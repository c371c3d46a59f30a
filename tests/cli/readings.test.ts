import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bareScenario } from '../../src/prove/bare-scenario.ts';
import { looksShown, playsOf } from '../../src/prove/readings-shown.ts';
import { shippedIds, systemOf } from '../../src/cli/library.ts';
import { shippedSystemIds } from '../../src/cli/system-files.ts';
import { alertIds } from '../../src/scenario/lint-tells.ts';
import { readingsOf, unlabelled } from '../../src/scenario/readings.ts';
import { lookPattern } from '../../src/scenario/schema-patterns.ts';
import { openTruth } from '../../src/scenario/truth.ts';
import { shipped } from '../scenario/shipped.ts';
import { called, printed } from './called.ts';

const README = readFileSync(new URL('../../scenarios/README.md', import.meta.url), 'utf8');
const shown = README.slice(README.indexOf('## What each look shows'), README.indexOf('## What makes a good drill'));

describe('the readings of a system', () => {
  it.each(shippedSystemIds())('are all of the looks that it offers, under keys that a file may name: %s', (id) => {
    const system = systemOf(id)!;
    const scenario = bareScenario(system);
    const looks = looksShown(scenario, playsOf(scenario, '1'));
    const types = new Set(looks.map(({ look }) => `look-${look.split(' ')[0]}`));
    expect(Object.keys(system.looks).filter((type) => !types.has(type))).toEqual([]);
    for (const { look, readings } of looks) {
      const known = readingsOf(lookPattern(look), system, alertIds(system));
      expect(readings.map(({ key }) => unlabelled(key)).filter((key) => !known.includes(key))).toEqual([]);
    }
    expect(looks.flatMap(({ readings }) => readings).length).toBeGreaterThan(20);
  });

  it('are those of a file that is named, too', async () => {
    const [byId, byFile] = [await printed('readings', 'churn-batch', '--json'), await printed('readings', 'scenarios/systems/churn-batch.yaml', '--json')];
    expect(byFile).toEqual(byId);
  });
}); // prettier-ignore

describe('the readings of a scenario', () => {
  it('cover every tell of the shipped ones', () => {
    for (const id of shippedIds()) {
      const scenario = shipped(id);
      const looks = looksShown(scenario, playsOf(scenario, '1'));
      const keys = new Set(looks.flatMap(({ readings }) => readings.map(({ key }) => key)));
      const missing = openTruth(scenario.sealed).tells.filter(({ reading }) => !keys.has(reading));
      expect(missing.map((tell) => `${id} ${tell.id}`)).toEqual([]);
    }
  });

  it('print as the guide to scenarios shows them', async () => {
    const commands = [...shown.matchAll(/npm run --silent cli -- (.+)/g)].map((match) => (match[1] ?? '').split(' '));
    expect(commands).toEqual([
      ['readings', 'fraud-api'],
      ['readings', 'latency-spike', '--seed', '1'],
    ]);
    const said = await Promise.all(commands.map((argv) => called(...argv)));
    for (const { code, err } of said) expect([code, err]).toEqual([0, '']);
    const excerpt = (/```text\n([^`]+)```/.exec(shown)?.[1] ?? '').split('\n').filter((line) => line !== '' && line.trim() !== '…');
    expect(excerpt.length).toBeGreaterThan(7);
    for (const line of excerpt) expect(said[1]!.out.split('\n')).toContain(line);
  });

  it('say which tells do not read as stated', async () => {
    const { tells } = (await printed('readings', 'latency-spike', '--json')) as { tells: { tells: number; odd: unknown[] } };
    expect(tells.odd).toEqual([]);
    expect(tells.tells).toBeGreaterThan(10);
  });

  it('come with the inputs that faults may drive, and what each is of', async () => {
    const { inputs } = (await printed('readings', 'churn-batch', '--json')) as {
      inputs: { part: string; input: string; low: number; high: number }[];
    };
    expect(inputs).toContainEqual(expect.objectContaining({ part: 'pipeline', input: 'trainShare', low: 0, high: 1, of: [] }));
    expect((await called('readings', 'churn-batch')).out).toMatch(
      /^ {2}pipeline +trainShare +0 +1 {2}share of rows: rows read for training/m,
    );
  });

  it('need a scenario or a system that is there', async () => {
    const { code, err } = await called('readings', 'nowhere');
    expect([code, err]).toEqual([1, expect.stringContaining('there is no scenario "nowhere"')]);
  });
});
