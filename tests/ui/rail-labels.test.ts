import { describe, expect, it } from 'vitest';
import type { RailMark } from '../../src/game/rail.ts';
import { roomy, shortened } from '../../src/ui/play/rail-labels.ts';

const mark = (tick: number, label: string): RailMark => ({ tick, kind: 'config', label, loud: true });
const SIDECAR = 'Dashboard sidecar: new collector configuration';
const LETTER = 0.0053; // share of a rail of 1260 px
const share = (tick: number): number => tick / 100;

describe('the label of a mark on the time rail', () => {
  it('is whole where there is room', () => {
    const one = mark(40, SIDECAR);
    expect(roomy([one], share, 0.9, 8, LETTER).get(one)).toEqual({ text: SIDECAR, shift: 0 });
  });

  it('is shortened between words beside another, and left out where that is too long as well', () => {
    const [first, second, third] = [mark(40, SIDECAR), mark(57, 'page'), mark(58, SIDECAR)];
    const labels = roomy([first, { ...second, kind: 'page' }, third], share, 0.9, 8, LETTER);
    expect(labels.get(first)?.text).toBe(SIDECAR);
    expect(labels.has(third)).toBe(false);
    const close = roomy([first, mark(52, 'page')], share, 0.9, 8, LETTER);
    expect(close.get(first)?.text).toBe('Dashboard sidecar: new collector…');
  });

  it('stays on the rail', () => {
    for (const tick of [0, 2, 98, 100]) {
      const one = mark(tick, SIDECAR);
      const { text, shift } = roomy([one], share, 0.5, 8, LETTER).get(one)!;
      const half = (text.length * LETTER) / 2;
      expect(share(tick) + shift - half).toBeGreaterThan(-0.08);
      expect(share(tick) + shift + half).toBeLessThan(1.001);
    }
  });

  it('is cut within a word only where the word takes nearly all of it', () => {
    expect(shortened('churn-n-6 promoted by the nightly job', 26)).toBe('churn-n-6 promoted by the…');
    expect(shortened('antidisestablishmentarianism at night', 12)).toBe('antidisesta…');
    expect(shortened('page', 26)).toBe('page');
  });
});
