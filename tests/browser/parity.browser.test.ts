import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { STATUS_INK } from '../../src/scene/palette.ts';
import { launch, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

interface Told {
  readonly id: string;
  readonly status: string; // as the list in words has it
  readonly pixels: Readonly<Record<string, number>>; // of each state's colour, around the place of its button
}

/**
 * Every station that the page tells of in words, with the colours that the canvas has at its place.
 * @param hidden a station painted over first, as if the map had left it out
 */
const stations = (page: Page, hidden: string | null): Promise<readonly Told[]> =>
  page.evaluate(
    ({ inks, over, base }) => {
      const REACH = 26; // px: a station's rings lie within
      const NEAR = 30; // of 441: what edges are blended to is further off
      const canvas = document.querySelector<HTMLCanvasElement>('.map-host canvas')!;
      const box = canvas.getBoundingClientRect();
      const copy = document.createElement('canvas');
      copy.width = Math.round(box.width);
      copy.height = Math.round(box.height);
      const context = copy.getContext('2d')!;
      context.drawImage(canvas, 0, 0, copy.width, copy.height);
      const rgb = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
      return [...document.querySelectorAll<HTMLElement>('.map-mirror [data-station]')].map((item) => {
        const at = item.querySelector('button')!.getBoundingClientRect();
        const [x, y] = [at.x + at.width / 2 - box.x, at.y + at.height / 2 - box.y];
        if (item.dataset['station'] === over) {
          context.fillStyle = base;
          context.fillRect(x - REACH, y - REACH, 2 * REACH, 2 * REACH);
        }
        const { data } = context.getImageData(x - REACH, y - REACH, 2 * REACH, 2 * REACH);
        const pixels: Record<string, number> = {};
        for (const [status, ink] of Object.entries(inks)) {
          const [r = 0, g = 0, b = 0] = rgb(ink);
          let count = 0;
          for (let i = 0; i < data.length; i += 4) if (Math.hypot(data[i]! - r, data[i + 1]! - g, data[i + 2]! - b) < NEAR) count += 1;
          pixels[status] = count;
        }
        return { id: item.dataset['station']!, status: item.dataset['status']!, pixels };
      });
    },
    { inks: STATUS_INK, over: hidden, base: '#0B1020' },
  );

const RING = 40; // pixels: the least that a ring of a station comes to

/** Stations whose state, as told in words, is not drawn at their place. */
const notDrawn = (told: readonly Told[]): string[] => told.filter(({ status, pixels }) => (pixels[status] ?? 0) < RING).map(({ id }) => id);

describe('the drawn map and the list in words', () => {
  it('tell of the same stations in the same states, each read for itself; a station left out of the drawing is found', async () => {
    const visitor = await visit(browser, inject('address'), { reducedMotion: 'reduce' });
    const { page } = visitor;
    await visitor.go('#/play/latency-spike?seed=7&untimed=1&mode=solo');
    await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
    await page.keyboard.press('a');
    for (const name of [/^Open: Service/, /^Open: Saturation/, /^Open: Business/]) {
      await page.getByRole('button', { name }).click();
      await until('the look returns', async () => (await page.locator('.looking').count()) === 0);
    }
    await page.waitForTimeout(1200); // states ease over
    const told = await stations(page, null);
    const { stations: inFile } = scenarioOf('latency-spike').brief.system;
    expect(told.map(({ id }) => id).sort()).toEqual(inFile.map(({ id }) => id).sort());
    expect(new Set(told.map(({ status }) => status)).size, 'states at once').toBeGreaterThan(1);
    expect(notDrawn(told), JSON.stringify(told)).toEqual([]);
    for (const { id } of told) expect(notDrawn(await stations(page, id))).toEqual([id]);
    await visitor.close();
  }, 60_000);
});
