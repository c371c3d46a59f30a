import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { setTextSize } from './text-size.ts';
import { launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

it.each([
  ['guided', 1280, 720, 100],
  ['solo', 1280, 720, 125],
  ['solo', 1280, 720, 200],
  ['solo', 1024, 768, 100],
  ['guided', 390, 844, 100],
  ['solo', 360, 640, 100],
] as const)(
  'captions lie on nothing that can be pressed, on no clock of the time rail, and within the window, in a shift that is %s, at %i × %i with text at %i %',
  async (mode, width, height, text) => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height } });
    const { page } = visitor;
    await setTextSize(visitor, text);
    await visitor.go(`#/play/latency-spike?seed=12&untimed=1&mode=${mode}`);
    await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) > 0);
    await page.keyboard.press('a');
    await until('something sounds', async () => (await page.locator('.sound-captions li').count()) > 0);
    const found = await page.evaluate(() => {
      const captions = [...document.querySelectorAll('.sound-captions li')]
        .map((one) => one.getBoundingClientRect())
        .filter(({ width: w }) => w > 0);
      const pressed = [...document.querySelectorAll<HTMLElement>('button, select, input, a, .rail-tick, .rail-now .mono')].filter(
        ({ offsetParent }) => offsetParent !== null,
      );
      const covered = pressed.filter((element) => {
        const box = element.getBoundingClientRect();
        const within = element.closest('.scroll, .evidence')?.getBoundingClientRect() ?? box; // what is scrolled out of sight is not covered
        const [top, bottom] = [Math.max(box.top, within.top), Math.min(box.bottom, within.bottom)];
        return captions.some((one) => one.left < box.right && one.right > box.left && one.top < bottom && one.bottom > top);
      });
      return {
        shown: captions.length,
        covered: covered.map(({ textContent }) => textContent),
        outside: captions.filter(({ left, right, bottom }) => left < 0 || right > innerWidth || bottom > innerHeight).length,
      };
    });
    expect(found.shown).toBeGreaterThan(0);
    expect(found).toMatchObject({ covered: [], outside: 0 });
    await visitor.close();
  },
);
