import { describe, expect, it } from 'vitest';
import { createRun, type Run } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';
import { openTruth } from '../../src/scenario/truth.ts';

/** A night from its page on, with time for the pager to tell of harm. */
function paged(drill: string, variant: string): Run {
  const scenario = shipped(drill);
  const run = createRun(scenario, { seed: '5', variant });
  while (run.observe().pageTick === null) run.advance(run.tick + 1);
  run.advance(run.tick + Math.ceil(scenario.brief.ticks / 50));
  run.dispatch({ type: 'acknowledge' });
  return run;
}

/** Opens what it costs. @returns the last guess before it was measured */
function measure(run: Run): number {
  let guess = run.observe().impact.eur;
  run.dispatch({ type: 'look-dashboard', dashboard: 'business' });
  while (!run.observe().impact.measured) {
    guess = run.observe().impact.eur;
    run.advance(run.tick + 1);
  }
  return guess;
}

describe('an impact that is guessed until it is measured', () => {
  it.each(['latency-spike', 'slow-fade', 'bad-canary'])('%s: keeps the guess that was replaced, and keeps it for good', (drill) => {
    const run = paged(drill, openTruth(shipped(drill).sealed).variants[0]!.id);
    expect(run.observe().impact.replacedEur, 'nothing is measured yet').toBe(null);
    const guess = measure(run);
    const { replacedEur, eur } = run.observe().impact;
    console.log(`${drill}: guess ${guess.toFixed(0)}, kept ${replacedEur?.toFixed(0)}, measured ${eur.toFixed(0)}`);
    expect(guess).toBeGreaterThan(0);
    expect(Math.abs(replacedEur! - guess)).toBeLessThan(guess * 0.1);
    run.advance(run.tick + Math.ceil(run.scenario.brief.ticks / 20));
    expect(run.observe().impact.replacedEur).toBe(replacedEur);
  });

  it('a guess is the same whichever cause is true, as far as the pager reads the same', () => {
    const { sealed } = shipped('slow-fade');
    const guesses = openTruth(sealed).variants.map(({ id }) => paged('slow-fade', id).observe().impact);
    for (const { eur, guessedFrom, measured } of guesses) {
      expect([measured, guessedFrom]).toEqual([false, 'the figure that paged']);
      expect(Math.abs(eur - guesses[0]!.eur)).toBeLessThan(guesses[0]!.eur * 0.15);
    }
  });
});
