import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { plain } from '../../src/cli/plain.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { alikeOf, pagesOf } from '../../src/prove/alike.ts';
import { recordFileOf } from '../../src/run/replay.ts';
import type { RecordFile } from '../../src/run/record.ts';
import { withTruth } from '../support/a-scenario.ts';
import { called } from './called.ts';
import { scratch } from './scratch.ts';

const { folder, file } = scratch('strangers');

const scenario = scenarioOf('latency-spike');
let record: RecordFile;
beforeAll(() => {
  record = recordFileOf(playPolicy(scenario, policyOf('expert', scenario, 'deploy'), { seed: '7', variant: 'deploy' }));
});
const kept = (name: string, edit: (record: RecordFile) => RecordFile): string => file(name, JSON.stringify(edit(record)));

describe('a record that someone else kept', () => {
  it('is told and said not to be verified, where it does not end as it was kept', async () => {
    const forged = kept('forged.json', (one) => ({ ...one, finalHash: '0'.repeat(16) }));
    const { code, out, err } = await called('story', 'postmortem', forged);
    expect([code, err]).toEqual([0, 'Not verified: played again, the run does not end as it was kept; "replay" says more\n']);
    expect(out).toContain('# ');
    const honest = await called(
      'story',
      'postmortem',
      kept('honest.json', (one) => one),
    );
    expect(honest.err).toBe('');
  });

  it('is refused where its log goes back in time', async () => {
    const backwards = kept('backwards.json', (one) => ({ ...one, log: [...one.log].reverse() }));
    const { code, err } = await called('replay', backwards);
    expect(code).toBe(1);
    expect(err).toMatch(/log\[\d+\]\.tick: expected at least \d+ of the entry before, got \d+/);
  });

  it('is no folder', async () => {
    const { code, err } = await called('replay', folder);
    expect([code, err]).toEqual([1, expect.stringContaining('it is a folder') as string]);
  });

  it('tells the terminal nothing', () => {
    expect(plain('seed 7\u001b[2J\u009b31m\ttab\r\nend\u0000')).toBe('seed 7\ufffd[2J\ufffd31m\ttab\r\nend\ufffd');
  });
});

describe('a number that begins with a dash', () => {
  it('is said to be no value of an option', async () => {
    const { code, err } = await called('metrics', 'latency-spike', '--seed', '7', '--at', '-5');
    expect(code).toBe(2);
    expect(err).toContain('--at takes a value that does not begin with a dash');
  });
});

describe('a scenario of someone else’s', () => {
  const text = readFileSync(new URL('../../scenarios/latency-spike.yaml', import.meta.url), 'utf8');
  const system = readFileSync(new URL('../../scenarios/systems/fraud-api.yaml', import.meta.url), 'utf8');
  const edited = (name: string, from: string, to: string): string => {
    expect(text).toContain(from);
    file(`${name}/systems/fraud-api.yaml`, system);
    return file(`${name}/drill.yaml`, text.replace(from, to));
  };

  it('may not ask for an action that its system has not', async () => {
    const { code, out } = await called('validate', edited('action', '{type: rebalance-partition}', '{type: warm-pods}'));
    expect(code).toBe(1);
    expect(out).toMatch(/there is no action of this system "warm-pods"; expected one of /);
  });

  it('is told of a signature that the investigator does not know', async () => {
    const { err } = await called('validate', edited('signature', '  deploy:\n', '  deploy:\n    signature: no-such-row\n'));
    expect(err).toMatch(/variants\.deploy\.signature: the investigator has no row "no-such-row"; it has /);
  });

  it('is not alike at the start where a cause never pages', () => {
    const quiet = withTruth(scenario, (truth) => ({
      ...truth,
      variants: truth.variants.map((variant) => (variant.id === 'traffic' ? { ...variant, faults: [] } : variant)),
    }));
    const pages = pagesOf(quiet, ['1', '2']);
    expect(alikeOf(quiet, pages, pages)).toMatchObject({ unpaged: ['traffic'], worstSigmas: Infinity, ok: false });
  });
});
