import { describe, expect, it } from 'vitest';
import { BARS } from '../../src/prove/bars.ts';
import { apt } from '../../src/prove/claims/apt.ts';
import { checklist } from '../../src/prove/claims/checklist.ts';
import { identifiable } from '../../src/prove/claims/identifiable.ts';
import { losable } from '../../src/prove/claims/losable.ts';
import { memorisable } from '../../src/prove/claims/memorisable.ts';
import { preventions } from '../../src/prove/claims/preventions.ts';
import { solvable } from '../../src/prove/claims/solvable.ts';
import { worse } from '../../src/prove/claims/worse.ts';
import { WITHOUT_LOOKS, type NightFigures, type Played } from '../../src/prove/night-figures.ts';
import type { Nights } from '../../src/prove/nights.ts';
import type { PreventionFigure } from '../../src/prove/prevention-figures.ts';
import { rowOf, worst } from '../../src/prove/row.ts';

const at = (value: number, where = ''): { where: string; value: number }[] => [{ where, value }];

describe('a figure', () => {
  it.each([
    ['at least', 5, 5, true],
    ['at least', 4.999, 5, false],
    ['at most', 5, 5, true],
    ['at most', 5.001, 5, false],
    ['above', 5, 5, false],
    ['above', 5.001, 5, true],
    ['below', 5, 5, false],
    ['below', 4.999, 5, true],
  ] as const)('clears a bar of %s: %d against %d', (side, value, bar, ok) => {
    expect(worst('x', 'points', side, bar, at(value)).ok).toBe(ok);
  });

  it('is the worst of what was measured, and says where', () => {
    const measured = [...at(7, 'a'), ...at(3, 'b'), ...at(9, 'c')];
    expect(worst('x', 'points', 'at least', 5, measured)).toMatchObject({ where: 'b', value: 3, ok: false });
    expect(worst('x', 'points', 'at most', 5, measured)).toMatchObject({ where: 'c', value: 9, ok: false });
  });

  it('that is none never clears', () => {
    for (const side of ['at least', 'at most', 'above', 'below'] as const)
      expect(worst('x', 'share', side, 0.5, [...at(side === 'at least' || side === 'above' ? 1 : 0), ...at(NaN, 'gone')])).toMatchObject({ where: 'gone', ok: false }); // prettier-ignore
  });

  it('of nothing is a mistake', () => {
    expect(() => worst('x', 'points', 'at least', 5, [])).toThrow('expected something measured for "x"');
  });
});

describe('a row', () => {
  it('holds where all its figures do, and shows the one that fails', () => {
    const good = worst('good', 'points', 'at least', 90, at(91));
    const bad = worst('bad', 'points', 'below', 80, at(80));
    expect(rowOf('s', 'apt', [good])).toMatchObject({ ok: true, figure: 91, bar: 90, title: 'apt' });
    expect(rowOf('s', 'apt', [good, bad])).toMatchObject({ ok: false, figure: 80, bar: 80 });
  });
});

describe('a row of which a figure is missing', () => {
  const missing = { variants: ['xray'], because: 'nothing to see', todo: 'look again' };
  const good = worst('good', 'points', 'at least', 90, at(91));

  it('does not hold, and is no failure', () => {
    expect(rowOf('s', 'solvable', [good], [], missing)).toMatchObject({ ok: false, standing: 'not measured', unmeasured: missing });
    expect(rowOf('s', 'solvable', [good])).toMatchObject({ ok: true, standing: 'holds', unmeasured: null });
  });

  it('fails where another figure does', () => {
    const bad = worst('bad', 'points', 'below', 80, at(80));
    expect(rowOf('s', 'solvable', [good, bad], [], missing)).toMatchObject({ ok: false, standing: 'fails' });
  });
});

