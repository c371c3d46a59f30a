import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { encodeLink } from '../../src/run/link.ts';
import { createRun, replayInto } from '../../src/run/run.ts';
import { called, printed, type Called } from './called.ts';

const scenario = scenarioOf('latency-spike');
const folder = mkdtempSync(join(tmpdir(), 'silent-drift-best-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AT = '3000'; // late, so that there is little left to simulate

let link = '';
let text: Called;
let json: Called;

beforeAll(async () => {
  const run = createRun(scenario, { seed: '11', variant: 'feature-store', checkpoints: false });
  replayInto(
    run,
    [
      { tick: 1001, action: { type: 'look-trace', pick: 'slow' } },
      { tick: 2990, action: { type: 'scale', replicas: 16 } },
      { tick: 3050, action: { type: 'restart' } },
    ],
    Infinity,
  );
  link = encodeLink(run.record(), run.finalHash());
  text = await called('best', link, '--at', AT);
  json = await called('best', link, '--at', AT, '--json');
}, 60_000);

interface Printed {
  readonly line: readonly { readonly tick: number; readonly secondsAfterPage: number; readonly action: object; readonly says: string }[];
  readonly log: { readonly actions: readonly { readonly tick: number; readonly action: object }[] };
  readonly [name: string]: unknown;
}

describe('cli best', () => {
  it('prints JSON alone: the line, what it costs beside the other ways on, and how long was searched', () => {
    expect([json.code, json.err.replace(/^best: \d+ of \d+\n/gm, '')]).toEqual([0, '']);
    const of = JSON.parse(json.out) as Printed;
    expect(Object.keys(of)).toEqual(
      'scenario seed variant preventions atTick fromTick pageTick line bestEur playedEur recommendedEur nothingEur simulations mostSimulations finalHash log link'.split(
        ' ',
      ),
    );
    expect(of).toMatchObject({ scenario: 'latency-spike', seed: '11', variant: 'feature-store', atTick: 3000, fromTick: 3000 });
    expect(of['bestEur']).toBeLessThan(of['nothingEur'] as number);
    expect(of['nothingEur']).toBeLessThan(of['playedEur'] as number); // the player restarted everything
    expect(of.log.actions.slice(0, 2).map(({ tick }) => tick)).toEqual([1001, 2990]);
    expect(of.log.actions.slice(2)).toEqual(of.line.map(({ tick, action }) => ({ tick, action })));
    for (const { tick, secondsAfterPage } of of.line) expect(tick - secondsAfterPage).toBe(of['pageTick']);
  });

  it('gives a link that repeats, and a log that plays to the same end', async () => {
    const of = JSON.parse(json.out) as Printed;
    const same = { finalHash: of['finalHash'], impactEur: of['bestEur'] };
    expect(await printed('replay', of['link'] as string, '--json')).toMatchObject({ verified: true, ...same });
    const file = join(folder, 'log.json');
    writeFileSync(file, JSON.stringify(of.log));
    const argv = ['run', 'latency-spike', '--seed', '11', '--variant', 'feature-store', '--log', file, '--json'];
    expect(await printed(...argv)).toMatchObject(same);
  });

  it('says in words what to do when, and what the night would have cost', () => {
    const { line, link: own } = JSON.parse(json.out) as Printed;
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/^From 02:39:00 on\.$/m);
    expect(line.length).toBeGreaterThan(0);
    for (const { says } of line)
      expect(text.out).toMatch(
        new RegExp(`^ {2}02:[34]\\d:\\d\\d +\\d+ min after the page {2}${says}( {2}\\(takes effect after .+\\))?$`, 'm'),
      );
    for (const what of ['by this line', 'as it was played', 'if the recommended response', 'if nothing more'])
      expect(text.out).toMatch(new RegExp(`^ +€[\\d,]+ {2}${what}`, 'm'));
    expect(text.out).toMatch(/^Cheapest of \d+ simulations \(at most \d+\); a cheaper line may exist\.$/m);
    expect(text.out).toContain(`replay ${own as string}\n`);
    expect(text.out).not.toMatch(/undefined|NaN|\[object/);
  });

  it('says why there is nothing to be done', async () => {
    const { code, out } = await called('best', link, '--at', String(scenario.brief.ticks));
    expect(code).toBe(0);
    expect(out).toContain('The incident was over at 02:44:00: nothing could be done any more.');
  });

  it.each([
    ['no tick', [], 2, '--at is missing'],
    ['a tick that is no number', ['--at', 'soon'], 2, '--at takes a whole number from 0 to 3300, got "soon"'],
    ['a tick that is no whole number', ['--at', '1000.5'], 2, '--at takes a whole number from 0 to 3300'],
    ['a tick after the end', ['--at', '3301'], 2, '--at takes a whole number from 0 to 3300, got "3301"'],
  ] as const)('refuses %s in one sentence', async (_what, argv, code, says) => {
    const got = await called('best', link, ...argv);
    expect([got.code, got.out]).toEqual([code, '']);
    expect(got.err).toContain(says);
    expect(got.err.trim().split('\n')).toHaveLength(1);
  });

  it('refuses what holds no run', async () => {
    expect(await called('best', 'nonsense', '--at', AT)).toMatchObject({ code: 1, out: '' });
    expect(await called('best', '--at', AT)).toMatchObject({ code: 2, out: '' });
  });
});
