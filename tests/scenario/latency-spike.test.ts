import { describe, expect, it } from 'vitest';
import { CHANGE_TYPES, LOOK_TYPES } from '../../src/domain/action.ts';
import { CORE_PARTS, PART_SPECS, PLANT_PARTS } from '../../src/scenario/part-specs.ts';
import { metricKeysOf } from '../../src/scenario/readings.ts';
import { openTruth } from '../../src/scenario/truth.ts';
import { BEATS } from '../../src/scenario/words.ts';
import { shipped, shippedFile } from './shipped.ts';

const text = shippedFile('scenarios/latency-spike.yaml').text;

describe('the latency spike', () => {
  const scenario = shipped('latency-spike');
  const { brief, system } = scenario;
  const truth = openTruth(scenario.sealed);

  it('takes at most 250 lines', () => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(250);
  });

  it('has four causes behind one page, each with its own three answers', () => {
    expect(truth.variants).toHaveLength(4);
    expect(new Set(truth.variants.map(({ cause }) => `${cause.changed} ${cause.enters} ${cause.missed}`)).size).toBe(4);
    for (const column of ['changed', 'enters', 'missed'] as const) {
      expect(brief.board[column].length).toBeGreaterThanOrEqual(5);
      const right = new Set(truth.variants.map(({ cause }) => cause[column]));
      expect(brief.board[column].filter(({ id }) => !right.has(id)).length).toBeGreaterThanOrEqual(1);
    }
  });

  it('offers six hypotheses, two of which are never true', () => {
    const right = new Set(truth.variants.map(({ cause }) => cause.hypothesis));
    expect(brief.causes).toHaveLength(6);
    expect(brief.causes.filter(({ id }) => !right.has(id))).toHaveLength(2);
  });

  it('drives declared physical inputs only, never a metric', () => {
    const driven = truth.variants.flatMap(({ faults }) => faults);
    expect(driven.map(({ part, input }) => `${part}.${input}`).filter((target) => metricKeysOf(scenario.system).includes(target))).toEqual(
      [],
    );
    for (const { part, input, knots } of driven) {
      expect(Object.keys(PART_SPECS[part]?.faultInputs ?? {})).toContain(input);
      expect(knots.length).toBeLessThanOrEqual(8);
    }
  });

  it('lets each cause be shown: by a tell of its own on a dashboard, and by another kind of look', () => {
    for (const variant of truth.variants) {
      const own = variant.tells.filter(({ holds }) => holds.length === 1);
      expect(own.map(({ look }) => look.type)).toContain('look-dashboard');
      expect(new Set(own.map(({ look }) => JSON.stringify(look))).size, variant.id).toBeGreaterThanOrEqual(2);
    }
  });

  it('recommends for each cause a mitigation and a fix that need evidence', () => {
    for (const { recommended } of truth.variants) {
      for (const step of [...recommended.mitigate, ...recommended.fix]) expect(step.needs.length).toBeGreaterThan(0);
      expect(recommended.mitigate.length).toBeGreaterThan(0);
      expect(recommended.fix.length).toBeGreaterThan(0);
      expect(recommended.withoutCause.flatMap(({ any }) => any.map(({ type }) => type))).toEqual(['rollback', 'shift-traffic']);
      expect(recommended.leaveAlone).toBeNull();
    }
  });

  it('lets scaling be right only under saturation', () => {
    for (const { id, recommended } of truth.variants) {
      const scaling = recommended.mitigate.filter(({ any }) => any.some(({ type }) => type === 'scale'));
      expect(scaling.map(({ when }) => when)).toEqual(id === 'traffic' ? [['pool-saturated']] : []);
    }
  });

  it('names at least two harmful actions for each cause, none of which is also recommended there', () => {
    for (const { harmful, recommended } of truth.variants) {
      expect(harmful.length).toBeGreaterThanOrEqual(2);
      const right = new Set(
        [...recommended.mitigate, ...recommended.fix].flatMap(({ any }) => any.map((pattern) => JSON.stringify(pattern))),
      );
      expect(harmful.flatMap(({ any }) => any).filter((pattern) => right.has(JSON.stringify(pattern)))).toEqual([]);
    }
  });

  it('states the effect of every prevention on every cause', () => {
    const effects = Object.fromEntries(
      brief.preventions.map(({ id }) => [id, truth.variants.map(({ preventionEffects }) => preventionEffects[id])]),
    );
    expect(effects).toEqual({
      'canary-latency-gate': ['better', 'none', 'none', 'none'],
      'circuit-breaker': ['none', 'better', 'none', 'better'],
      'feature-fetch-tracing': ['none', 'better', 'none', 'better'],
      'slo-burn-alert': ['better', 'better', 'better', 'none'],
      'autoscaling-headroom': ['better', 'none', 'better', 'none'],
      distil: ['better', 'none', 'none', 'none'],
    });
  });

  it('cannot be prevented by picking everything: any three items may cost more than ten points', () => {
    const efforts = brief.preventions.map(({ effort }) => effort).sort((a, b) => b - a);
    expect(efforts.slice(0, 3).reduce((sum, effort) => sum + effort, 0)).toBeGreaterThan(10);
  });

  it('shows the same history in three of the four, so that a change before the page decides nothing by itself', () => {
    const [deploy, ...others] = truth.variants.map(({ history }) => history);
    expect(new Set(others.map((history) => JSON.stringify(history))).size).toBe(1);
    expect(others[0]?.map(({ kind, tick }) => [kind, tick])).toEqual([
      ['model-deploy', 900 - 2890 * 60],
      ['config', 900 - 14 * 60],
    ]);
    expect(deploy?.at(-1)).toMatchObject({ kind: 'model-deploy', tick: 900 - 22 * 60 });
  });

  it('asks the checkout lead’s question six minutes after the page', () => {
    expect(truth.moments).toEqual([
      { id: 'switch-checks-off', question: 'switch-checks-off', secondsAfterPage: 360, answerWithinSeconds: 240 },
    ]);
    expect(brief.questions[0]?.options.map(({ id }) => id)).toEqual(['fail-open', 'fail-closed', 'rules']);
  });

  it('has a story key for the eight beats, in order, and four pairs to review', () => {
    expect(brief.story.map(({ beat }) => beat)).toEqual([...BEATS]);
    expect(brief.review).toHaveLength(4);
  });

  it('runs on a system that says how long every look and every change of a serving path takes', () => {
    expect(LOOK_TYPES).toEqual(expect.arrayContaining(Object.keys(system.looks)));
    expect(Object.keys(system.looks)).toHaveLength(5);
    expect(CHANGE_TYPES).toEqual(expect.arrayContaining(Object.keys(system.delays)));
    expect(Object.keys(system.delays)).toHaveLength(14);
    expect(Object.keys(system.parts).sort()).toEqual([...PLANT_PARTS.serving, ...CORE_PARTS].sort());
  });

  it('rests on every recommendation of the guides that a latency incident exercises', () => {
    const cited = new Set(text.match(/g[12]-[a-z0-9-]+/g));
    const wanted = [
      ...['spike-150ms-2s', 'check-dashboards', 'check-error-rates', 'check-recent-deploys', 'calm-triage', 'assess-customer-impact'],
      ...['rollback-if-impact-high', 'shift-to-stable-model', 'rollback-options', 'inspect-traces', 'upstream-slowness', 'timeouts'],
      ...['resource-saturation', 'observability-use', 'scale-replicas', 'circuit-breakers', 'canary-gate-latency', 'trace-feature-fetches'],
      ...['add-slos', 'tests-incident-response', 'tests-root-cause', 'prevent-recurrence', 'immediate-vs-longer', 'blameless-postmortem'],
    ].map((name) => `g1-q10-${name}`);
    wanted.push(
      'g1-q01-monitor-p95',
      'g1-q03-gate-latency',
      'g1-q03-canary-on-deploy',
      'g1-q03-monitor-slos-after-deploy',
      'g1-q04-monitor-latency',
    );
    wanted.push(
      'g1-q04-monitor-error-rates',
      'g1-q04-prometheus-grafana',
      'g1-q04-response-by-root-cause',
      'g1-q05-kubernetes-autoscaling',
    );
    wanted.push(
      'g1-q08-hpa-cpu-qps',
      'g1-q08-cluster-autoscaling',
      'g1-q08-cloudwatch-prometheus',
      'g1-q09-cache-features',
      'g1-q09-enable-autoscaling',
    );
    wanted.push(
      'g1-q09-distillation',
      'g1-q20-culture-blameless',
      'g1-q23-offer-options',
      'g1-q23-communicate-risks',
      'g1-q23-communicate-timelines',
    );
    wanted.push('g1-q24-clear-slos');
    expect(wanted.filter((id) => !cited.has(id))).toEqual([]);
  });
});
