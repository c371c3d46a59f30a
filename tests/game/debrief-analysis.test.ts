import { beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/verdict.ts';
import { formatValue } from '../../src/domain/metric.ts';
import type { AfterAsk } from '../../src/game/debrief-asks.ts';
import type { RunFacts, VerdictFacts } from '../../src/game/debrief-facts.ts';
import { costAxis } from '../../src/game/debrief-cost-axis.ts';
import { atHorizon, decisionAsked, questionsOf, worstAfter } from '../../src/game/debrief-questions.ts';
import { costGraph, seenGraph, valueAt } from '../../src/game/debrief-graph.ts';
import { beliefLanes } from '../../src/game/debrief-lanes.ts';
import { placeMarks, scoreByMoment } from '../../src/game/debrief-marks.ts';
import { ENGINE } from '../../src/run/engine.ts';
import { decodeLink, encodeLink } from '../../src/run/link.ts';
import { playRecord } from '../../src/run/run.ts';
import type { RunTrace } from '../../src/run/trace.ts';
import { analyst, factsOfNight, playNight, SPIKE_NIGHT, WRONG_TURN } from './debrief-night.ts';

const frame = { width: 968, height: 300, left: 60, right: 76, top: 26, bottom: 36, from: 0, to: SPIKE_NIGHT.brief.ticks };

describe('the debrief of a night with a wrong turn, seed 7', () => {
  const payload = playNight('feature-store', WRONG_TURN);
  let ask: AfterAsk;
  let run: RunFacts;
  let verdict: VerdictFacts;
  let trace: RunTrace;

  beforeAll(async () => {
    ask = analyst();
    run = await factsOfNight(ask, payload);
    verdict = await ask('verdict', { payload });
    const decoded = decodeLink(payload);
    if (!decoded.ok) throw new Error(decoded.reason);
    trace = playRecord(SPIKE_NIGHT, decoded.record).trace();
  });

  it('tells every entry of the log as a moment at its own tick, beside the page', () => {
    const own = run.moments.filter((moment) => moment.id.startsWith('m'));
    expect(own.map((moment) => moment.tick)).toEqual(trace.entries.map((entry) => entry.tick));
    expect(run.moments.find((moment) => moment.kind === 'page')?.tick).toBe(trace.pageTick);
    expect(run.moments.map((moment) => moment.tick)).toEqual(run.moments.map((moment) => moment.tick).toSorted((a, b) => a - b));
  });

  it('notes that the link is of another engine by its own word, also where it verifies', async () => {
    const decoded = decodeLink(payload);
    if (!decoded.ok) throw new Error(decoded.reason);
    const odd = encodeLink({ ...decoded.record, engine: '9.9.9' }, decoded.finalHash);
    const [own, other] = [await ask('open', { payload }), await ask('open', { payload: odd })];
    expect(own).toMatchObject({ verified: true, note: null });
    expect(other).toMatchObject({ verified: true, note: `By its own word it was played on engine 9.9.9; this is ${ENGINE}.` });
  });

  it('gives away nothing of the cause, the score or the baselines before the verdict is asked for', () => {
    const before = JSON.stringify(run);
    expect(before).not.toContain(verdict.cause.title);
    expect(before).not.toContain(verdict.cause.says);
    expect(Object.keys(run)).not.toContain('variant');
    for (const word of ['impactAvoided', 'harmAdded', 'baseline', 'expert']) expect(before).not.toContain(word);
  });

  it('shows the very figures that the judge gave', () => {
    const judged = judge(SPIKE_NIGHT, trace.record);
    expect(verdict.total).toBe(judged.score.total);
    expect(verdict.impactEur).toBe(trace.impactEur);
    expect(verdict.impactAvoided).toBe(judged.impactAvoided);
    expect(verdict.parts.map((part) => [part.id, part.got, part.max])).toEqual(
      judged.score.parts.map((part) => [part.id, part.got, part.max]),
    );
    expect(Object.fromEntries(verdict.levels.map((level) => [level.id, level.impactEur]))).toEqual({
      none: judged.baselines.none.impactEur,
      random: judged.baselines.random.impactEur,
      runbook: judged.baselines.runbook.impactEur,
      expert: judged.baselines.expert.impactEur,
      you: trace.impactEur,
    });
    expect(valueAt(verdict.you, trace.endTick)).toBeCloseTo(trace.impactEur, 6);
  });

  it('has a citation with words at every verdict, and links only evidence that was open by then', () => {
    const lines = verdict.parts.flatMap((part) => part.lines);
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      expect(line.citations.length).toBeGreaterThan(0);
      for (const citation of line.citations) expect(citation.says.length).toBeGreaterThan(10);
      for (const id of line.evidence) expect(run.evidence.map((note) => note.id)).toContain(id);
    }
    expect(lines.some((line) => line.evidence.length > 0)).toBe(true);
    expect(lines.filter((line) => /\bE\d\b/.test(line.text))).toEqual([]);
  });

  it('asks about the change that the worst followed, and plays the expectation back', () => {
    const about = decisionAsked(run);
    expect(about?.title).toBe('Scaled to 16 replicas');
    const worst = worstAfter(run, about!)!;
    expect(worst.after).toBeGreaterThan(worst.before);
    const [first, second] = questionsOf(run).questions;
    expect(first.text).toContain('Scaled to 16 replicas');
    expect(first.choices.some((choice) => choice.id === 'E1')).toBe(true);
    expect(first.choices.some((choice) => choice.id === 'E5')).toBe(false); // opened only later
    expect(second.text).toContain('You said that in 5 min it would be lower.');
    expect(second.text).toContain(formatValue(atHorizon(run, about!).after, run.pager.unit));
  });

  it('draws beliefs as lanes, and says which one was the cause only when told', () => {
    const lanes = beliefLanes(run, null);
    expect(lanes.map((lane) => [lane.id, lane.fate])).toEqual([
      ['heavy-model', 'excluded'],
      ['pool-too-small', 'excluded'],
      ['hot-partition', 'claimed'],
    ]);
    expect(lanes.some((lane) => lane.isCause)).toBe(false);
    expect(
      beliefLanes(run, verdict.cause.hypothesis)
        .filter((lane) => lane.isCause)
        .map((lane) => lane.id),
    ).toEqual(['hot-partition']);
  });

  it('compares the claim with the truth slot by slot', () => {
    expect(verdict.cause.slots.map((slot) => slot.right)).toEqual([true, true, true]);
  });

  it('draws marks and their words without covering one another', () => {
    const graph = costGraph(run.clock, verdict, run.moments, frame);
    const placed = placeMarks(graph.marks, { left: 60, right: 892, top: 26, bottom: 262 });
    const labels = placed.flatMap((mark) => mark.label ?? []);
    expect(labels.length).toBeGreaterThan(5);
    const boxes = labels.map((label) => ({
      left: label.x - (label.text.length * 6.1) / 2,
      right: label.x + (label.text.length * 6.1) / 2,
      y: label.y,
    }));
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) expect(Math.abs(a.y - b.y) >= 12 || a.right <= b.left || b.right <= a.left).toBe(true);
    expect(placed.map((mark) => mark.moment.kind)).not.toContain('belief');
    expect(seenGraph(run.clock, run.pager, run.moments, frame).summary).toContain('its normal');
  });

  it('tells of updates that follow each other closely by the first of them, but of one with a tag or with points by itself', () => {
    const { marks } = costGraph(run.clock, verdict, run.moments, frame);
    const update = marks.find((mark) => mark.moment.kind === 'message')!;
    const many = Array.from({ length: 12 }, (_, i) => ({ ...update, x: 100 + 20 * i, moment: { ...update.moment, id: `u${i}` } }));
    const place = (tagged: readonly string[], scored: readonly string[]) =>
      placeMarks(many, { left: 60, right: 892, top: 26, bottom: 262 }, { tagged: new Set(tagged), scored: new Set(scored) });
    const told = (placed: ReturnType<typeof place>) =>
      placed.filter(({ small }) => !small).map(({ moment, label }) => [moment.id, label?.text ?? '']);
    expect(told(place([], []))).toEqual([['u0', '12 updates']]);
    expect(told(place(['u5'], ['u9']))).toEqual([
      ['u0', '5 updates'],
      ['u5', '4 updates'],
      ['u9', '3 updates'],
    ]);
  });

  it('puts five on one axis in euro, in order, with no two names at one place', () => {
    const axis = costAxis(verdict, 0.11);
    expect(axis.marks.map((mark) => mark.at)).toEqual(axis.marks.map((mark) => mark.at).toSorted((a, b) => a - b));
    const row = axis.marks.filter((mark) => mark.row === 0).map((mark) => mark.labelAt);
    for (const [i, at] of row.entries()) if (i > 0) expect(at - row[i - 1]!).toBeGreaterThanOrEqual(0.11 - 1e-9);
    for (const level of verdict.levels) expect(axis.summary).toContain(formatValue(level.impactEur, 'eur'));
  });

  it('gives each point that a moment earned or lost to that moment, once', () => {
    const of = scoreByMoment(verdict.parts);
    const ids = new Set(run.moments.map(({ id }) => id));
    expect([...of.keys()].filter((id) => !ids.has(id))).toEqual([]);
    const total = [...of.values()].reduce((sum, moment) => sum + moment.points, 0);
    const ticks = new Set(run.moments.map(({ tick }) => tick));
    const lines = verdict.parts
      .flatMap((part) => part.lines)
      .filter(({ tick, moment }) => moment !== null || (tick !== null && ticks.has(tick)));
    expect(total).toBeCloseTo(
      lines.reduce((sum, line) => sum + line.points, 0),
      6,
    );
  });
});

