import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChange, isLook } from '../../src/domain/action.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { openStream } from '../../src/kernel/streams.ts';
import { expertFor } from '../../src/policy/expert.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { choicesOf } from '../../src/prove/lists/choices.ts';
import { climb } from '../../src/prove/lists/climb.ts';
import { deedCoordinates, EMPTY, wordCoordinates, type Coordinate } from '../../src/prove/lists/coordinates.ts';
import { playList, type FixedList } from '../../src/prove/lists/fixed-list.ts';
import { listOf, type Genome } from '../../src/prove/lists/genome.ts';
import { guessing } from '../../src/prove/lists/guessing.ts';
import { ListNight } from '../../src/prove/lists/list-night.ts';
import { cheapness } from '../../src/prove/lists/objectives.ts';
import { believer } from '../../src/prove/players/believer.ts';
import { silent } from '../../src/prove/players/silent.ts';
import { withoutLooks } from '../../src/prove/players/without-looks.ts';
import { createRun } from '../../src/run/run.ts';
import { aScenario, VARIANTS } from '../support/a-scenario.ts';

const scenario = aScenario();
const choices = choicesOf(scenario, '1', 'deploy');
const coordinates = [...deedCoordinates(choices, 0), ...wordCoordinates(choices)];

const anyGenome = fc
  .array(fc.nat(), { minLength: coordinates.length, maxLength: coordinates.length })
  .map((picks) => coordinates.reduce((genome, one, i) => one.with(genome, one.values[picks[i]! % one.values.length]!), EMPTY));

describe('what there is to choose from', () => {
  it('is the same in every variant', () => {
    for (const variant of VARIANTS) expect(choicesOf(scenario, '1', variant)).toEqual(choices);
  });

  it('holds every look, every change and every affordable choice of one to three preventions', () => {
    expect(choices.looks).toHaveLength(15);
    expect(choices.suggested).toHaveLength(18);
    expect(choices.changes.length).toBeGreaterThan(choices.suggested.length);
    const effort = new Map(scenario.brief.preventions.map((one) => [one.id, one.effort]));
    for (const items of choices.preventions) {
      expect(items.length).toBeGreaterThan(0);
      expect(items.length).toBeLessThanOrEqual(3);
      expect(items.reduce((sum, id) => sum + effort.get(id)!, 0)).toBeLessThanOrEqual(10);
    }
    expect(new Set(choices.preventions.map((items) => items.join())).size).toBe(choices.preventions.length);
  });
});

