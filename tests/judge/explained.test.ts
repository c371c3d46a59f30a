import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { scoreRun } from '../../src/judge/score.ts';
import type { PartId } from '../../src/judge/score-card.ts';
import type { RunTrace } from '../../src/run/run.ts';
import { openTruth } from '../../src/scenario/truth.ts';
import { faults } from './line-check.ts';
import { CHANGES, look, partOf, played, SPIKE_DRILL, TRACE, VARIANTS, type Act, type VariantId } from './scripted.ts';

const textsOf = (trace: RunTrace, part: PartId): string[] => partOf(trace, part).lines.map((line) => line.text);
const allTexts = (trace: RunTrace): string => scoreRun(SPIKE_DRILL, trace).parts.flatMap((part) => part.lines.map((line) => line.text)).join('\n'); // prettier-ignore
const cached: Action = { type: 'serve-cached', on: true };

describe('what was not opened is said to be unopened', () => {
  const NEVER: Readonly<Record<VariantId, string>> = {
    deploy: 'The change history, the by-version dashboard and a slow trace were never opened.',
    'feature-store': 'The feature-store dashboard and a slow trace were never opened.',
    traffic: 'The service dashboard, the saturation dashboard and a slow trace were never opened.',
    upstream: 'The dashboard of merchant-risk calls, a slow trace and the logs were never opened.',
  };
  it.each(VARIANTS)('by every line that lost points for it, where nothing was (%s)', (variant) => {
    const trace = played(variant, []);
    const [narrowing] = textsOf(trace, 'evidence');
    expect(narrowing).toBe(`0 of 3 other causes excluded over the run: no reading opened told causes apart. ${NEVER[variant]}`);
    expect(textsOf(trace, 'cause')).toContain(`No evidence was named for a cause. ${NEVER[variant]}`);
    for (const [part, begins] of [
      ['evidence', 'No change was made that evidence seen before it supports. The '],
      ['mitigation', 'No mitigation for this cause was made on evidence. The '],
      ['fix', 'The cause itself was not removed on evidence. The '],
    ] as const)
      expect(textsOf(trace, part).filter((text) => text.startsWith(begins) && text.endsWith(' never opened.'))).toHaveLength(1);
    expect(textsOf(trace, 'detect').filter((text) => text.includes('not opened'))).toHaveLength(3);
  });

  it('not of a look that was made, nor where what was made told enough', () => {
    const acts = (...looks: Action[]): Act[] => looks.map((action, i) => [10 + i * 300, action]);
    const one = played('deploy', acts(TRACE)); // deploy and traffic both make requests wait for a worker
    expect(textsOf(one, 'evidence')[0]).toMatch(/^2 of 3 .* The change history and the by-version dashboard were never opened\.$/);
    expect(allTexts(played('deploy', acts(CHANGES)))).not.toMatch(/(was|were) (never opened|opened only)/);
    expect(allTexts(played('feature-store', acts(look('feature-store'))))).not.toMatch(/(was|were) (never opened|opened only)/);
  });

  it('nor of one that was opened after all, but only after the change', () => {
    const trace = played('feature-store', [
      [10, cached],
      [60, look('feature-store')],
    ]);
    const late = 'A slow trace was never opened. The feature-store dashboard was opened only afterwards.';
    const texts = textsOf(trace, 'evidence');
    expect(texts[0]).toMatch(new RegExp(`^0 of 3 .* before the first change .*: no reading .*\\. ${late}$`));
    expect(texts.at(-1)).toMatch(new RegExp(`^Served cached features .*: nothing that had been opened supports it, .* ${late}$`));
  });

  it('also where a claim was made on too little', () => {
    const claim: Action = { type: 'claim-cause', changed: 'hot-keys', enters: 'feature-read', missed: 'store-by-average', confidence: 50, evidence: [] }; // prettier-ignore
    const of = (acts: Act[]): string => textsOf(played('feature-store', acts), 'cause')[3]!;
    expect(of([[10, claim]])).toBe('The claim named no evidence. The feature-store dashboard and a slow trace were never opened.');
    const seen: Act = [10, look('feature-store')];
    expect(of([seen, [90, claim]])).toBe('The claim named no evidence.'); // it was there to be named
    expect(of([seen, [90, { ...claim, evidence: ['E1'] }]])).toMatch(/^The evidence named excludes 3 of 3 other causes: E1 showed /);
  });
});

