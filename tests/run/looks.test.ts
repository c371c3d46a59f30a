import { describe, expect, it } from 'vitest';
import { DASHBOARDS, type Action, type Look } from '../../src/domain/action.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { Run } from '../../src/run/run.ts';
import { aScenario, VARIANTS } from '../support/a-scenario.ts';
import { paged } from '../support/play.ts';

const LOOKS: readonly Look[] = [
  ...DASHBOARDS.slice(0, DASHBOARDS.indexOf('drift') + 1).map((dashboard): Look => ({ type: 'look-dashboard', dashboard })),
  ...['gateway', 'fraud-api', 'feature-store', 'merchant-risk'].map((station): Look => ({ type: 'look-logs', station })),
  { type: 'look-trace', pick: 'slow' },
  { type: 'look-trace', pick: 'typical' },
  { type: 'look-changes' },
  { type: 'look-alerts' },
];
const costOf = (look: Look): number => aScenario().system.looks[look.type]!;

/** What a look found, without its number and when it was asked for: those say where it stood among others. */
const found = ({ look, tick, title, readings, body }: Evidence): unknown => ({ look, tick, title, readings, body });

function returnTick(run: Run, look: Look): number {
  const outcome = run.dispatch(look);
  if (!outcome.accepted) throw new Error(outcome.reason);
  return outcome.effectTick;
}

describe('looks', () => {
  it('are served one after the other, each at its cost', () => {
    const run = paged('deploy');
    let free = run.tick;
    expect(run.busyUntil()).toBe(free); // nothing was asked for
    for (const look of LOOKS) {
      free += costOf(look);
      expect(returnTick(run, look)).toBe(free);
      expect([run.observe().busyUntil, run.busyUntil()]).toEqual([free, free]);
    }
    expect(run.observe().evidence).toEqual([]);
    run.advance(free - 1);
    expect(run.observe().evidence.map(({ look }) => look)).toEqual(LOOKS.slice(0, -1));
    run.advance(free);
    const { evidence } = run.observe();
    expect(evidence.map(({ id }) => id)).toEqual(LOOKS.map((_, i) => `E${i + 1}`));
    expect(new Set(evidence.map(({ askedTick }) => askedTick)).size).toBe(1);
  });

  it('begin at once where nobody waits before them', () => {
    const run = paged('traffic');
    const first = returnTick(run, { type: 'look-alerts' });
    run.advance(first + 10);
    expect(returnTick(run, { type: 'look-changes' })).toBe(first + 10 + 60);
  });

  for (const variant of VARIANTS)
    it(`find the same at the same tick, whatever else was looked at: ${variant}`, () => {
      const start = paged(variant, '4');
      const others: readonly (readonly Look[])[] = [
        [{ type: 'look-dashboard', dashboard: 'drift' }],
        [{ type: 'look-alerts' }, { type: 'look-alerts' }, { type: 'look-alerts' }, { type: 'look-alerts' }],
        [{ type: 'look-changes' }],
      ]; // each takes a minute in all
      for (const look of LOOKS) {
        const alone = start.fork();
        alone.advance(start.tick + 60);
        const at = returnTick(alone, look);
        alone.advance(at);
        for (const before of others) {
          const busy = start.fork();
          for (const other of before) busy.dispatch(other);
          expect(returnTick(busy, look)).toBe(at);
          busy.advance(at);
          busy.observe(); // reading on the way moves nothing either
          expect(found(busy.observe().evidence.at(-1)!)).toEqual(found(alone.observe().evidence.at(-1)!));
        }
      }
    });

  it('move nothing in the world: only what is known', () => {
    const plain = paged('upstream');
    const curious = plain.fork();
    for (const look of LOOKS) curious.dispatch(look);
    const [one, other] = [plain.trace(), curious.trace()];
    expect(other.series).toEqual(one.series);
    expect(other.impactEur).toBe(one.impactEur);
    const physical = (run: Run): unknown => run.windowHashes().map(({ parts: { charts: _, ...parts } }) => parts);
    expect(physical(plain)).toHaveLength(55);
    expect(physical(curious)).toEqual(physical(plain));
  });

  it('leave a dashboard live, and everything else as it was at its tick', () => {
    const run = paged('feature-store');
    run.dispatch({ type: 'look-dashboard', dashboard: 'service' });
    run.dispatch({ type: 'look-trace', pick: 'slow' });
    run.advance(run.observe().busyUntil);
    const before = structuredClone(run.observe());
    run.advance(run.tick + 300);
    const after = run.observe();
    expect(after.evidence).toEqual(before.evidence);
    expect(after.dashboards[0]!.panels[0]!.series[0]!.values.length).toBe(before.dashboards[0]!.panels[0]!.series[0]!.values.length + 20);
    expect(after.dashboards.map(({ id }) => id)).toEqual(['service']);
  });

  it('are refused at a place that keeps no logs, and once the incident is over', () => {
    const run = paged('deploy');
    expect(run.dispatch({ type: 'look-logs', station: 'checkout' })).toEqual({ accepted: false, reason: 'station: no logs at "checkout"' });
    run.dispatch({ type: 'resolve' });
    expect(run.dispatch({ type: 'look-alerts' })).toEqual({
      accepted: false,
      reason: 'the incident is over; only preventions and the review are left',
    });
  });
});

describe('what comes after an incident', () => {
  const { brief } = aScenario();
  const PICKS: Action = { type: 'pick-preventions', items: ['slo-burn-alert'] };
  const REVIEW: Action = { type: 'review', statements: { noticed: 'condition' } };

  it('is refused before, and taken after it was resolved or ran out', () => {
    for (const end of ['resolve', 'last tick'] as const) {
      const run = paged('traffic');
      for (const action of [PICKS, REVIEW])
        expect(run.dispatch(action)).toEqual({ accepted: false, reason: 'preventions and the review come after the incident' });
      if (end === 'resolve') run.dispatch({ type: 'resolve' });
      else run.advance(brief.ticks);
      expect(run.over).toBe(true);
      for (const action of [PICKS, REVIEW]) expect(run.dispatch(action)).toEqual({ accepted: true, effectTick: run.tick });
    }
  });

  it('is checked like anything else', () => {
    const run = paged('traffic');
    run.dispatch({ type: 'resolve' });
    const no = (items: string[]): unknown => run.dispatch({ type: 'pick-preventions', items });
    expect(no(['unheard-of'])).toMatchObject({ accepted: false, reason: expect.stringMatching(/^items: expected some of /) });
    expect(no(['distil', 'distil'])).toMatchObject({ accepted: false, reason: 'items: each prevention once' });
    expect(no(['distil', 'circuit-breaker', 'slo-burn-alert'])).toMatchObject({
      accepted: false,
      reason: 'items: 11 effort points; at most 10',
    });
    expect(run.dispatch({ type: 'review', statements: { nobody: 'person' } })).toMatchObject({ accepted: false });
  });

  it('ends at the last tick and not after it, whatever is asked', () => {
    const run = paged('traffic');
    run.advance(1e9);
    expect(run.tick).toBe(brief.ticks);
    run.advance(Infinity);
    expect([run.tick, run.ended, run.over]).toEqual([brief.ticks, true, true]);
    expect(run.dispatch({ type: 'rollback' })).toMatchObject({ accepted: false });
    expect(run.trace().endTick).toBe(brief.ticks);
  });
});