/** A night as it comes out of an honest scenario, with some of it otherwise. */
function night(variant: string, played: Readonly<Record<string, number | Played>> = {}, rest: Partial<NightFigures> = {}): NightFigures {
  const usual: Readonly<Record<string, Played>> = {
    none: { score: 0, impactEur: 5000 },
    random: { score: 20, impactEur: 4000 },
    'rollback-always': { score: 20, impactEur: 4000 },
    'scale-always': { score: 20, impactEur: 4000 },
    'restart-always': { score: 20, impactEur: 4000 },
    'retrain-always': { score: 20, impactEur: 4000 },
    runbook: { score: 60, impactEur: 3000 },
    investigator: { score: 90, impactEur: 1500 },
    expert: { score: 95, impactEur: 1000 },
    silent: { score: 20, impactEur: 5000 },
    'as a': { score: 30, impactEur: 3000 },
    'as b': { score: 30, impactEur: 3000 },
    [WITHOUT_LOOKS]: { score: 30, impactEur: 1000 },
  };
  const changed = Object.entries(played).map(([id, value]) => [id, typeof value === 'number' ? { ...usual[id]!, score: value } : value]);
  const all = { ...usual, ...(Object.fromEntries(changed) as Record<string, Played>) };
  return { variant, seed: '1', played: all, named: true, sameBlind: true, preventions: [], ...rest };
}

const nightsOf = (figures: readonly NightFigures[], leaveAlone: readonly string[] = []): Nights => ({
  variants: [...new Set(figures.map(({ variant }) => variant))],
  leaveAlone: new Set(leaveAlone),
  floorEur: 500,
  figures,
});

describe('claims of nights', () => {
  const honest = nightsOf([night('a'), night('b')]);

  it('hold on nights that clear every bar', () => {
    const rows = [apt, losable, checklist, identifiable].map((claim) => claim('s', honest));
    expect(rows.map(({ claim, ok }) => `${claim} ${ok}`)).toEqual(['apt true', 'losable true', 'checklist true', 'identifiable true']);
    expect(memorisable('s', honest, [{ list: [], score: 59 }], []).ok).toBe(true);
    expect(solvable('s', honest, [{ variant: 'a', list: [], impactEur: 950 }], []).ok).toBe(true);
  });

  it.each([
    ['a sibling’s response within 15 points', apt, { 'as b': 81 }],
    ['a sibling’s response as cheap', apt, { 'as b': { score: 30, impactEur: 1000 } }],
    ['points for doing nothing', losable, { none: 15.1 }],
    ['points for reading in silence', losable, { silent: 45.1 }],
    ['nothing to lose', losable, { none: { score: 0, impactEur: 1499 } }],
    ['a runbook that is enough', checklist, { runbook: 80.1 }],
    ['a runbook near the investigator', checklist, { runbook: 79, investigator: 88.9 }],
    ['an investigator below its bar', identifiable, { investigator: 79.9, runbook: 50 }],
  ] as const)('fail on %s in one variant, and name it', (_, claim, played) => {
    const row = claim('s', nightsOf([night('a', played), night('b')]));
    expect(row.ok).toBe(false);
    expect(row.figures.find(({ ok }) => !ok)?.where).toContain('a');
  });

  it('fail where a checklist is worth too little over all variants, however it does in one', () => {
    expect(checklist('s', nightsOf([night('a', { runbook: 20 }), night('b', { runbook: 69.9 })])).figures[0]).toMatchObject({ value: 44.95, ok: false }); // prettier-ignore
    expect(checklist('s', nightsOf([night('a', { runbook: 20 }), night('b', { runbook: 70 })])).figures[0]).toMatchObject({
      value: 45,
      ok: true,
    });
  });

  it('fail where the investigator names the cause in too few seeds, or plays otherwise when blinded', () => {
    const seeds = (rest: Partial<NightFigures>): Nights => nightsOf([...Array.from({ length: 8 }, () => night('a')), night('a', {}, rest), night('a', {}, rest)]); // prettier-ignore
    expect(identifiable('s', seeds({ named: false })).figures[0]).toMatchObject({ value: 0.8, ok: false });
    expect(identifiable('s', seeds({ sameBlind: false })).figures[2]).toMatchObject({ value: 0.8, ok: false });
  });

  it('measure means over seeds, not single nights', () => {
    const row = losable('s', nightsOf([night('a', { none: 20 }), night('a', { none: 5 })]));
    expect(row.figures[0]).toMatchObject({ value: 12.5, ok: true });
  });

  it('fail where the expert needs no looks, scores too little, or is dearer than a list', () => {
    const cheap = (impactEur: number) => [{ variant: 'a', list: [], impactEur }];
    expect(solvable('s', nightsOf([night('a', { [WITHOUT_LOOKS]: 80 })]), cheap(1000), []).ok).toBe(false);
    expect(solvable('s', nightsOf([night('a', { expert: 89.9 })]), cheap(1000), []).ok).toBe(false);
    expect(solvable('s', honest, cheap(900), []).figures[2]).toMatchObject({ value: 1000 / 900, ok: false });
    expect(solvable('s', honest, cheap(910), []).ok).toBe(true);
  });

  it('fail where a fixed list, luck or a habit does well on the mean of the variants', () => {
    expect(memorisable('s', honest, [{ list: [], score: 60 }], []).ok).toBe(false);
    expect(memorisable('s', nightsOf([night('a', { random: 50 }), night('b', { random: 10.1 })]), [{ list: [], score: 1 }], []).ok).toBe(false); // prettier-ignore
    const habit = nightsOf([night('a', { 'retrain-always': 70 }), night('b', { 'retrain-always': 11 })]);
    expect(memorisable('s', habit, [{ list: [], score: 1 }], []).figures[2]).toMatchObject({
      where: 'retrain-always',
      value: 40.5,
      ok: false,
    });
    expect(memorisable('s', honest, [], []).ok).toBe(false);
  });

  it('print the list that did best', () => {
    const list = [{ afterPageSeconds: 0, action: { type: 'acknowledge' } }] as const;
    expect(memorisable('s', honest, [{ list, score: 50 }], []).list).toBe(list);
  });
});

