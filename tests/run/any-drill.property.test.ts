import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLook, type Action } from '../../src/domain/action.ts';
import { createRun, replayInto, type Run } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { openTruth } from '../../src/scenario/truth.ts';
import { shipped } from '../scenario/shipped.ts';
import { withTruth } from '../support/a-scenario.ts';

const DRILLS = ['silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'];
const PLAYS = Number(process.env['FUZZ_LOGS'] ?? 4);
const SEED = 20261126;

/** A play: how long to wait, and which of the looks and changes on offer then to take, as shares of what is there. */
const steps = fc.array(fc.record({ wait: fc.double({ min: 0, max: 0.1, noNaN: true }), pick: fc.double({ min: 0, max: 0.999, noNaN: true }), look: fc.boolean() }), { minLength: 4, maxLength: 12 }); // prettier-ignore

/** The variants renamed to words that stand nowhere else. */
const renamed = (scenario: Scenario): Scenario =>
  withTruth(scenario, (truth) => ({
    ...truth,
    variants: truth.variants.map((variant, i) => ({ ...variant, id: `qz-${i}`, title: `qz ${variant.title}` })),
    tells: truth.tells.map((tell) => ({
      ...tell,
      holds: tell.holds.map((id) => `qz-${truth.variants.findIndex((one) => one.id === id)}`),
    })),
  }));

const free = ({ refusal }: { readonly refusal: string | null }): boolean => refusal === null;
const shownBy = (run: Run): string => JSON.stringify([run.observe(), run.menu()]);

/** Numbers that a screen would have to show as nothing at all. */
const lost = (value: unknown, path = ''): string[] => {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => lost(inner, `${path}.${key}`));
};
const MAY_HOLD_GAPS = /\.values\.|\.ticks\.|\.latencyMs$|\.ratePerSecond$|^(\.evidence\.\d+\.body)?\.alerts\.\d+\.value$/; // series before there is anything to read, and what is read where nobody is served

describe('any play of any drill', () => {
  it.each(DRILLS)(
    `%s: says nothing of the truth, loses no number, and comes to the same when played again (${PLAYS} plays, seed ${SEED})`,
    (id) => {
      const scenario = shipped(id);
      const { variants, tells, pageTick } = openTruth(scenario.sealed);
      const secrets = [...variants.flatMap(({ says, recommended, harmful }) => [says, ...[...recommended.mitigate, ...recommended.fix].map((step) => step.says), ...harmful.map(({ why }) => why)]), ...tells.map(({ says }) => says)]; // prettier-ignore
      const disguised = renamed(scenario);
      const taken = { all: 0, accepted: 0 };
      fc.assert(
        fc.property(fc.nat({ max: variants.length - 1 }), fc.nat({ max: 9999 }), steps, (v, seed, play) => {
          const run = createRun(disguised, { seed: String(seed), variant: `qz-${v}` });
          const twin = createRun(scenario, { seed: String(seed), variant: variants[v]!.id });
          run.advance(Math.floor(0.98 * pageTick));
          for (const { wait, pick, look } of play) {
            run.advance(Math.min(scenario.brief.ticks - 1, run.tick + Math.round(wait * scenario.brief.ticks)));
            const menu = run.menu();
            const offers = look
              ? menu.looks.filter(free).map((offer): Action => offer.look)
              : menu.changes.filter(free).map((offer): Action => offer.action);
            const action = offers[Math.floor(pick * offers.length)];
            if (action === undefined) continue;
            twin.advance(run.tick);
            const outcome = run.dispatch(action);
            expect(twin.dispatch(action)).toEqual(outcome);
            if (!look) taken.all += 1;
            if (!look && outcome.accepted) taken.accepted += 1;
            if (outcome.accepted && isLook(action)) run.advance(Math.min(scenario.brief.ticks - 1, outcome.effectTick));
            const text = shownBy(run);
            twin.advance(run.tick);
            expect(text === shownBy(twin), 'the name of the cause shows').toBe(true);
            expect(secrets.filter((secret) => text.includes(JSON.stringify(secret).slice(1, -1)))).toEqual([]);
            expect(lost(run.observe()).filter((path) => !MAY_HOLD_GAPS.test(path))).toEqual([]);
          }
          const record = run.record();
          run.advance(scenario.brief.ticks);
          const again = createRun(disguised, { seed: String(seed), variant: `qz-${v}` });
          replayInto(again, record.log, Infinity);
          expect(again.finalHash()).toBe(run.finalHash());
          expect(Number.isFinite(run.impactEur())).toBe(true);
        }),
        { numRuns: PLAYS, seed: SEED },
      );
      console.log(`${id}: ${taken.accepted} of ${taken.all} changes accepted`);
      expect(taken.accepted).toBeGreaterThan(taken.all / 2);
    },
    600_000,
  );
});
