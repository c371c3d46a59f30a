import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isLook, type LogEntry } from '../../src/domain/action.ts';
import { PART_SPECS } from '../../src/scenario/part-specs.ts';
import { openTruth, type Truth } from '../../src/scenario/truth.ts';
import { createRun, type Run } from '../../src/run/run.ts';
import { servingPlant } from '../../src/sim/serving/plant.ts';
import { anyLog, anySeed } from '../support/any-log.ts';
import { aScenario, VARIANTS, withTruth } from '../support/a-scenario.ts';
import { paged } from '../support/play.ts';

const SEED = 20260409;
type Leaf = readonly [path: string, value: unknown];

/** Every value in a tree, with where it lies. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const inner = Object.entries(value).flatMap(([key, item]) => leaves(item, Array.isArray(value) ? `${path}[]` : `${path}.${key}`));
  return inner.length > 0 ? inner : [[`${path} (empty)`, null]];
}

// What may differ from one cause to another before anyone has looked: when it paged, what the pager reads, what that is thought to cost,
// and the same figures where a message would quote them.
const FREE =
  /^\.observation\.(tick|pageTick|busyUntil|conversation\[\]\.(tick|answerDueTick)|pager\.(ticks|values)\[\]|impact\.eur|impact\.eurPerMinute|(page|alerts\[\])\.(value|sinceTick|heldSeconds))$/;
const QUOTED = /^\.(menu\.messageBlocks|observation\.conversation)\[\]\.text$/;
const maskOf = ([path, value]: Leaf): Leaf => {
  if (FREE.test(path)) return [path, typeof value];
  return QUOTED.test(path) ? [path, String(value).replace(/[\d.,:]+( m?s)?/g, '#')] : [path, value];
};

const shown = (run: Run): unknown => ({ observation: run.observe(), menu: run.menu() });
/** Long series differ in length by when the page came; which values they hold is theirs. */
const masked = (run: Run): Leaf[] => leaves(shown(run)).map(maskOf).filter(([path], i, all) => path !== all[i - 1]?.[0] || !path.startsWith('.observation.pager')); // prettier-ignore

describe('what a player may know', () => {
  for (const seed of ['1', '2', '3', '4', '5'])
    it(`is the same at the page, whatever the cause, but for the pager itself: seed ${seed}`, () => {
      const [first, ...others] = VARIANTS.map((variant) => masked(paged(variant, seed)));
      expect(first!.length).toBeGreaterThan(300);
      for (const other of others) expect(other).toEqual(first);
    });

  it('stays the same where changes and words are the same and nobody looks', () => {
    const quiet = anyLog.map((log) => log.filter(({ action }) => !isLook(action) && action.type !== 'verify').map(({ action }) => action).slice(0, 8)); // prettier-ignore
    fc.assert(
      fc.property(anySeed, quiet, (seed, actions) => {
        const [first, ...others] = VARIANTS.map((variant) => {
          const run = paged(variant, seed);
          const seen: unknown[] = [];
          actions.forEach((action, i) => {
            run.advance(i < 4 ? 1000 + i * 40 : 1200 + i * 60); // after every page, and not while a question may just have been asked
            seen.push(
              run.dispatch(action),
              masked(run).filter(([path]) => !path.startsWith('.observation.alerts')),
            ); // the page's own state follows the pager
            expect(run.observe().alerts.filter(({ id }) => id !== run.observe().page?.id)).toEqual([]);
          });
          return seen;
        });
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 15, seed: SEED },
    );
  }, 300_000);
});

/** Everything that only the truth says: names of causes and inputs, and every sentence of it. */
function secretsOf(truth: Truth): string[] {
  const sentences = [
    ...truth.variants.flatMap(({ title, says, recommended, harmful }) => [
      title,
      says,
      ...[...recommended.mitigate, ...recommended.fix, ...recommended.withoutCause].map((step) => step.says),
      ...harmful.flatMap(({ id, why }) => [id, why]),
    ]),
    ...truth.tells.flatMap(({ id, says }) => [id, says]),
    ...truth.redHerrings.flatMap(({ id, says }) => [id, says]),
  ];
  const inputs = Object.entries(PART_SPECS).flatMap(([part, { faultInputs }]) =>
    Object.entries(faultInputs).flatMap(([input, { says }]) => [`${part}.${input}`, ...(input.length > 5 ? [input] : []), says]),
  );
  // A tell may be called what an instrument calls its state.
  const states = new Set(Object.values(servingPlant.charts).flatMap((chart) => chart.states));
  return [...sentences, ...inputs].filter((text) => !states.has(text));
}

/** The scenario with its variants renamed to words that stand nowhere else. */
const CODE: Readonly<Record<string, string>> = { deploy: 'qz-one', 'feature-store': 'qz-two', traffic: 'qz-three', upstream: 'qz-four' };
const renamed = withTruth(aScenario(), (truth) => ({
  ...truth,
  variants: truth.variants.map((variant) => ({ ...variant, id: CODE[variant.id]!, title: `qz ${variant.title}` })),
  tells: truth.tells.map((tell) => ({ ...tell, holds: tell.holds.map((id) => CODE[id]!) })),
}));

/** Whether a text holds another as whole words. */
function says(text: string, secret: string): boolean {
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1))
    if (!/[\w-]/.test(text[at - 1] ?? '') && !/[\w-]/.test(text[at + secret.length] ?? '')) return true;
  return false;
}

describe('what an observation and a menu never say', () => {
  const secrets = secretsOf(openTruth(aScenario().sealed));

  it('is anything of the truth, at any tick of any play', () => {
    expect(secrets.length).toBeGreaterThan(60);
    let texts = 0;
    fc.assert(
      fc.property(fc.constantFrom(...VARIANTS), anySeed, anyLog, (variant, seed, log: LogEntry[]) => {
        const run = createRun(renamed, { seed, variant: CODE[variant]! });
        const twin = createRun(aScenario(), { seed, variant });
        for (const { tick, action } of [...log, { tick: 3300, action: null }]) {
          for (const one of [run, twin]) one.advance(tick);
          if (action !== null) expect(run.dispatch(action)).toEqual(twin.dispatch(action));
          const text = JSON.stringify(shown(run));
          texts += 1;
          expect(text === JSON.stringify(shown(twin)), 'the name of the cause shows').toBe(true);
          expect(text).not.toMatch(
            /qz|"variant"|"truth"|"sealed"|"fault|"cause":"[a-z-]*","hypothesis|onsetTick|"recommended"|"harmful"|"tells"/,
          );
          for (const secret of secrets) if (says(text, secret)) expect.fail(`"${secret}" shows at tick ${run.tick}`);
        }
      }),
      { numRuns: 15, seed: SEED },
    );
    console.log(`${texts} observations with their menus read, ${secrets.length} secrets sought in each`);
  }, 300_000);

  it('would be found, if it did', () => {
    for (const secret of secrets) expect(says(JSON.stringify({ a: [{ b: `We know: ${secret}` }] }), secret)).toBe(true);
    expect(secrets.filter((secret) => JSON.stringify(secret) !== `"${secret}"`)).toEqual([]);
  });
});
