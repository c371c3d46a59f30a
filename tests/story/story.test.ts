import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/verdict.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { decodeLink } from '../../src/run/link.ts';
import { playRecord } from '../../src/run/run.ts';
import { beatsOf } from '../../src/story/beats.ts';
import { factsOf, type Fact } from '../../src/story/facts.ts';
import { postmortem } from '../../src/story/postmortem.ts';
import { turnsOf } from '../../src/story/turns.ts';
import type { RunTrace } from '../../src/run/trace.ts';
import { shipped } from '../scenario/shipped.ts';
import { look, scripted, SPIKE_DRILL, tell, type Act, type VariantId } from '../judge/scripted.ts';

function told(variant: VariantId, acts: readonly Act[], seed = '1') {
  const run = playPolicy(SPIKE_DRILL, scripted(acts), { seed, variant });
  const verdict = judge(SPIKE_DRILL, run.record());
  return { run, verdict, facts: factsOf(SPIKE_DRILL, run.trace(), verdict.proven), text: postmortem(SPIKE_DRILL, run, verdict) };
}

const NIGHT: readonly Act[] = [
  [22, { type: 'acknowledge' }],
  [30, look('business')],
  [100, { type: 'hypothesis', cause: 'pool-too-small', confidence: 60, status: 'supported', evidence: [] }],
  [110, { type: 'scale', replicas: 16 }],
  [115, look('feature-store')],
  [400, { type: 'hypothesis', cause: 'pool-too-small', confidence: 5, status: 'excluded', evidence: ['E2'] }],
  [410, { type: 'scale', replicas: 6 }],
  [420, tell({ option: 'rules' })],
  [700, { type: 'serve-cached', on: true }],
  [710, { type: 'claim-cause', changed: 'hot-keys', enters: 'feature-read', missed: 'store-by-average', confidence: 85, evidence: ['E2'] }],
  [1000, { type: 'verify', metric: 'gateway.latency_p95_ms' }],
  [1080, { type: 'resolve' }],
  [1081, { type: 'pick-preventions', items: ['circuit-breaker'] }],
  [1082, { type: 'review', statements: { noticed: 'condition', unchecked: 'person', unbounded: 'condition' } }],
];

const of = (facts: readonly Fact[], kind: Fact['kind']): readonly Fact[] => facts.filter((fact) => fact.kind === kind);

