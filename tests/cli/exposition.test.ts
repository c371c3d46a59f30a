import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { exposition } from '../../src/cli/exposition.ts';
import { shippedIds } from '../../src/cli/library.ts';
import { shipped } from '../scenario/shipped.ts';
import { called } from './called.ts';
import { faultsOf, namingFaultsOf, readExposition } from './exposition-text.ts';

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

const promtoolSays = (text: string): string => {
  const done = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });
  return `${done.status} ${done.stdout}${done.stderr}`.trim();
};

const exposed = async (id: string, tick: number): Promise<string> => {
  const { code, out, err } = await called('metrics', id, '--seed', '7', '--at', String(tick));
  expect(err).toBe('');
  expect(code).toBe(0);
  return out;
};

const at = (tick: number): Promise<string> => exposed('latency-spike', tick);

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

const SHIPPED = shippedIds();

/** The start of a drill, and what comes half-way and at its end where nobody acts. */
const moments = (id: string): readonly number[] => {
  const { ticks } = shipped(id).brief;
  return [0, Math.round(ticks / 2), ticks];
};

describe('what each drill exposes', () => {
  it.each(SHIPPED)('%s: every series is its own, in base units, and what is called a total counts', async (id) => {
    for (const tick of moments(id)) {
      const families = readExposition(await exposed(id, tick));
      expect(families.size).toBeGreaterThan(tick === 0 ? 0 : 10);
      expect([...faultsOf(families), ...namingFaultsOf(families)], `${id} at ${tick}`).toEqual([]);
    }
  });

  it.each(SHIPPED)('%s: no counter falls', async (id) => {
    const [early, late] = await Promise.all(
      moments(id)
        .slice(1)
        .map(async (tick) => readExposition(await exposed(id, tick))),
    );
    if (early === undefined || late === undefined) throw new Error('expected two moments');
    const counters = [...early].filter(([, { type }]) => type === 'counter');
    expect(counters.length).toBeGreaterThan(0);
    for (const [name, { samples }] of counters)
      for (const sample of samples) {
        const same = late.get(name)?.samples.find(({ labels }) => JSON.stringify(labels) === JSON.stringify(sample.labels));
        expect(same?.value, name).toBeGreaterThanOrEqual(sample.value);
      }
  });

  it.runIf(hasPromtool).each(SHIPPED)('%s passes promtool', async (id) => {
    for (const tick of moments(id)) expect(promtoolSays(await exposed(id, tick)), `${id} at ${tick}`).toBe('0');
  });

  it('says a duration in seconds whatever a screen reads it in', async () => {
    const age = readExposition(await exposed('slow-fade', 150)).get('model_age_seconds')?.samples[0]?.value;
    expect(age).toBeGreaterThan(365 * 86_400);
  });

  it('is told apart from one with a series twice, another unit or a total that may fall', () => {
    const gauge = (name: string, labels: Record<string, string>[]) =>
      ({ name, help: 'x', type: 'gauge', samples: labels.map((one) => ({ labels: one, value: 1 })) }) as const;
    const faulty = [gauge('a_ratio', [{ x: '1' }, { x: '1' }]), gauge('b_days', [{}]), gauge('c_total', [{}])];
    expect(namingFaultsOf(readExposition(exposition(faulty)))).toHaveLength(3);
    expect(namingFaultsOf(readExposition(exposition([gauge('a_ratio', [{ x: '1' }, { x: '2' }])])))).toEqual([]);
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

  it('is the same on the same seed', async () => {
    expect(await at(300)).toBe(await at(300));
  });
});
