import { beforeAll, describe, expect, it } from 'vitest';
import { coverageText } from '../../src/cli/coverage-text.ts';
import { playbookIds } from '../../src/cli/shipped-playbook.ts';
import type { Coverage, CoverageReport } from '../../src/prove/coverage/coverage.ts';
import { called, printed, type Called } from './called.ts';

const SAMPLE = 2; // links that are replayed

let call: Called;
let of: Coverage;
beforeAll(async () => {
  call = await called('coverage', 'latency-spike', '--json');
  of = JSON.parse(call.out) as Coverage;
}, 180_000);

describe('cli coverage', () => {
  it('prints exactly its fields as JSON alone, for every entry of the playbook', () => {
    expect([call.code, call.err]).toEqual([0, '']);
    expect(Object.keys(of)).toEqual(['entries', 'exercised', 'byPlay', 'missing', 'witnesses']);
    expect(of.entries).toBe(493);
    const witnessed = Object.keys(of.witnesses);
    expect(of.exercised).toBe(witnessed.length);
    expect([...of.missing, ...witnessed].sort()).toEqual([...playbookIds()].sort());
    expect(of.missing).toEqual(playbookIds().filter((id) => !witnessed.includes(id)));
  });

  it('finds what the latency spike is about, by play where a line of the score has it', () => {
    expect(of.exercised).toBeGreaterThanOrEqual(50);
    expect(of.byPlay).toBeGreaterThanOrEqual(44);
    expect(of.byPlay).toBeLessThan(of.exercised); // some are told only
  });

  it('gives witnesses that replay, on the night that they say', async () => {
    const all = Object.values(of.witnesses);
    for (const one of all) expect(Object.keys(one)).toEqual(['scenario', 'variant', 'seed', 'link', 'tick']);
    const links = [...new Set(all.map(({ link }) => link))];
    for (const link of links.slice(-SAMPLE)) {
      const { scenario, variant, seed } = all.find((one) => one.link === link)!;
      expect(await printed('replay', link, '--json')).toMatchObject({ verified: true, scenario, variant, seed });
    }
  }, 120_000);

  it.each([
    [['nope'], 1, 'no scenario "nope"'],
    [['--workers', '0'], 2, '--workers takes a whole number from 1 to'],
    [['latency-spike', 'latency-spike'], 2, '"latency-spike" is named twice'],
    [['--seeds', '2'], 2, "Unknown option '--seeds'"],
  ])('%j is refused in one sentence', async (argv, code, says) => {
    const refused = await called('coverage', ...argv);
    expect([refused.code, refused.out]).toEqual([code, '']);
    expect(refused.err).toContain(says);
    expect(refused.err.trim().split('\n')).toHaveLength(1);
  });
});

describe('coverage for people', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `g1-q01-entry-${i}`);
  const report: CoverageReport = {
    coverage: { entries: 43, exercised: 3, byPlay: 2, missing: ids, witnesses: {} },
    scenarios: [
      { scenario: 'latency-spike', cited: 5, exercised: 3, byPlay: 2, unreached: ['g1-q01-entry-7', 'g1-q01-entry-8'] },
      { scenario: 'slow-fade', cited: 1, exercised: 1, byPlay: 0, unreached: [] },
    ],
    broken: [],
  };
  const text = coverageText(report);

  it('is a row a scenario, what is cited in vain, and the missing entries on lines of a readable length', () => {
    const lines = text.split('\n');
    expect(lines.slice(0, 7)).toEqual([
      'scenario       cited  exercised  by play',
      'latency-spike      5          3        2',
      'slow-fade          1          1        0',
      'together                      3        2',
      'cited in latency-spike, and brought up by no run:',
      '  g1-q01-entry-7 g1-q01-entry-8',
      'missing, 40:',
    ]);
    expect(text).toMatch(/\n3 of 43 entries exercised, 2 of them by play\n$/);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(120);
    for (const id of ids) expect(text).toContain(` ${id}`);
  });

  it('says which entries do not count because their run does not replay', () => {
    expect(text).not.toContain('replay');
    expect(coverageText({ ...report, broken: ['g1-q01-entry-3'] })).toMatch(
      /does not replay to what was claimed of it:\n {2}g1-q01-entry-3\n/,
    );
  });
});
