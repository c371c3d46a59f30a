import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paramsSchema, type AlertsParams } from '../../../src/parts/alerts/params.ts';
import { alertViews, createAlerts, evaluateAlerts } from '../../../src/parts/alerts/step.ts';

const rule = {
  kind: 'threshold',
  id: 'p95-high',
  text: 'p95 above 1 s',
  severity: 'page',
  series: 'p95',
  threshold: 1,
  unit: 'ms',
} as const;
const withRule = (more: object): AlertsParams => paramsSchema.parse({ rules: [{ ...rule, ...more }] });

/** States at each evaluation, every 15 s, for a series of readings. */
const states = (params: AlertsParams, readings: readonly number[]): string[] => {
  const state = createAlerts(params);
  return readings.map((value, i) => {
    evaluateAlerts(state, params, () => value, i * 15);
    return state.alerts[0]?.chart ?? '';
  });
};
const words: Record<string, string> = { inactive: '.', pending: 'p', firing: 'F', resolved: 'r' };
const drawn = (params: AlertsParams, readings: string): string =>
  states(
    params,
    [...readings].map((c) => (c === '1' ? 2 : c === '0' ? 0 : NaN)),
  )
    .map((s) => words[s])
    .join('');

describe('who set a threshold', () => {
  const setBy = { role: 'platform team', daysAgo: 210, why: 'after the outage in spring' };
  const view = (more: object, tickSeconds = 3600) => alertViews(createAlerts(withRule(more)), withRule(more), 0, tickSeconds)[0];

  it('stands in the view of the alert, at a tick before the episode, and only where the rule says it', () => {
    expect(view({ setBy })?.setBy).toEqual({ role: 'platform team', tick: -210 * 24, why: 'after the outage in spring' });
    expect(view({})).not.toHaveProperty('setBy');
  });

  it('is a role, a whole number of days and a reason, and nothing else', () => {
    for (const wrong of [
      { ...setBy, name: 'Ann' },
      { ...setBy, daysAgo: -1 },
      { ...setBy, daysAgo: 0.5 },
      { ...setBy, why: '' },
    ])
      expect(paramsSchema.safeParse({ rules: [{ ...rule, setBy: wrong }] }).success).toBe(false);
  });

  it('changes nothing of when the alert fires', () => {
    expect(drawn(withRule({ setBy, forSeconds: 45 }), '011011110')).toBe(drawn(withRule({ forSeconds: 45 }), '011011110'));
  });
});

describe('an alert on a threshold', () => {
  it('fires at the first evaluation that finds it true where it need not hold', () => {
    expect(drawn(withRule({}), '001100')).toBe('..FFrr');
  });

  it('is pending until it has held long enough, and fires then', () => {
    expect(drawn(withRule({ forSeconds: 60 }), '0111111')).toBe('.ppppFF');
    expect(drawn(withRule({ forSeconds: 50 }), '0111111')).toBe('.ppppFF'); // evaluated on its grid only
  });

  it('starts again after one evaluation that does not hold', () => {
    expect(drawn(withRule({ forSeconds: 45 }), '011011110')).toBe('.pp.pppFr');
  });

  it('takes a missed scrape for not holding', () => {
    expect(drawn(withRule({ forSeconds: 30 }), '11x111')).toBe('pp.ppF');
  });

  it('goes on firing for as long as it is told to', () => {
    expect(drawn(withRule({ keepFiringSeconds: 45 }), '1000100000')).toBe('FFFFFFFFrr');
  });

  it('is listed as resolved for a quarter of an hour, then forgotten', () => {
    expect(drawn(withRule({}), `1${'0'.repeat(62)}`)).toBe(`F${'r'.repeat(60)}..`);
  });

  it('becomes pending again from resolved', () => {
    expect(drawn(withRule({ forSeconds: 15 }), '11011')).toBe('pFrpF');
  });

  it('can wait for a value to fall', () => {
    expect(drawn(withRule({ comparison: 'below' }), '1100x')).toBe('..FFr');
  });

  it('fires exactly at the first evaluation at or after onset plus the holding time', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 80 }), fc.integer({ min: 0, max: 200 }), (truths, forSeconds) => {
        const got = states(
          withRule({ forSeconds }),
          truths.map((t) => (t ? 2 : 0)),
        );
        let onset = -1;
        truths.forEach((holds, i) => {
          if (!holds) onset = -1;
          else if (onset < 0) onset = i;
          const firing = holds && (i - onset) * 15 >= forSeconds;
          expect(got[i] === 'firing', `evaluation ${i}`).toBe(firing);
        });
      }),
    );
  });

  it('is shown with its state, value and how long it has held', () => {
    const params = withRule({ forSeconds: 180 });
    const state = createAlerts(params);
    for (let i = 0; i < 5; i += 1) evaluateAlerts(state, params, () => 2, 100 + i * 15);
    expect(alertViews(state, params, 160, 5)).toEqual([
      {
        id: 'p95-high',
        text: 'p95 above 1 s',
        severity: 'page',
        state: 'pending',
        sinceTick: 20,
        forSeconds: 180,
        heldSeconds: 60,
        value: 2,
        threshold: 1,
        unit: 'ms',
      },
    ]);
  });
});