describe('claims where it is right to leave the system alone', () => {
  const still = nightsOf(
    [night('a'), night('b', { none: { score: 29, impactEur: 1000 }, silent: 59, 'as a': { score: 70, impactEur: 900 } })],
    ['b'],
  );

  it('allow doing nothing and silence more points there, and no loss of money', () => {
    expect(losable('s', still).ok).toBe(true);
    expect(losable('s', nightsOf(still.figures)).ok).toBe(false);
  });

  it.each([
    ['doing nothing', { none: { score: 30.1, impactEur: 1000 } }],
    ['reading all in silence', { silent: 60.1 }],
  ] as const)('fail there where %s scores too much', (_, played) => {
    const row = losable('s', nightsOf([night('a'), night('b', played)], ['b']));
    expect(row.figures.filter(({ ok }) => !ok)).toHaveLength(1);
    expect(row.figures.find(({ ok }) => !ok)?.where).toBe('b');
  });

  it('compare responses there by points alone', () => {
    expect(apt('s', still).ok).toBe(true);
    expect(apt('s', nightsOf(still.figures)).ok).toBe(false);
    expect(apt('s', nightsOf([night('a'), night('b', { 'as a': 80.1 })], ['b'])).ok).toBe(false);
  });
});

describe('preventions as stated', () => {
  const item = (stated: PreventionFigure['stated'], change: number, restEur = 0): Partial<NightFigures> => ({
    preventions: [{ id: 'gate', stated, change, ownCostEur: 0, restEur }],
  });
  const holds = (rest: Partial<NightFigures>): boolean => preventions('s', nightsOf([night('a', {}, rest)])).ok;

  it('hold where the impact moves the stated way by enough', () => {
    expect(holds(item('better', -BARS.preventions.changesAtLeast))).toBe(true);
    expect(holds(item('worse', BARS.preventions.changesAtLeast))).toBe(true);
  });

  it('fail where it moves too little, or the other way', () => {
    expect(holds(item('better', -0.029))).toBe(false);
    expect(holds(item('better', 0.5))).toBe(false);
    expect(holds(item('worse', -0.5))).toBe(false);
  });

  it('hold where nothing is stated and nothing changes but its own cost', () => {
    expect(holds(item('none', 0.2, 0))).toBe(true);
    expect(holds(item('none', 0, 0.01))).toBe(false);
  });
});

describe('worse is possible', () => {
  it('by the change that costs the most', () => {
    const tried = [
      { what: 'restart', extraShare: 0.05 },
      { what: 'wait', extraShare: -0.1 },
    ];
    expect(worse('s', tried)).toMatchObject({ ok: true, figure: 0.05 });
    expect(worse('s', tried.slice(1)).ok).toBe(false);
  });
});
