import { describe, expect, it } from 'vitest';
import { leftOf, liftOf, type Rect } from '../../src/ui/play/preview-place.ts';

const MAP: Rect = { left: 296, right: 980, top: 64, bottom: 650 };
const card = (middle: number, width = 480) => ({ width, top: 310, bottom: 690, middle });
const station = (x: number, y: number): Rect => ({ left: x - 36, right: x + 36, top: y - 34, bottom: y + 40 });
const hides = (left: number, rect: Rect, width = 480): boolean => rect.left < left + width && left < rect.right;

describe('the card of an action', () => {
  it('lies over the map, near its button, where it hides no station that it touches', () => {
    const left = leftOf(card(500), 1440, MAP, [station(650, 200)]);
    expect([left >= MAP.left, left + 480 <= MAP.right, Math.abs(left + 60 - 500) < 60]).toEqual([true, true, true]);
  });

  it.each([350, 500, 640, 800, 940])('hides no station at %i px across that it touches, wherever its button is', (x) => {
    const touched = station(x, 480);
    for (const middle of [100, 400, 700, 1000, 1300])
      expect(hides(leftOf(card(middle), 1440, MAP, [touched]), touched), `${middle}`).toBe(false);
  });

  it('minds only stations that are as low as it reaches', () => {
    expect(leftOf(card(640), 1440, MAP, [station(640, 200)])).toBe(leftOf(card(640), 1440, MAP, []));
  });

  it('stays in the window', () => {
    for (const width of [768, 1024, 1440]) {
      const left = leftOf(card(width - 10), width, null, []);
      expect([left >= 8, left + 480 <= width]).toEqual([true, true]);
    }
  });
});

describe('the screen of a phone under the sheet of an action', () => {
  const SMALL = 640; // px high

  it('rises until the lowest station that is touched stands clear of the sheet', () => {
    const touched = [station(200, 160), station(200, 390)];
    const lift = liftOf(touched, SMALL, 0);
    expect(Math.max(...touched.map(({ bottom }) => bottom)) - lift).toBeLessThanOrEqual(SMALL - 300);
    expect(Math.min(...touched.map(({ top }) => top)) - lift).toBeGreaterThanOrEqual(0);
  });

  it('stays where it is while nothing that is touched would be hidden, and never lifts a station out of the window', () => {
    expect(liftOf([station(200, 120)], SMALL, 0)).toBe(0);
    expect(liftOf([station(200, 300)], SMALL, 400) - liftOf([station(200, 300)], SMALL, 350)).toBe(50); // a higher sheet, as far more
    expect(liftOf([], SMALL, 2 * SMALL)).toBe(0);
    expect(liftOf([station(200, 50), station(200, 600)], SMALL, 0)).toBe(station(200, 50).top);
  });
});
