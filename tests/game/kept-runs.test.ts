import { describe, expect, it } from 'vitest';
import { ALL_RUNS, chosenRuns, readSeed } from '../../src/game/kept-runs.ts';
import { createSaves, type KeptRun } from '../../src/game/saves.ts';
import { memoryStorage } from './desk.ts';

const run = (scenario: string, seed: string, day: string, score?: number): KeptRun => ({
  scenario,
  seed,
  title: scenario,
  day,
  payload: `${scenario}-${seed}`,
  ...(score === undefined ? {} : { score }),
});
const RUNS = [run('spike', 'a', '2026-03-12', 91), run('fade', 'b', '2026-03-05'), run('spike', 'c', '2026-01-01', 40)];
const seeds = (choice: Partial<typeof ALL_RUNS>): string =>
  chosenRuns(RUNS, { ...ALL_RUNS, ...choice }, '2026-03-12')
    .map((each) => each.seed)
    .join('');

describe('own runs', () => {
  it('are filtered by drill, result and date, and sorted', () => {
    expect(seeds({})).toBe('abc');
    expect(seeds({ drill: 'spike' })).toBe('ac');
    expect([seeds({ result: 'strong' }), seeds({ result: 'weak' }), seeds({ result: 'judged' }), seeds({ result: 'unjudged' })]).toEqual([
      'a',
      'c',
      'ac',
      'b',
    ]);
    expect([seeds({ days: 0 }), seeds({ days: 7 }), seeds({ days: 6 })]).toEqual(['a', 'ab', 'a']);
    expect([seeds({ order: 'best' }), seeds({ order: 'drill' })]).toEqual(['acb', 'bac']);
  });

  it('take their score where they stand; one is deleted with its notes, and all with the best scores', async () => {
    const storage = memoryStorage();
    const saves = createSaves(storage);
    for (const each of [...RUNS].reverse()) await saves.keepRun(each);
    await saves.keepDraft('fade', 'b', { notes: 'x' });
    await saves.keepBest('spike', 91);
    await saves.keepScore('fade', 'b', 66);
    expect((await saves.runs()).map(({ seed, score }) => [seed, score])).toEqual([
      ['a', 91],
      ['b', 66],
      ['c', 40],
    ]);
    await saves.dropRun(RUNS[1]!);
    expect((await saves.runs()).map(({ seed }) => seed)).toEqual(['a', 'c']);
    expect(storage.kept.has('draft/fade/b')).toBe(false);
    await storage.write('settings', { textSize: 125 });
    await saves.dropAllRuns();
    expect([await saves.runs(), await saves.bests(['spike', 'fade']), [...storage.kept.keys()]]).toEqual([[], {}, ['settings']]);
  });
});

describe('a seed that was typed or pasted', () => {
  const read = (text: string) => readSeed(text, 'spike', { untimed: true, guidance: 'guided' }, ['spike', 'fade']);
  it('is played, alone as the settings ask, or as an address says', () => {
    expect(read(' 7 ')).toEqual({ ok: true, route: { screen: 'play', scenario: 'spike', seed: '7', untimed: true, mode: 'guided' } });
    expect(read('https://example.org/game/#/play/fade?seed=night-2')).toEqual({
      ok: true,
      route: { screen: 'play', scenario: 'fade', seed: 'night-2', untimed: false },
    });
  });

  it.each([
    ['', /Type a seed/],
    ['two words', /a space/],
    ['né', /has é/],
    ['x'.repeat(65), /at most 64 characters, this one has 65/],
    ['#/play/nothing?seed=1', /no drill called “nothing”/],
    ['#/play/fade', /has no seed/],
    ['#/replay/AAAA', /not one of a drill/],
  ])('%j is met with what is wrong', (text, says) => {
    const found = read(text);
    expect(found.ok ? '' : found.reason).toMatch(says);
  });
});