describe('what is picked afterwards', () => {
  it('becomes an action of the log: a new link, the same run, the re-run that the judge does', async () => {
    const ask = analyst();
    const payload = playNight('feature-store', WRONG_TURN);
    const before = await factsOfNight(ask, payload);
    const added = await ask('add', { payload, action: { type: 'pick-preventions', items: ['circuit-breaker', 'canary-latency-gate'] } });
    if (!added.ok) throw new Error(added.reason);
    const after = await factsOfNight(ask, added.payload);
    expect(added.payload).not.toBe(payload);
    expect(after.picks).toEqual(['circuit-breaker', 'canary-latency-gate']);
    expect([after.key, after.moments]).toEqual([before.key, before.moments]);
    const helps = await ask('rerun', { payload: added.payload, items: ['circuit-breaker'] });
    const idle = await ask('rerun', { payload: added.payload, items: ['canary-latency-gate'] });
    expect(helps.impactAfterEur).toBeLessThan(helps.impactBeforeEur);
    expect(idle.impactAfterEur).toBe(idle.impactBeforeEur);
    const verdict = await ask('verdict', { payload: added.payload });
    expect(verdict.parts.find((part) => part.id === 'prevention')!.got).toBeGreaterThan(0);
  });

  it('is refused by the run, with a sentence, when it goes over ten points or names what is not there', async () => {
    const ask = analyst();
    const payload = playNight('feature-store', WRONG_TURN);
    for (const items of [['circuit-breaker', 'autoscaling-headroom', 'distil'], ['nothing-like-it']]) {
      const added = await ask('add', { payload, action: { type: 'pick-preventions', items } });
      expect(added.ok).toBe(false);
      if (!added.ok) expect(added.reason).toMatch(/\w+ \w+/);
    }
  });
});

describe('a night on which nothing was done', () => {
  it('still has moments to tag, two questions and a verdict', async () => {
    const ask = analyst();
    const payload = playNight('traffic', [], '11');
    const run = await factsOfNight(ask, payload);
    expect(run.moments.map((moment) => moment.kind)).toContain('page');
    expect(run.moments.at(-1)?.kind).toBe('end');
    expect(decisionAsked(run)).toBeNull();
    expect(questionsOf(run).questions[0].text).toContain('You changed nothing');
    const verdict = await ask('verdict', { payload });
    expect(verdict.levels.find((level) => level.id === 'you')?.impactEur).toBe(
      verdict.levels.find((level) => level.id === 'none')?.impactEur,
    );
    const axis = costAxis(verdict, 0.11);
    expect(axis.marks.find((mark) => mark.id === 'you')?.name).toContain('nothing');
  });
});
