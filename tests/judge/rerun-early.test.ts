import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/action.ts';
import { playOpening } from '../../src/judge/opening.ts';
import { rerun } from '../../src/judge/prevention.ts';
import { playRecord } from '../../src/run/run.ts';
import { look, played, SPIKE_DRILL, TRACE, type Act } from './scripted.ts';

const ROOM = 'autoscaling-headroom'; // felt by whoever scales, and no earlier or later alert
const EARLY = [look('service'), { type: 'scale', replicas: 7 }] as const;
const SCALED = EARLY.slice(1);
const LATER: Act[] = [
  [20, TRACE],
  [40, { type: 'look-logs', station: 'nowhere' }], // refused
  [300, { type: 'scale', replicas: 16 }],
];

describe('a re-run whose alert comes when it came', () => {
  const trace = played('feature-store', LATER, '4', EARLY);
  const { record, pageTick } = trace;
  const proof = rerun(SPIKE_DRILL, record, [ROOM]);

  it('is the same log played in the night with the item in place: also what was done before the alert, and what was refused', () => {
    expect(trace.entries.map(({ outcome }) => outcome.accepted)).toEqual([true, true, true, false, true]);
    expect(proof.firstAlertAfter).toBe(pageTick);
    expect(proof.impactAfterEur).toBe(playRecord(SPIKE_DRILL, { ...record, preventions: [ROOM] }).impactEur());
    expect(proof.impactAfterEur).not.toBe(proof.impactBeforeEur);
  });

  it('is that also where one thing alone was done before the alert', () => {
    const one = played('feature-store', LATER, '4', SCALED).record;
    expect(one.log.filter(({ tick }) => tick < pageTick!)).toHaveLength(1);
    expect(rerun(SPIKE_DRILL, one, [ROOM]).impactAfterEur).toBe(playRecord(SPIKE_DRILL, { ...one, preventions: [ROOM] }).impactEur());
  });

  it('does not take a pick that was refused before the alert for something that was done before it', () => {
    const pick: LogEntry = { tick: 5, action: { type: 'pick-preventions', items: [ROOM] } };
    const later = played('feature-store', LATER.slice(-1), '4').record; // the change alone
    const log = [pick, ...later.log];
    expect(playRecord(SPIKE_DRILL, { ...later, log }).trace().entries[0]!.outcome.accepted).toBe(false);
    expect(rerun(SPIKE_DRILL, { ...later, log }, [ROOM])).toEqual(rerun(SPIKE_DRILL, later, [ROOM]));
  });

  it('does not play what comes after the night', () => {
    const log: LogEntry[] = [...record.log, { tick: SPIKE_DRILL.brief.ticks - 1, action: { type: 'pick-preventions', items: [ROOM] } }];
    expect(rerun(SPIKE_DRILL, { ...record, log }, [ROOM])).toEqual(proof);
  });
});

describe('the opening of a night in which something is done before the alert', () => {
  const night = { seed: '4', variant: 'traffic', preventions: [], untimed: false };
  const { record, pageTick } = played('traffic', [], '4', EARLY);

  it('has it done when it was done, up to the alert', () => {
    const opening = playOpening(SPIKE_DRILL, night, record.log);
    expect([opening.played, opening.pageTick]).toEqual([2, pageTick]);
    expect(opening.begin().record().log).toEqual(record.log);
    expect(opening.begin().tick).toBe(pageTick);
    const late: LogEntry = { tick: pageTick! + 400, action: { type: 'restart' } };
    expect(playOpening(SPIKE_DRILL, night, [...record.log, late]).played).toBe(2);
  });
});