describe('a fixed list', () => {
  it('guesses when it keeps its changes alone, the first at the page and the others as far behind it as they were', () => {
    fc.assert(
      fc.property(anyGenome, (genome) => {
        const list = listOf(genome, choices);
        const changes = list.filter(({ action }) => isChange(action));
        const guess = guessing(list);
        expect(guess.map(({ action }) => action)).toEqual(changes.map(({ action }) => action));
        if (changes.length > 0) expect(guess[0]!.afterPageSeconds).toBe(0);
        for (const [i, change] of changes.entries())
          expect(guess[i]!.afterPageSeconds - guess[0]!.afterPageSeconds).toBeCloseTo(
            change.afterPageSeconds - changes[0]!.afterPageSeconds,
            9,
          );
      }),
    );
  });

  it('is in order of time, whatever was chosen', () => {
    fc.assert(
      fc.property(anyGenome, (genome) => {
        const times = listOf(genome, choices).map(({ afterPageSeconds }) => afterPageSeconds);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });

  it('comes to the same whether it is played alone or after others with which it shares its beginning', () => {
    const nights = new Map(VARIANTS.map((variant) => [variant, new ListNight(scenario, { seed: '3', variant })]));
    fc.assert(
      fc.property(anyGenome, fc.constantFrom(...VARIANTS), (genome, variant) => {
        const list = listOf(genome, choices);
        const run = createRun(scenario, { seed: '3', variant });
        playList(run, list);
        const trace = nights.get(variant)!.play(list);
        expect(trace.finalHash).toBe(run.trace().finalHash);
        expect(trace.entries.map(({ outcome }) => outcome)).toEqual(run.trace().entries.map(({ outcome }) => outcome));
      }),
      { numRuns: 6 },
    );
  });

  it('does nothing on a night that never pages', () => {
    const run = createRun(scenario, { seed: '1', variant: 'deploy', preventions: ['distil'] });
    playList(run, [{ afterPageSeconds: 5, action: { type: 'rollback' } }]);
    expect([run.pageTick, run.record().log, run.ended]).toEqual([null, [], true]);
  });
});

describe('coordinate ascent', () => {
  const axes = ([0, 1, 2, 3] as const).map((index): Coordinate => ({
    values: [-1, 0, 1, 2, 3, 4, 5, 6],
    with: (genome, value) => ({ ...genome, looks: genome.looks.map((look, i) => (i === index ? value : look)) }),
  }));
  const asList = (genome: Genome) => genome.looks.map((look) => ({ afterPageSeconds: look + 1, action: { type: 'acknowledge' as const } }));
  const hill = (list: FixedList): number => -list.slice(0, 4).reduce((sum, act, i) => sum + Math.abs(act.afterPageSeconds - 3 - (i % 2)), 0); // prettier-ignore
  const go = (seed: string, lists = 400) => climb(axes, asList, hill, lists, openStream(seed, 'test', 'climb').next, 5);

  it('finds the top of a hill', () => {
    for (const seed of ['1', '2', '3']) expect(go(seed).best[0]!.value).toBeCloseTo(0, 12);
  });

  it('tries each list once, and no more than it may', () => {
    const seen: string[] = [];
    const { tried } = climb(axes, asList, (list) => (seen.push(JSON.stringify(list)), hill(list)), 90, openStream('1', 'test', 'climb').next, 5); // prettier-ignore
    expect([tried, new Set(seen).size, seen.length]).toEqual([90, 90, 90]);
  });

  it('ends where there are fewer lists than it may try', () => {
    expect(climb(axes.slice(0, 1), asList, hill, 500, openStream('1', 'test', 'climb').next, 5).tried).toBe(8);
  });

  it('returns the best first, the same for the same seed', () => {
    const { best } = go('7');
    expect(best.map(({ value }) => value)).toEqual([...best.map(({ value }) => value)].sort((a, b) => b - a));
    expect(go('7')).toEqual(go('7'));
  });
});

describe('the search for a cheap list', () => {
  const value = cheapness(scenario, { seed: '1', variant: 'feature-store' });
  const ack = { afterPageSeconds: 0, action: { type: 'acknowledge' } } as const;
  const look = { afterPageSeconds: 1, action: { type: 'look-dashboard', dashboard: 'feature-store' } } as const;
  const cached = (afterPageSeconds: number) => ({ afterPageSeconds, action: { type: 'serve-cached', on: true } }) as const;

  it('puts lists whose changes rest on evidence before those that guess, though guesses are cheaper', () => {
    expect(value([ack, look, cached(62)])).toBeGreaterThan(10);
    expect(value([ack, cached(1), look])).toBeLessThan(3);
  });

  it('prefers the cheaper of two that rest on evidence', () => {
    expect(value([ack, look, cached(62)])).toBeGreaterThan(value([ack, look, cached(300)]));
  });
});

describe('players of a proof', () => {
  it('one opens everything there is and resolves without a word', () => {
    const trace = playPolicy(scenario, silent, { seed: '2', variant: 'traffic' }).trace();
    expect(trace.entries.filter(({ action }) => isLook(action))).toHaveLength(choices.looks.length);
    expect(trace.entries.every(({ outcome }) => outcome.accepted)).toBe(true);
    expect(trace.entries.at(-1)?.action).toEqual({ type: 'resolve' });
    expect(trace.entries.some(({ action }) => action.type === 'message' || isChange(action))).toBe(false);
  });

  it('one plays the expert’s log at the same ticks without its looks', () => {
    const expert = playPolicy(scenario, expertFor(scenario, 'deploy'), { seed: '2', variant: 'deploy' }).trace();
    const blind = withoutLooks(scenario, expert);
    expect(blind.evidence).toEqual([]);
    expect(blind.entries.map(({ tick, action }) => `${tick} ${action.type}`)).toEqual(
      expert.entries.filter(({ action }) => !isLook(action)).map(({ tick, action }) => `${tick} ${action.type}`),
    );
    expect(scoreRun(scenario, blind).total).toBeLessThan(scoreRun(scenario, expert).total - 40);
  });

  it('one believes in another variant: it makes that one’s mitigation and fix on any night', () => {
    const made = (variant: string): string[] =>
      playPolicy(scenario, believer(scenario, 'traffic'), { seed: '2', variant }).trace().entries.flatMap(({ action }) => (isChange(action) ? [action.type] : [])); // prettier-ignore
    for (const variant of VARIANTS) expect(made(variant)).toEqual(expect.arrayContaining(['scale', 'raise-max-replicas']));
  });
});
