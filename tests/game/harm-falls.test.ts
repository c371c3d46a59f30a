import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/action.ts';
import type { SeriesView } from '../../src/domain/evidence.ts';
import type { Observation } from '../../src/domain/observation.ts';
import { harmFalls } from '../../src/game/harm-falls.ts';
import { phaseSteps } from '../../src/game/phases.ts';
import { newSession, onCall } from './desk.ts';

const usual = newSession().state().observation;
const run = (metric: SeriesView['metric'], values: readonly number[]): SeriesView => ({
  metric,
  ticks: values.map((_, i) => i * 10),
  values,
});
const p95 = (...values: number[]): SeriesView => run(usual.pager.metric, values);
const cost = (...values: number[]): SeriesView =>
  run(
    { ...usual.pager.metric, key: 'business.impact_eur_per_minute', unit: 'eurPerMinute', normal: { low: 0, typical: 0, high: 4 } },
    values,
  );

/** A night at tick 100. */
function night(pager: SeriesView, open: readonly SeriesView[] = [], effectTick: number | null = null): Observation {
  const pending = effectTick === null ? [] : [{ ...RESTART, label: 'Restart', startedTick: 40, effectTick, canTakeBack: true }];
  const panels = [{ title: 'Money', series: open }];
  const dashboards = open.length === 0 ? [] : [{ id: 'business' as const, title: 'Business', openedTick: 20, panels }];
  return { ...plain(usual), tick: 100, acknowledgedTick: 1, pager, pending, dashboards };
}

/** An observation works its parts out when they are read: here they are read once. */
const plain = (observation: Observation): Observation => ({ ...JSON.parse(JSON.stringify(observation)) }) as Observation;

const RESTART = { action: { type: 'restart' } } as const;
const asked: readonly LogEntry[] = [{ tick: 40, ...RESTART }];
const RISING = [150, 150, 500, 1900, 2000, 2000];

const stabilise = (observation: Observation, log: readonly LogEntry[]) =>
  phaseSteps(observation, log).find(({ id }) => id === 'stabilise')?.state;

describe('the harm falls', () => {
  it('not while the change that was asked for has no effect yet', () => {
    const falling = p95(...RISING, 900, 700, 500, 400);
    expect(harmFalls(night(falling, [], 120), asked)).toBe(false);
    expect(harmFalls(night(falling), asked)).toBe(true);
  });

  it('not where nothing came of the change, or things got worse, or it was taken back', () => {
    expect(harmFalls(night(p95(...RISING, 2000, 1900, 2100, 2000)), asked)).toBe(false);
    expect(harmFalls(night(p95(...RISING, 2500, 2800, 3000, 3100)), asked)).toBe(false);
    expect(harmFalls(night(p95(...RISING, 900, 700, 500, 400)), [...asked, { tick: 60, action: { type: 'take-back' } }])).toBe(false);
  });

  it('not by one scrape that lies low', () => {
    expect(harmFalls(night(p95(...RISING, 2000, 2000, 2000, 300)), asked)).toBe(false);
  });

  it('by what it costs, where that is open: a fast answer may hurt as much', () => {
    const fast = p95(...RISING, 900, 300, 200, 150);
    expect(harmFalls(night(fast, [cost(0, 0, 20, 60, 60, 60, 62, 62, 62, 62)]), asked)).toBe(false);
    expect(harmFalls(night(fast, [cost(0, 0, 20, 60, 60, 60, 30, 20, 10, 5)]), asked)).toBe(true);
  });

  it('and only then Stabilise is ticked; to leave it alone is an answer too', () => {
    expect(stabilise(night(p95(...RISING, 2500, 2800, 3000, 3100)), asked)).toBe('now');
    expect(stabilise(night(p95(...RISING, 900, 700, 500, 400)), asked)).toBe('done');
    expect(stabilise(night(p95(...RISING)), [{ tick: 40, action: { type: 'leave-alone', evidence: [] } }])).toBe('done');
  });

  it('in a night that is played: asked for, nothing is stabilised yet', () => {
    const session = onCall();
    session.dispatch({ type: 'serve-cached', on: true });
    expect(stabilise(session.state().observation, session.state().log)).not.toBe('done');
  });
});
