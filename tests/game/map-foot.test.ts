import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/action.ts';
import type { Observation, PendingChange } from '../../src/domain/observation.ts';
import { mapFoot } from '../../src/game/map-foot.ts';
import { measuredText } from '../../src/game/measured-text.ts';

const change = (startedTick: number, canTakeBack: boolean): PendingChange => ({
  action: { type: 'restart' },
  label: `asked for at ${startedTick}`,
  startedTick,
  effectTick: startedTick + 100,
  canTakeBack,
});
const checked = (tick: number): Observation['verified'] => ({ tick, metric: 'gateway.latency_p95_ms', recovered: true, text: 'recovered' });
const NIGHT: Pick<Observation, 'over' | 'impact'> = {
  over: false,
  impact: { eur: 243, eurPerMinute: 48, measured: true, guessedFrom: 'latency', replacedEur: null },
};
const leftAt = (tick: number): readonly LogEntry[] => [{ tick, action: { type: 'leave-alone', evidence: [] } }];

describe('the line under the map', () => {
  it('is empty while nothing was done', () => {
    expect(mapFoot({ ...NIGHT, pending: [], verified: null }, [])).toEqual({ line: null, change: null, others: [] });
  });

  it('is the change that can be taken back; the others wait behind a button', () => {
    const pending = [change(10, true), change(20, true), change(30, false)];
    const foot = mapFoot({ ...NIGHT, pending, verified: null }, []);
    expect([foot.line, foot.change, foot.others]).toEqual(['pending', pending[1], [pending[0], pending[2]]]);
  });

  it('is the check where that came later, and no change under way is lost', () => {
    const pending = [change(10, true)];
    expect(mapFoot({ ...NIGHT, pending, verified: checked(5) }, [])).toEqual({ line: 'pending', change: pending[0], others: [] });
    expect(mapFoot({ ...NIGHT, pending, verified: checked(15) }, [])).toEqual({ line: 'verified', change: null, others: pending });
  });

  it('is the check under way from when it was asked for until its answer comes', () => {
    const asked: readonly LogEntry[] = [{ tick: 20, action: { type: 'verify', metric: 'gateway.latency_p95_ms' } }];
    const pending = [change(10, true)];
    expect(mapFoot({ ...NIGHT, pending, verified: null }, asked)).toEqual({ line: 'checking', change: null, others: pending });
    expect(mapFoot({ ...NIGHT, pending: [], verified: checked(20) }, asked).line, 'the answer to an earlier one').toBe('checking');
    expect(mapFoot({ ...NIGHT, pending: [], verified: checked(21) }, asked).line).toBe('verified');
  });

  it('is the decision to change nothing until something else comes', () => {
    expect(mapFoot({ ...NIGHT, pending: [], verified: checked(5) }, leftAt(9)).line).toBe('left');
    expect(mapFoot({ ...NIGHT, pending: [], verified: checked(12) }, leftAt(9)).line).toBe('verified');
  });

  it('is that a guess of the impact was replaced, until the next thing is done; a hint is none', () => {
    const replaced = { ...NIGHT, impact: { ...NIGHT.impact, replacedEur: 625 } };
    const opened: LogEntry = { tick: 9, action: { type: 'look-dashboard', dashboard: 'business' } };
    const hint: LogEntry = { tick: 12, action: { type: 'hint', rung: 1 } };
    const next: LogEntry = { tick: 14, action: { type: 'look-dashboard', dashboard: 'service' } };
    expect(mapFoot({ ...replaced, pending: [], verified: null }, [opened, hint]).line).toBe('measured');
    expect(mapFoot({ ...replaced, pending: [], verified: null }, [opened, next]).line).toBe(null);
    expect(mapFoot({ ...NIGHT, pending: [], verified: null }, [opened]).line, 'nothing was guessed').toBe(null);
    expect(measuredText(replaced.impact)).toBe('Impact: the guess from latency, ≈€600, is replaced by what was measured, €243.');
  });
});
