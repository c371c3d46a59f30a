import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { setTextSize } from './text-size.ts';
import { launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

/** Of these elements those whose words reach beyond them or beyond the window. */
const cut = (page: Page, selector: string): Promise<readonly string[]> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)]
        .filter((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const words = range.getBoundingClientRect();
          const within = (element.closest('.segmented') ?? element).getBoundingClientRect();
          return words.width > 0 && (words.left < within.left - 1 || words.right > Math.min(within.right, innerWidth) + 1);
        })
        .map(({ textContent }) => textContent ?? ''),
    selector,
  );

describe('with text at 200 %', () => {
  it('a kept size is there as the first screen opens again, and its ways to play are whole, on a phone of 360 px', async () => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 360, height: 640 } });
    const { page } = visitor;
    await setTextSize(visitor, 200);
    await page.reload();
    await until('words are large', async () => (await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)) === '32px');
    await until('there are ways to play', async () => (await page.locator('.ways button').count()) === 3);
    expect(await cut(page, '.ways button')).toEqual([]);
    await visitor.close();
  });

  it('a page is read from its head, and a sheet says its title and its facts whole, on a phone of 360 px', async () => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 360, height: 640 } });
    const { page } = visitor;
    await setTextSize(visitor, 200);
    await visitor.go('#/play/silent-schema?seed=5&untimed=1');
    await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) > 0);
    const layer = page.locator('.briefing-layer');
    expect(await layer.evaluate(({ scrollTop, scrollHeight, clientHeight }) => [scrollTop, scrollHeight > clientHeight])).toEqual([
      0,
      true,
    ]);
    await page.keyboard.press('a');
    await until('the pager is taken', async () => (await layer.count()) === 0);
    await page.locator('.action-bar [data-choice=hold-promotion]').click();
    await until('the sheet opens', async () => (await page.locator('dialog.preview').count()) === 1);
    expect(await page.locator('.preview > header, .preview dt, .preview dd').count()).toBeGreaterThan(5);
    expect(await cut(page, '.preview > header > *, .preview dt, .preview dd')).toEqual([]);
    await visitor.close();
  });

  it.each(['silent-schema', 'bad-canary', 'latency-spike'])(
    'the map has the height for its words, and clock, next step and actions keep their place, in %s at 1280 × 720',
    async (scenario) => {
      const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 1280, height: 720 } });
      const { page } = visitor;
      await setTextSize(visitor, 200);
      await visitor.go(`#/play/${scenario}?seed=5&untimed=1`);
      await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) > 0);
      await page.keyboard.press('a');
      await until('the map is drawn', async () => (await page.locator('.map-mirror [data-station] button').count()) > 4);
      expect(await page.locator('.map-list, .off-map').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2 * 720); // not as high as all evidence is
      for (const to of [0, 1200]) {
        await page.evaluate((top) => scrollTo(0, top), to);
        const places = await page.evaluate(() =>
          ['.top-bar', '.map-foot', '.action-bar'].map((each) => document.querySelector(each)!.getBoundingClientRect()),
        );
        expect(places.map(({ top, bottom }) => top >= 0 && bottom <= 720)).toEqual([true, true, true]);
        expect(places.slice(1).every(({ top }, i) => top >= places[i]!.bottom - 1)).toBe(true);
      }
      const steps = await page.locator('.phase-bar li').evaluateAll((items) =>
        items.map((item) => {
          const range = document.createRange();
          range.selectNodeContents(item);
          return { left: range.getBoundingClientRect().left, right: range.getBoundingClientRect().right };
        }),
      );
      expect(steps.slice(1).every(({ left }, i) => left >= steps[i]!.right + 4)).toBe(true);
      await visitor.close();
    },
  );
});
