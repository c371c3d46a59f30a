import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { exposition } from '../../src/cli/exposition.ts';
import { called } from './called.ts';
import { faultsOf, readExposition } from './exposition-text.ts';

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

const promtoolSays = (text: string): string => {
  const done = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });
  return `${done.status} ${done.stdout}${done.stderr}`.trim();
};

const at = async (tick: number, ...more: string[]): Promise<string> => {
  const { code, out, err } = await called('metrics', 'latency-spike', '--seed', '7', '--at', String(tick), ...more);
  expect(err).toBe('');
  expect(code).toBe(0);
  return out;
};

describe('the text of an exposition', () => {
  it('escapes help and labels, writes infinities, and closes histograms', () => {
    const text = exposition([
      { name: 'a_total', help: 'one\\two\nthree', type: 'counter', samples: [{ labels: { x: 'q"u\\o\nte' }, value: 3 }] },
      { name: 'b_ratio', help: 'b', type: 'gauge', samples: [{ labels: {}, value: Infinity }] },
      {
        name: 'c_seconds',
        help: 'c',
        type: 'histogram',
        samples: [{ labels: { v: '1' }, edges: [0.1, 0.5], cumulative: [1, 3], sum: 1.25, count: 4 }],
      },
    ]);
    expect(text.split('\n')).toEqual([
      '# HELP a_total one\\\\two\\nthree',
      '# TYPE a_total counter',
      'a_total{x="q\\"u\\\\o\\nte"} 3',
      '# HELP b_ratio b',
      '# TYPE b_ratio gauge',
      'b_ratio +Inf',
      '# HELP c_seconds c',
      '# TYPE c_seconds histogram',
      'c_seconds_bucket{v="1",le="0.1"} 1',
      'c_seconds_bucket{v="1",le="0.5"} 3',
      'c_seconds_bucket{v="1",le="+Inf"} 4',
      'c_seconds_sum{v="1"} 1.25',
      'c_seconds_count{v="1"} 4',
      '',
    ]);
    expect(faultsOf(readExposition(text))).toEqual([]);
  });

  it('is checked for buckets that shrink, a wrong count and a sum too small', () => {
    const sample = { labels: {}, edges: [0.1, 50], cumulative: [3, 2], sum: 0, count: 4 };
    const faults = faultsOf(readExposition(exposition([{ name: 'c_seconds', help: 'c', type: 'histogram', samples: [sample] }])));
    expect(faults.some((fault) => fault.includes('bucket 50 holds 2'))).toBe(true);
    expect(faults.some((fault) => fault.includes('_sum 0'))).toBe(true);
  });
});

describe('cli metrics', () => {
  it.each([0, 15, 600, 1500, 3300])('prints families that hold together at tick %i', async (tick) => {
    const families = readExposition(await at(tick));
    expect(faultsOf(families)).toEqual([]);
    expect(families.get('http_request_duration_seconds')?.type).toBe('histogram');
    expect(families.get('http_requests_total')?.type).toBe('counter');
  });

  it('counts as many durations as requests that came to an end', async () => {
    const families = readExposition(await at(1200));
    const sum = (name: string, suffix = ''): number =>
      (families.get(name)?.samples ?? []).filter((sample) => sample.name === name + suffix).reduce((total, { value }) => total + value, 0);
    const requests = sum('http_requests_total');
    const durations = sum('http_request_duration_seconds', '_count');
    expect(requests).toBeGreaterThan(1000);
    expect(Math.abs(requests - durations) / requests).toBeLessThan(0.02);
  });

  it('grows every counter from tick to tick, and is the same on the same seed', async () => {
    const early = readExposition(await at(300));
    const late = readExposition(await at(900));
    for (const [name, { type, samples }] of early) {
      if (type !== 'counter') continue;
      const later = late.get(name)?.samples ?? [];
      for (const sample of samples) {
        const same = later.find(({ labels }) => JSON.stringify(labels) === JSON.stringify(sample.labels));
        expect(same?.value, name).toBeGreaterThanOrEqual(sample.value);
      }
    }
    expect(await at(300)).toBe(await at(300));
  });

  it.runIf(hasPromtool)('passes promtool', async () => {
    for (const tick of [0, 600, 2400]) expect(promtoolSays(await at(tick))).toBe('0');
    expect(promtoolSays('a_total 1\n')).not.toBe('0');
  });
});