describe('an alert on the burn of an error budget', () => {
  const burn = {
    kind: 'burn-rate',
    id: 'burn',
    text: 'Error budget burns',
    severity: 'page',
    errors: 'errors',
    requests: 'requests',
    slo: 0.999,
    longSeconds: 3600,
    shortSeconds: 300,
    threshold: 14.4,
  };

  /** Plays a step of errors between two seconds at 100 requests/s, every 15 s; returns when the alert fired and resolved. */
  const play = (
    history: object,
    ratio: (second: number) => number,
    seconds: number,
    more: object = {},
  ): { fired: number; resolved: number } => {
    const params = paramsSchema.parse({ rules: [{ ...burn, ...more }], history });
    const state = createAlerts(params);
    let errors = 0;
    let fired = NaN;
    let resolved = NaN;
    for (let now = 0; now <= seconds; now += 15) {
      if (now > 0) for (let s = now - 15; s < now; s += 1) errors += 100 * ratio(s);
      evaluateAlerts(state, params, (key) => (key === 'errors' ? errors : 100 * now), now);
      const chart = state.alerts[0]?.chart;
      if (chart === 'firing' && Number.isNaN(fired)) fired = now;
      if (chart === 'resolved' && Number.isNaN(resolved)) resolved = now;
    }
    return { fired, resolved };
  };
  const clean = { requestsPerSecond: 100, errorRatio: 0 };

  it('needs the history before the episode: without it the long window is as short as the short one', () => {
    const step = (s: number): number => (s >= 300 ? 0.02 : 0);
    expect(play(clean, step, 4000).fired).toBe(2895); // 300 + 3600 × 14.4 × 0.001 / 0.02 = 2892, on a grid of 15 s
    expect(play({ requestsPerSecond: 0, errorRatio: 0 }, step, 4000).fired).toBeLessThan(1500);
  });

  it('fires sooner after a history that has burnt already', () => {
    const step = (s: number): number => (s >= 300 ? 0.02 : 0);
    expect(play({ requestsPerSecond: 100, errorRatio: 0.01 }, step, 4000).fired).toBe(2190);
  });

  it('is over at the latest one short window after the fix', () => {
    const { fired, resolved } = play(clean, (s) => (s >= 0 && s < 600 ? 1 : 0), 3000);
    expect(fired).toBe(60);
    expect(resolved).toBeGreaterThan(600);
    expect(resolved).toBeLessThanOrEqual(900);
  });

  it('does not fire on what the short window has seen alone', () => {
    expect(play(clean, (s) => (s >= 0 && s < 30 ? 1 : 0), 4000).fired).toBeNaN();
  });

  it('bridges a missed scrape with the totals', () => {
    const params = paramsSchema.parse({ rules: [burn], history: clean });
    const state = createAlerts(params);
    for (let now = 0; now <= 90; now += 15) {
      const missed = now === 45;
      evaluateAlerts(state, params, (key) => (missed ? NaN : key === 'errors' ? 100 * now : 100 * now), now);
    }
    expect(state.alerts[0]?.chart).toBe('firing');
    expect(state.totals[0]?.at).toEqual([0, 15, 30, 60, 75, 90]);
  });
});

describe('a list of alert rules', () => {
  it('refuses a typo, a missing kind and an objective without a budget', () => {
    for (const broken of [
      { ...rule, treshold: 1 },
      { ...rule, kind: undefined },
      { ...rule, kind: 'burn-rate', slo: 1 },
    ]) {
      expect(paramsSchema.safeParse({ rules: [broken] }).success).toBe(false);
    }
  });
});
