import { describe, expect, it } from 'vitest';
import type { FeatureShape, IntervalRow } from '../../src/domain/evidence.ts';
import { psiBand } from '../../src/game/psi-band.ts';
import { binLabels, featureSentence, missingText, wallSentence } from '../../src/ui/evidence/distribution-shape.ts';
import { intervalScale, intervalSentence, standing } from '../../src/ui/evidence/interval-scale.ts';
import { fromNow } from '../../src/ui/evidence/read-at.ts';

const fee: FeatureShape = {
  feature: 'monthly_fee',
  bins: ['10', '20', '40', '80', '200', '4.1 k'],
  reference: [0.1, 0.2, 0.6, 0.1, 0, 0],
  current: [0.05, 0.05, 0.2, 0, 0, 0.7],
  psi: 6.2,
  missingReference: 0.002,
  missingCurrent: 0.31,
  note: '',
};

describe('words of a distribution', () => {
  it('name the band of its PSI and where its values lie now and lay before', () => {
    expect([0.05, 0.1, 0.2, 0.21].map(psiBand)).toEqual(['steady', 'little', 'little', 'moved']);
    expect(featureSentence(fee)).toMatch(
      /^monthly_fee: moved, PSI 6\.2\. Most values lie at 4\.1 k \(70 %\), in the reference at 40; missing/,
    );
    expect(missingText(fee).replaceAll('\u00a0', ' ')).toBe('missing 0.2 % → 31 %');
    expect(missingText({ ...fee, missingReference: 0, missingCurrent: 0 })).toBe('none missing');
  });

  it('count what moved', () => {
    expect(wallSentence([{ ...fee, psi: 0.03 }, fee])).toBe('1 of 2 features moved; most of all monthly_fee, PSI 6.2.');
    expect(wallSentence([{ ...fee, psi: 0.03 }])).toBe('None of 1 feature moved; the largest PSI is 0.03 (monthly_fee).');
  });

  it('label bins without one over another, the present mode first', () => {
    const labels = binLabels(fee, 17);
    expect(labels.find((label) => label.loud)?.text).toBe('4.1 k');
    expect(labels.map((label) => label.text)).toContain('40');
    const spans = labels.map(({ middle, text }) => [middle - (text.length / 17) * 0.5, middle + (text.length / 17) * 0.5] as const);
    for (const [i, [from, to]] of spans.entries()) {
      expect(from).toBeGreaterThanOrEqual(0);
      for (const [j, other] of spans.entries()) if (i !== j) expect(from >= other[1] || to <= other[0]).toBe(true);
    }
  });
});

describe('intervals', () => {
  const row: IntervalRow = { label: 'B', rows: 12_000, estimate: -0.02, low: -0.03, high: -0.01, reference: 0 };

  it('are apart from what they are compared with, or hold it', () => {
    expect(standing(row)).toBe('below');
    expect(standing({ ...row, high: 0 })).toBe('both');
    expect(standing({ ...row, reference: null })).toBe('alone');
    expect(intervalSentence(row, 'share')).toBe('B: −2.0 %, between −3.0 % and −1.0 %; below 0 %; from 12,000 rows');
  });

  it('share one axis on which all of them lie', () => {
    const { share, splits } = intervalScale([row, { ...row, low: 0.01, high: 0.05, estimate: 0.03 }]);
    expect(share(-0.03)).toBeGreaterThan(0);
    expect(share(0.05)).toBeLessThan(1);
    expect(splits).toContain(0);
  });

  it('of one point still have an axis', () => {
    const { share } = intervalScale([{ ...row, estimate: 1, low: 1, high: 1, reference: null }]);
    expect(share(1)).toBeCloseTo(0.5);
  });
});

describe('how far a moment lies from the reading', () => {
  it('is told in the largest unit that fits', () => {
    const at = { startClock: '00:00:00', tickSeconds: 3600, now: 100 };
    expect([100, 97, 105, 30, 76, 124 + 30].map((tick) => fromNow(tick, at))).toEqual([
      'now',
      '3 h ago',
      'in 5 h',
      '3 d ago',
      '1 d ago',
      'in 2 d',
    ]);
    expect(fromNow(100 - 20, { ...at, tickSeconds: 60 })).toBe('20 min ago');
  });
});