describe('facts of a run', () => {
  const { facts, run } = told('feature-store', NIGHT);

  it('stand in order of time, each with an id of its own, and hold the figure that they name', () => {
    expect(new Set(facts.map((fact) => fact.id)).size).toBe(facts.length);
    expect(facts.map((fact) => fact.tick)).toEqual([...facts.map((fact) => fact.tick)].sort((a, b) => a - b));
    for (const fact of facts) {
      expect(fact.text).not.toMatch(/NaN|undefined|no data/);
      if (fact.value !== undefined) expect(fact.text).toContain(fact.value);
    }
  });

  it('tell the page, the reading that told the cause apart, the wrong turn, the cure and its proof', () => {
    expect(of(facts, 'page')[0]!.text).toMatch(/^Paged: p95 latency \d\.\d s, normal 150 ms$/);
    expect(of(facts, 'acknowledge')[0]!.value).toBe('22 s');
    expect(of(facts, 'tell').some((fact) => fact.text.includes('Feature fetch p95'))).toBe(true);
    expect(of(facts, 'wrong-turn').some((fact) => fact.text.startsWith('Suspected first, then excluded'))).toBe(true);
    expect(of(facts, 'effect').some((fact) => fact.text.includes('Served cached features'))).toBe(true);
    expect(of(facts, 'prevention')[0]!.text).toMatch(/^Circuit breakers on both lookups: the same incident costs €[\d,]+, not €[\d,]+$/);
  });

  it('name evidence by its title, never by the number that a record gives it', () => {
    const beliefs = of(facts, 'hypothesis');
    expect(beliefs.some((fact) => fact.text.includes(': excluded, by '))).toBe(true);
    for (const { text } of beliefs) expect(text).not.toMatch(/\bE\d/);
  });

  it('name people by their role within a sentence: who was told, and whose look it was', () => {
    const ask: Act = [600, { type: 'ask-colleague', who: 'feature-platform', look: { type: 'look-logs', station: 'feature-store' } }];
    const { facts: shared } = told('feature-store', [
      [22, { type: 'acknowledge' }],
      [23, { type: 'escalate', to: 'feature-platform' }],
      ask,
      [820, tell({ option: 'rules' })],
    ]);
    expect(of(shared, 'message').some(({ text }) => text.startsWith('Told the checkout lead: '))).toBe(true);
    expect(of(shared, 'look').some(({ text }) => text.startsWith('Logs of Feature store, by the feature platform: '))).toBe(true);
  });

  it('name whose look it was beside what it showed, what it was named for, and what came of it', () => {
    const ask: Act = [
      600,
      { type: 'ask-colleague', who: 'feature-platform', look: { type: 'look-dashboard', dashboard: 'feature-store' } },
    ];
    const shared = told('feature-store', [
      [22, { type: 'acknowledge' }],
      [23, { type: 'escalate', to: 'feature-platform' }],
      [30, look('business')],
      ask,
      [800, { type: 'hypothesis', cause: 'pool-too-small', confidence: 5, status: 'excluded', evidence: ['E1', 'E2'] }],
      [
        810,
        {
          type: 'claim-cause',
          changed: 'hot-keys',
          enters: 'feature-read',
          missed: 'store-by-average',
          confidence: 85,
          evidence: ['E1', 'E2'],
        },
      ],
      [820, { type: 'serve-cached', on: true }],
    ]);
    const tells = of(shared.facts, 'tell').map(({ text }) => text);
    expect(tells.some((text) => /^Feature fetch p95 [\d.]+ s \(normal \d+ ms\), read by the feature platform$/.test(text))).toBe(true);
    expect(of(shared.facts, 'impact').some(({ text }) => text.includes('read by'))).toBe(false); // the player's own look
    expect(of(shared.facts, 'hypothesis')[0]!.text).toMatch(/: excluded, by Business, Feature store \(by the feature platform\)$/);
    expect(section(shared.text, 'Cause')).toContain('on E1 (Business), E2 (Feature store, by the feature platform):');
    expect(section(shared.text, 'What went well')).toMatch(
      /Evidence came before the change: Feature store was read by the feature platform before deciding to serve cached features at /,
    );
  });

  it('name only what was opened', () => {
    const looked = new Set(run.trace().evidence.map((one) => one.tick));
    for (const fact of facts) if (fact.kind === 'look' || fact.kind === 'tell') expect(looked.has(fact.tick)).toBe(true);
    const blind = told('feature-store', [[10, { type: 'acknowledge' }]]).facts;
    expect(blind.filter((fact) => fact.kind === 'look' || fact.kind === 'tell')).toEqual([]);
  });

  it('are the same for the same record', () => {
    const again = playRecord(SPIKE_DRILL, run.record()).trace();
    const verdict = judge(SPIKE_DRILL, run.record());
    expect(factsOf(SPIKE_DRILL, again, verdict.proven)).toEqual(facts);
  });
});

describe('turns of a run', () => {
  it('call what late labels still show of the time before a repair neither a relapse nor a wrong turn', () => {
    const drill = shipped('slow-fade');
    const run = playPolicy(drill, policyOf('expert', drill, 'feed'), { seed: '5', variant: 'feed' });
    const trace = run.trace();
    expect(Math.max(...late(trace.pageTick!, trace.endTick, trace))).toBeGreaterThan(
      1.25 * trace.metric(drill.brief.pager.metric, trace.pageTick!),
    ); // it went on rising
    const turns = turnsOf(drill.brief, trace);
    expect(turns.map(({ kind }) => kind)).toEqual(['effect']);
    expect(turns[0]!.text).toMatch(/^Bad outcomes .* from 4\.\d % to 3\.\d % by day \d+ at \d\d:\d\d, after: /);
  });
});

const late = (from: number, to: number, trace: RunTrace): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => trace.metric(shipped('slow-fade').brief.pager.metric, from + i)).filter(Number.isFinite);

