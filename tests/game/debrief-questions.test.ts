import { describe, expect, it } from 'vitest';
import type { Action, Change } from '../../src/domain/action.ts';
import { duration, type Tick } from '../../src/domain/time.ts';
import { formatValue } from '../../src/domain/metric.ts';
import { horizonSeconds } from '../../src/game/action-groups.ts';
import { runFacts } from '../../src/game/debrief-analysis.ts';
import { clockText } from '../../src/game/debrief-clock.ts';
import { questionsOf } from '../../src/game/debrief-questions.ts';
import { createRun, type Run } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';

/** A drill at a tick, and how long its sheet of a change gives that change to be told from what is expected of it. */
function at(drill: string, seed: string, tick: (run: Run) => Tick, change: Change) {
  const scenario = shipped(drill);
  const run = createRun(scenario, { seed, untimed: true });
  while (run.pageTick === null) run.advance(run.tick + 1);
  run.advance(tick(run));
  const preview = run.wholeMenu().changes.find(({ action }) => action.type === change.type)!;
  return { scenario, run, preview, horizon: horizonSeconds(preview, scenario.brief), made: run.dispatch(change) };
}

const second = ({ scenario, run }: Pick<ReturnType<typeof at>, 'scenario' | 'run'>): string =>
  questionsOf(runFacts(scenario, run.trace(), '')).questions[1].text;

describe('what the debrief says of an expectation', () => {
  it('is read at the moment that the sheet asked for, not at once: the limit of latency-spike 31', () => {
    const night = at('latency-spike', '31', () => 2435, { type: 'raise-max-replicas', max: 12, expect: 'lower' });
    const { brief } = night.scenario;
    const then = 2435 + night.horizon / brief.tickSeconds;
    const text = second(night);
    const value = (tick: Tick): string => formatValue(night.run.trace().metric(brief.pager.metric, tick), 'ms');
    expect([value(2435), value(then)]).toEqual(['2.0 s', '152 ms']);
    expect(text).toContain('You said that in 5 min it would be lower. p95 latency went from 2.0 s to 152 ms by 02:34.');
  });

  it('waits for labels as long as the sheet does: slow-fade 8, in 61 days', () => {
    const night = at('slow-fade', '8', (run) => run.pageTick! + 1, { type: 'set-cutoff', cutoff: 0.25, expect: 'lower' });
    const { brief } = night.scenario;
    expect(duration(night.horizon)).toBe('61 d');
    const tick = night.run.pageTick! + 1 + night.horizon / brief.tickSeconds;
    expect(tick).toBeLessThan(brief.ticks);
    expect(second(night)).toContain('You said that in 61 d it would be lower. ');
    expect(second(night)).toContain(clockText(brief, tick));
  });

  it('says where the drill ended before that moment', () => {
    const night = at('slow-fade', '8', ({ scenario }) => scenario.brief.ticks - 240, { type: 'set-cutoff', cutoff: 0.25, expect: 'lower' });
    expect(second(night)).toContain('You said that in 61 d it would be lower. The drill ended before that could be seen: ');
  });

  it('says that another change took effect in that time, and only where one did', () => {
    const before: Change = { type: 'serve-cached', on: true };
    const alone = at('latency-spike', '31', () => 2435, { type: 'raise-max-replicas', max: 12, expect: 'lower' });
    const both = at('latency-spike', '31', () => 2435, before);
    both.run.dispatch({ type: 'raise-max-replicas', max: 12, expect: 'lower' });
    const withdrawn = at('latency-spike', '31', () => 2435, before);
    withdrawn.run.dispatch({ type: 'take-back' });
    withdrawn.run.dispatch({ type: 'raise-max-replicas', max: 12, expect: 'lower' });
    const texts = [alone, both, withdrawn].map(second);
    expect(texts.filter((text) => text.includes('You said that in 5 min it would be lower.')).length).toBe(3);
    expect(texts.map((text) => text.includes('Another change of yours took effect in that time.'))).toEqual([false, true, false]);
  });
});

describe('a change whose effect takes pods to start', () => {
  it.each<[Action & Change, boolean]>([
    [{ type: 'raise-max-replicas', max: 12 }, true],
    [{ type: 'shed', share: 0.2 }, false],
  ])('is told as carried out before it can show, within what its sheet promised: %j', (change, settles) => {
    const { scenario, run, preview, made } = at('latency-spike', '31', () => 2435, change);
    if (!made.accepted) throw new Error(made.reason);
    const moment = runFacts(scenario, run.trace(), '').moments.find(({ kind }) => kind === 'change')!;
    expect(moment.effectTick).toBe(made.effectTick);
    expect(moment.settlesSeconds !== null).toBe(settles);
    const { from, to } = moment.settlesSeconds ?? { from: 0, to: 0 };
    const carriedOut = (made.effectTick - 2435) * scenario.brief.tickSeconds;
    expect(carriedOut + from).toBeGreaterThanOrEqual(preview.delaySeconds.from);
    expect(carriedOut + to).toBeLessThanOrEqual(preview.delaySeconds.to);
  });
});