describe('a red herring that was believed is said to be one', () => {
  const herrings = openTruth(SPIKE_DRILL.sealed).redHerrings;
  const says = (id: string): string => herrings.find((one) => one.id === id)!.says;
  const supports = (evidence: string[], status: 'supported' | 'excluded' = 'supported', cause = 'sick-replica'): Action => ({
    type: 'hypothesis',
    cause,
    confidence: 70,
    status,
    evidence,
  });
  const restart = (seed: string, ...more: Act[]): RunTrace =>
    played('upstream', [[10, look('saturation')], [90, supports(['E1'])], ...more], seed);
  const seeds = Array.from({ length: 8 }, (_, i) => String(i + 1));
  const has = new Map(seeds.map((seed) => [seed, restart(seed)]));
  const present = seeds.filter((seed) => has.get(seed)!.redHerrings.includes('one-restart'));
  const absent = seeds.filter((seed) => !present.includes(seed));

  it('on seeds that have it and not on others: those on which a replica is missing for a while before the page', () => {
    expect([present.length > 0, absent.length > 0]).toEqual([true, true]);
    for (const [seed, trace] of has) {
      const before = trace.ticks.filter((tick) => tick < trace.onsetTick).map((tick) => trace.metric('model.replicas', tick));
      expect(Math.min(...before.filter(Number.isFinite)) < 6, seed).toBe(present.includes(seed));
      expect(trace.redHerrings).toEqual(herrings.map(({ id }) => id).filter((id) => id !== 'one-restart' || present.includes(seed)));
      const lines = partOf(trace, 'cause').lines.filter((line) => line.text.includes('red herring'));
      expect(lines.map((line) => [line.points, line.max, line.tick !== null])).toEqual(present.includes(seed) ? [[0, 0, true]] : []);
      expect(allTexts(trace).includes(says('one-restart')), seed).toBe(present.includes(seed));
      expect(faults(SPIKE_DRILL, trace)).toEqual([]);
    }
    expect(textsOf(has.get(present[0]!)!, 'cause').at(-1)).toMatch(
      /^“One replica is broken and drags the rest down” stood on the board as supported at 02:\d\d:\d\d\. E1 holds a red herring: One replica restarted for a node update\. The other five were slow as well\.$/,
    );
  });

  it('with nothing said once the player has ruled it out, or where no look showed it', () => {
    const seed = present[0]!;
    expect(allTexts(restart(seed, [120, supports(['E1'], 'excluded')]))).not.toContain('red herring');
    expect(
      allTexts(
        played(
          'upstream',
          [
            [10, look('business')],
            [90, supports([])],
          ],
          seed,
        ),
      ),
    ).not.toContain('red herring');
    expect(allTexts(played('upstream', [[90, supports([])]], seed))).not.toContain('red herring');
  });

  it('where it was claimed, from what was opened when no evidence was named', () => {
    const claim: Action = { type: 'claim-cause', changed: 'payment-mix', enters: 'at-gateway', missed: 'weekly-drift', confidence: 60, evidence: [] }; // prettier-ignore
    const texts = textsOf(played('traffic', [[10, look('drift')], [90, claim]]), 'cause'); // prettier-ignore
    expect(texts.at(-1)).toMatch(/^“The mix of payments, .*” was claimed at .*\. E1 holds a red herring: Payments at the weekend differ /);
    expect(texts.filter((text) => text.includes('red herring'))).toHaveLength(1);
    const right = { ...claim, changed: 'more-payments', enters: 'every-queue', missed: 'silent-ceiling' };
    expect(allTexts(played('traffic', [[10, look('drift')], [90, right]]))).not.toContain('red herring'); // prettier-ignore
  });

  it('and not for a cause that another night of this drill has', () => {
    const logs: Act[] = [
      [10, { type: 'look-logs', station: 'fraud-api' }],
      [300, supports(['E1'], 'supported', 'heavy-model')],
    ];
    expect(allTexts(played('traffic', logs))).not.toContain('red herring');
    const sidecar = played('traffic', [...logs, [310, supports(['E1'], 'supported', 'sidecar-change')]]);
    expect(textsOf(sidecar, 'cause').at(-1)).toContain(says('collector-pauses'));
  });
});
