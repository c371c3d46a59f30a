import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { placeOf } from '../scenario/shipped.ts';
import { called } from './called.ts';

const folder = mkdtempSync(join(tmpdir(), 'silent-drift-worlds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shippedText = (path: string): string => readFileSync(new URL(`../../scenarios/${path}`, import.meta.url), 'utf8');

/** What `validate` says of a shipped scenario under another id, with one passage replaced: in the scenario, or in a copy of its system. */
async function told(id: string, from: string, to: string): Promise<{ readonly out: string; readonly path: string; readonly text: string }> {
  const scenario = shippedText(`${id}.yaml`).replace(`id: ${id}`, 'id: own');
  const systemId = /^system: (.+)$/m.exec(scenario)?.[1] ?? '';
  const system = shippedText(`systems/${systemId}.yaml`);
  const path = join(mkdtempSync(join(folder, 'drill-')), 'own.yaml');
  const changed = scenario.replace(from, to);
  expect(changed === scenario && !system.includes(from)).toBe(false);
  writeFileSync(path, changed);
  if (changed === scenario) {
    const own = join(dirname(path), 'systems', `${systemId}.yaml`);
    mkdirSync(dirname(own));
    writeFileSync(own, system.replace(from, to));
  }
  const { code, out, err } = await called('validate', path);
  expect([code, err]).toEqual([1, '']);
  return { out, path, text: changed };
}

describe('a scenario file of which no world can be made as it says', () => {
  it('is told at the variants that cannot be built', async () => {
    const { out } = await told('bad-canary', 'strata: [foreign, country-x, home]', 'strata: [foreign, home]');
    expect(out).toMatch(
      /own\.yaml:\d+:\d+ variants\.[a-z]+: the system cannot be built with this: experiment\.strata: expected the segments of the audience \(.+\), got foreign, home/,
    );
  });

  it('is told of a metric that is kept by label only', async () => {
    const { out, path, text } = await told('silent-schema', '  metric: training.candidate_auc', '  metric: drift.psi');
    expect(out).toBe(
      `${path}:${placeOf(text, 'drift.psi')} pager.metric: no dashboard of this system shows "drift.psi"; expected one of drift.psi{monthly-fee}, drift.psi{plan}, drift.psi{overdue}, drift.psi{usage-trend}\n`,
    );
  });

  it('is told of looks that nobody can make', async () => {
    const { out } = await told('slow-fade', '{look: segments channel,', '{look: segments canal,');
    expect(out).toMatch(/tells\.[a-z-]+\.look: nobody can make this look on this system; expected one of "segments /);
    const trace = await told('silent-schema', '{look: lineage,', '{look: trace slow,');
    expect(trace.out).toMatch(/tells\.[a-z-]+\.look: this system has no look "trace"; expected one of dashboard, logs, changes, /);
    const upstream = await told('silent-schema', '{look: dashboard data,', '{look: dashboard upstream,');
    expect(upstream.out).toMatch(
      /tells\.[a-z-]+\.look: "dashboard upstream" shows nothing on this system; "readings" lists what each look shows/,
    );
  });

  it('is told of a step that no player is offered', async () => {
    const { out } = await told('slow-fade', 'cutoff: {atLeast: 0.24, atMost: 0.28', 'cutoff: {atLeast: 0.96, atMost: 0.97');
    expect(out).toMatch(/\.any: no player is offered any of these changes; the menu has set-cutoff cutoff 0\.\d/);
  });

  it('is warned, and not refused, where it plays otherwise than it states', async () => {
    const scenario = shippedText('latency-spike.yaml').replace('id: latency-spike', 'id: own');
    const path = join(mkdtempSync(join(folder, 'drill-')), 'own.yaml');
    const warnings = async (from: RegExp, to: string): Promise<string> => {
      expect(scenario).toMatch(from);
      writeFileSync(path, scenario.replace(from, to));
      const { code, out, err } = await called('validate', path);
      expect([code, out]).toEqual([0, '']);
      return err.replaceAll(path, 'own.yaml');
    };
    expect(await warnings(/pageTick: 900/, 'pageTick: 960')).toMatch(
      /^own\.yaml:\d+:3 variants\.deploy: warning: pages at tick \d+ on seed 1, and clock\.pageTick is 960: history and bands count from there$/m,
    );
    expect(await warnings(/input: rateFactor, knots: .*\]\]/, 'input: rateFactor, knots: [[0, 1], [20, 1.01]]')).toMatch(
      /^own\.yaml:\d+:3 variants\.traffic: warning: never pages on seed 1: its faults do not bring "p95-high" to fire$/m,
    );
    expect(await warnings(/reading: store\.fetch_p95_ms, above: \d+/, 'reading: store.fetch_p95_ms, above: 40000')).toMatch(
      /^own\.yaml:\d+:3 tells\.[a-z-]+: warning: does not hold in feature-store at the page, stated otherwise: it reads \d+ on seed 1$/m,
    );
  });
});

describe('a system file that is well formed', () => {
  const toldOf = async (from: string, to: string): Promise<string> => {
    const path = join(mkdtempSync(join(folder, 'system-')), 'own.yaml');
    const system = shippedText('systems/fraud-api.yaml');
    expect(system).toContain(from);
    writeFileSync(path, system.replace(from, to));
    const { code, out } = await called('validate', path);
    expect(code).toBe(1);
    return out.replace(path, 'own.yaml');
  };

  it('is told of alert rules that never fire', async () => {
    expect(await toldOf('series: gateway.latency_p95_ms', 'series: gateway.latency')).toMatch(
      /^own\.yaml:\d+:\d+ parts\.alerts\.rules\[0\]\.series: no dashboard of this system shows "gateway\.latency", so the rule never fires; /,
    );
    expect(await toldOf('errors: gateway.slow_total', 'errors: gateway.slow')).toMatch(
      /^own\.yaml:\d+:\d+ parts\.alerts\.rules\[1\]\.errors: this system keeps no running total "gateway\.slow", so the rule never fires\n$/,
    );
  });

  it('is told of looks that a colleague cannot make on it, and of times that run backwards', async () => {
    expect(await toldOf('reads: [dashboard versions, dashboard', 'reads: [dashboard model, dashboard')).toMatch(
      /^own\.yaml:\d+:\d+ parts\.colleagues\.people\[0\]\.reads\[0\]: nobody can make the look "dashboard model" on this system; expected some of dashboard service, /,
    );
    expect(await toldOf('comes: [240, 480]', 'comes: [480, 240]')).toMatch(
      /^own\.yaml:\d+:\d+ parts\.colleagues\.people\[0\]\.comes: expected \[shortest, longest\] in seconds/,
    );
  });

  it('is told of looks and changes that it never offers', async () => {
    expect(await toldOf('look-trace: 240', 'look-trace: 240, look-lineage: 30')).toMatch(
      /^own\.yaml:\d+:\d+ looks\.look-lineage: a serving system with these parts never offers this; it offers look-dashboard, /,
    );
    expect(await toldOf('  retrain: [14400, 14400]', '  retrain: [14400, 14400]\n  set-cutoff: [1, 2]')).toMatch(
      /^own\.yaml:\d+:3 delays\.set-cutoff: a serving system with these parts never offers this; it offers rollback, /,
    );
  });

  it('is told what its kind is made of, where it does not say which kind it is', async () => {
    const path = join(mkdtempSync(join(folder, 'system-')), 'own.yaml');
    writeFileSync(path, shippedText('systems/shop-recommender.yaml').replace('plant: exposure\n', ''));
    const { code, out, err } = await called('validate', path);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/parts\.audience: a serving system has no such part; expected some of traffic, /);
    expect(out).toMatch(/parts\.model-server\.versions: missing; /);
  });
});
