import { describe, expect, it } from 'vitest';
import { scenarioOf, shippedIds } from '../../src/cli/library.ts';
import type { LogEntry, MessageBlock } from '../../src/domain/action.ts';
import { cadenceOf, type Cadence } from '../../src/game/cadence.ts';
import { cadenceWords } from '../../src/game/words/cadence.ts';
import { createRun, type Run } from '../../src/run/run.ts';

const FULL: readonly MessageBlock[] = ['impact', 'next-step', 'next-update'];
const sent = (tick: number, blocks = FULL): LogEntry => ({ tick, action: { type: 'message', to: 'lead', blocks: [...blocks] } });
const at = (tick: number, log: readonly LogEntry[], tickSeconds = 10, contentSeconds = 1200) =>
  cadenceOf({ tick, pageTick: 60, patience: { contentSeconds, tooSoonSeconds: 300 } }, log, tickSeconds);

describe('the cadence of updates', () => {
  it('has none before the page', () => {
    expect(cadenceOf({ tick: 9, pageTick: null, patience: { contentSeconds: 1200, tooSoonSeconds: 300 } }, [], 10)).toBeNull();
  });

  it('wants the first update within ten minutes of the page; what was sent before it is none', () => {
    const before = [sent(50)];
    expect(at(60, before)).toMatchObject({ state: 'in-time', lastTick: null, sinceSeconds: 0, fromSeconds: 0, untilSeconds: 600 });
    expect(at(120, before)?.state).toBe('in-time');
    expect(at(121, before)).toMatchObject({ state: 'overdue', falling: false });
  });

  it('wants the next one when it was promised, and before people have waited too long', () => {
    const told = [sent(70), sent(100)];
    expect(at(189, told)).toMatchObject({ state: 'soon', lastTick: 100, sinceSeconds: 890 });
    expect(at(190, told)?.state).toBe('in-time');
    expect(at(220, told)).toMatchObject({ state: 'in-time', falling: false });
    expect(at(221, told)).toMatchObject({ state: 'overdue', falling: true });
  });

  it('wants a full one soon after a thin one, and says what that left out', () => {
    const thin = at(130, [sent(100, ['users-see', 'known'])]);
    expect(thin).toMatchObject({ state: 'in-time', leftOut: ['step', 'when'], fromSeconds: 300, untilSeconds: 1200 });
    const words = cadenceWords.afterThin({ clock: '02:10', since: '5 min', from: '5 min', until: '20 min' }, thin!.leftOut);
    expect(words).toContain('did not say what comes next or when the next word comes');
  });

  it('goes at the pace of a slow drill, but never beyond what people bear', () => {
    expect(at(70, [], 3600, 604_800)).toMatchObject({ state: 'in-time', untilSeconds: 10 * 3600 });
    expect(at(61, [], 3600, 4 * 3600)).toMatchObject({ state: 'in-time', untilSeconds: 4 * 3600 });
    expect(at(62, [sent(60)], 3600, 4 * 3600)).toMatchObject({ state: 'soon', fromSeconds: 3 * 3600, untilSeconds: 4 * 3600 });
    expect(at(65, [sent(60)], 3600, 4 * 3600)?.state).toBe('overdue');
  });
});

describe('what the meter says and what trust does', () => {
  const cadence = (run: Run): Cadence => {
    const log = run.record().log;
    return cadenceOf(run.observe(), log, run.scenario.brief.tickSeconds)!;
  };
  const onCall = (id: string, complications: 0 | 1): Run => {
    const terms = { information: 'full', complications, strictness: 'standard' } as const;
    const run = createRun(scenarioOf(id), { seed: '1', terms });
    while (run.pageTick === null) run.advance(run.tick + 1);
    return run;
  };
  const trustAfter = (run: Run, seconds: number): number => {
    run.advance(run.tick + Math.floor(seconds / run.scenario.brief.tickSeconds));
    return run.observe().trust;
  };

  it.each(shippedIds().flatMap((id) => [[id, 0] as const, [id, 1] as const]))(
    'agree in %s with %i complications: trust holds to the end of the time that is best, and falls soon after it',
    (id, complications) => {
      const run = onCall(id, complications);
      run.dispatch({ type: 'message', to: run.scenario.brief.stakeholders[0]!.id, blocks: [...FULL] });
      const { trust } = run.observe();
      const { untilSeconds, fromSeconds, falling } = cadence(run);
      expect([falling, fromSeconds < untilSeconds]).toEqual([false, true]);
      expect(trustAfter(run, untilSeconds)).toBe(trust);
      expect(cadence(run).state).toBe('in-time');
      expect(trustAfter(run, untilSeconds)).toBeLessThan(trust);
      expect(cadence(run)).toMatchObject({ state: 'overdue', falling: true });
    },
  );

  it('agree that impatient people wait for less long', () => {
    const [usual, impatient] = [0, 1].map((complications) => onCall('latency-spike', complications as 0 | 1).observe().patience);
    expect(impatient!.contentSeconds).toBeCloseTo(0.6 * usual!.contentSeconds, 6);
  });

  it('agree that a thin update earns less than a full one', () => {
    const earned = (blocks: readonly MessageBlock[]): number => {
      const run = onCall('latency-spike', 0);
      const { trust } = run.observe();
      run.dispatch({ type: 'message', to: run.scenario.brief.stakeholders[0]!.id, blocks: [...blocks] });
      return run.observe().trust - trust;
    };
    expect(earned(['users-see'])).toBeLessThan(earned(FULL));
  });
});
