import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/game/inspect.ts';
import { findFacts } from '../../src/game/inspect-find.ts';
import { factsOf, measureOf, type Fact } from '../../src/game/inspect-facts.ts';
import type { Run } from '../../src/run/run.ts';
import { DRILLS, evidenceOf, lookedAtAll } from './all-looks.ts';

const factsIn = (run: Run): readonly Fact[] => evidenceOf(run).flatMap((each) => factsOf(each, run.scenario.brief.system.colleagues));
const byDrill = new Map(DRILLS.map((id) => [id, factsIn(lookedAtAll(id, '21'))] as const));
const all = [...byDrill.values()].flat();
const find = (facts: readonly Fact[], ending: string): Fact => {
  const found = facts.find(({ id }) => id.endsWith(ending));
  if (found === undefined) throw new Error(`expected a fact that ends in ${ending}`);
  return found;
};

describe('inspecting two facts', () => {
  it('every drill has facts that agree, that differ and that cannot be compared', () => {
    for (const [id, facts] of byDrill) {
      const verdicts = { agree: 0, differ: 0, apart: 0 };
      for (const a of facts) for (const b of facts) if (a.id < b.id) verdicts[inspect(a, b, 60).verdict] += 1;
      console.info(`${id}, seed 21: ${facts.length} facts, ${JSON.stringify(verdicts)}`);
      for (const count of Object.values(verdicts)) expect(count, id).toBeGreaterThan(0);
      expect(new Set(facts.map((fact) => fact.id)).size).toBe(facts.length);
    }
  });

  it('says the same whichever fact comes first', () => {
    for (const facts of byDrill.values())
      for (let i = 0; i + 7 < facts.length; i += 3) {
        const [a, b] = [facts[i]!, facts[i + 7]!];
        expect(inspect(a, b, 60).verdict).toBe(inspect(b, a, 60).verdict);
      }
  });

  it('a figure agrees with its normal exactly where the two read alike or lie within 5 %', () => {
    let pairs = 0;
    for (const fact of all) {
      const normal = all.find(({ id }) => id === `${fact.id}/normal`);
      if (fact.kind !== 'figure' || normal?.kind !== 'figure') continue;
      pairs += 1;
      const { verdict, sentence } = inspect(fact, normal, 60);
      const gap = Math.abs(fact.value - normal.value);
      if (gap > 0.2 * Math.max(Math.abs(fact.value), Math.abs(normal.value)) && gap > 0.02)
        expect(verdict, `${fact.id}: ${sentence}`).toBe('differ');
      if (gap === 0) expect(verdict, fact.id).toBe('agree');
    }
    expect(pairs).toBeGreaterThan(60);
  });

  it('the share of a segment that was evaluated is set against its share live, not against its rows', () => {
    const facts = byDrill.get('slow-fade') ?? [];
    const live = find(facts, '/evaluation.live_share{direct}');
    expect(inspect(live, find(facts, '/evaluation.reference_share{direct}'), 3600).verdict).toBe('agree');
    expect(inspect(live, find(facts, '/segments.rows{direct}'), 3600).verdict).toBe('apart');
  });

  it('a field type before and after a schema change differ, and neither compares with a figure', () => {
    const run = lookedAtAll('silent-schema', '22', 'types');
    const facts = factsIn(run);
    const [before, now] = [find(facts, '/Plan/before'), find(facts, '/Plan/now')];
    expect(inspect(before, now, 3600)).toEqual({ verdict: 'differ', sentence: 'They differ: text and integer.' });
    expect(inspect(before, find(facts, '/drift.psi{plan}'), 3600).sentence).toContain('cannot be compared');
    expect(inspect(now, now, 3600).verdict).toBe('apart');
    expect(inspect(find(facts, '/crm'), find(facts, '/crm/was'), 3600).sentence).toBe('They differ: v13 and v12.');
  });

  it('names what is measured apart from whose it is', () => {
    expect(measureOf('gateway.latency_p95_ms')).toBe(measureOf('model.latency_p95_ms{v42}'));
    expect(measureOf('training.champion_auc')).toBe(measureOf('model.live_auc'));
    expect(measureOf('data.null_share{plan}')).toBe(measureOf('distributions.missing_share{plan}'));
    expect(measureOf('data.null_share{plan}')).not.toBe(measureOf('data.unknown_share{plan}'));
  });
});

describe('finding a fact', () => {
  const facts = byDrill.get('slow-fade') ?? [];
  const labels = (typed: string, other?: Fact): readonly string[] =>
    findFacts(facts, typed, other, 3600).map(({ fact }) => `${fact.label} ${fact.from}`.toLowerCase());

  it('needs every word that is typed, of what it is, of whose evidence it is, or of its value', () => {
    expect(facts.length).toBeGreaterThan(100);
    expect(labels('')).toHaveLength(facts.length);
    const found = labels('evaluated BROKER');
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(8);
    for (const label of found) expect(label).toMatch(/broker/);
    expect(labels('no such fact')).toEqual([]);
  });

  it('puts those first that can be compared with the other, of the same thing before others, and never that itself', () => {
    const live = find(facts, '/evaluation.live_share{direct}');
    const found = findFacts(facts, '', live, 3600);
    expect(found[0]?.fact.id.endsWith('/evaluation.reference_share{direct}')).toBe(true);
    expect(found.map(({ fact }) => fact.id)).not.toContain(live.id);
    const firstApart = found.findIndex(({ comparable }) => !comparable);
    expect(firstApart).toBeGreaterThan(3);
    expect(found.slice(firstApart).some(({ comparable }) => comparable)).toBe(false);
    for (const { fact, comparable } of found) expect(comparable, fact.id).toBe(inspect(live, fact, 3600).verdict !== 'apart');
  });
});
