import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { episodeOf, PLAYS } from '../../src/cli/bench/plays.ts';
import { NODE_FLAGS } from '../../src/cli/program.mjs';
import { aScenario } from '../support/a-scenario.ts';

const scenario = aScenario();
const wanted = { scenario: scenario.brief.id, variant: 'traffic', pageTick: 900 };

it('a timed episode is played to its end, or for as long as it is cut to', () => {
  for (const play of PLAYS) {
    expect(episodeOf(scenario, { ...wanted, play })().tick).toBe(scenario.brief.ticks);
    expect(episodeOf(scenario, { ...wanted, play, ticks: 2400 })().tick).toBe(2400);
  }
});

it('a timed episode that is cut short costs what the whole one has cost by then', () => {
  const [whole, cut] = [undefined, 2400].map((ticks) =>
    episodeOf(scenario, { ...wanted, play: 'none', ...(ticks === undefined ? {} : { ticks }) })(),
  );
  expect(cut!.impactEur()).toBeGreaterThan(0);
  expect(cut!.impactEur()).toBe(whole!.forkAt(2400).costSoFarEur());
});

it('processes that are timed are started as the command line is', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const name of ['cli', 'bench']) expect(scripts[name]).toContain(`node ${NODE_FLAGS.join(' ')} src/cli/launch.mjs`);
});