describe('beats', () => {
  it('are eight, each with what a listener wants to hear and the facts that belong there', () => {
    const { facts } = told('feature-store', NIGHT);
    const beats = beatsOf(SPIKE_DRILL.brief, facts);
    expect(beats.map((beat) => beat.title)).toEqual([
      'Context and impact',
      'Detection',
      'Hypotheses, with a wrong turn',
      'Mitigation',
      'Cause',
      'Verification',
      'Communication',
      'Permanent change and lesson',
    ]);
    for (const beat of beats) expect(beat.facts.length, beat.title).toBeGreaterThan(0);
  });

  it('stand empty where the run has nothing to tell', () => {
    const { facts } = told('feature-store', []);
    const empty = beatsOf(SPIKE_DRILL.brief, facts).filter((beat) => beat.facts.length === 0);
    expect(empty.map((beat) => beat.id)).toEqual(['hypotheses', 'mitigation', 'cause', 'verification', 'change']);
  });
});

const SECTIONS = [
  'Impact',
  'Timeline (UTC)',
  'Cause',
  'Contributing factors',
  'What went well',
  'Where we were lucky',
  'Actions',
  'Play it again',
];
const section = (text: string, title: string): string => text.split(`## ${title}\n`)[1]!.split('\n## ')[0]!;

describe('the blameless postmortem', () => {
  const { run, text, verdict } = told('feature-store', NIGHT);

  it('has all its sections, in order, none of them empty', () => {
    expect([...text.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(SECTIONS);
    for (const title of SECTIONS) expect(section(text, title).trim(), title).not.toBe('');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('has a timeline in UTC, in order', () => {
    const clocks = [...section(text, 'Timeline (UTC)').matchAll(/^\| (\d\d:\d\d:\d\d) \|/gm)].map((match) => match[1]!);
    expect(clocks.length).toBeGreaterThan(8);
    expect(clocks).toEqual([...clocks].sort());
  });

  it('names conditions and roles, never a person, whatever was picked in the review', () => {
    for (const pair of SPIKE_DRILL.brief.review) expect(text).not.toContain(pair.person);
    expect(section(text, 'Contributing factors')).toContain('no budget, no breaker and no fallback bounds it');
    expect(text).not.toMatch(/should have|could have|fault of|forgot|careless/i);
    expect(section(text, 'Actions')).toMatch(/\| Circuit breakers on both lookups \| Owners of Feature store \| €[\d,]+ to €[\d,]+ \|/);
  });

  it('states the cause as the player stated it, not as it was', () => {
    const wrong = NIGHT.map(([at, action]): Act => [at, action.type === 'claim-cause' ? { ...action, changed: 'model-release' } : action]);
    const { text: other } = told('feature-store', wrong);
    expect(section(other, 'Cause')).toContain('A new model version went out');
    expect(section(other, 'Cause')).not.toContain('Far more requests');
  });

  it('ends with a link that holds the very run', () => {
    const payload = /#\/replay\/(\S+)/.exec(text)![1]!;
    const decoded = decodeLink(payload);
    expect(decoded.ok && decoded.record).toEqual(run.record());
    expect(decoded.ok && decoded.finalHash).toBe(verdict.finalHash);
  });

  it('tells moments of a drill of days with their day, as they stand in a sentence', () => {
    const drill = shipped('slow-fade');
    const played = playPolicy(drill, policyOf('runbook', drill, 'feed'), { seed: '1', variant: 'feed' });
    const impact = section(postmortem(drill, played, judge(drill, played.record())), 'Impact');
    expect(impact).toMatch(/The incident paged on day \d+ at \d\d:\d\d UTC and was /);
    expect(impact).toMatch(/^- On day \d+ at \d\d:\d\d UTC: /m);
    expect(impact).not.toMatch(/\bat day/i);
  });

  it.each(['none', 'random', 'runbook', 'expert'])('is complete for a run of %s', (id) => {
    const played = playPolicy(SPIKE_DRILL, policyOf(id, SPIKE_DRILL, 'deploy'), { seed: '6', variant: 'deploy' });
    const written = postmortem(SPIKE_DRILL, played, judge(SPIKE_DRILL, played.record()));
    expect([...written.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(SECTIONS);
    expect(written).not.toMatch(/NaN|undefined|null|no data/);
  });
});
