import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

/** What can be pressed or read and lies under an element, wholly or in part. */
const under = (page: Page, selector: string): Promise<readonly string[]> =>
  page.evaluate((over) => {
    const notice = document.querySelector(over)!;
    const box = notice.getBoundingClientRect();
    return [...document.querySelectorAll('.play button, .play p, .play .map-host, .play canvas')]
      .filter((each) => !notice.contains(each) && (each as HTMLElement).offsetParent !== null && each.closest('.for-readers') === null)
      .filter((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        const within = each.closest('.scroll, .evidence')?.getBoundingClientRect(); // what is scrolled out of sight is not covered
        const [from, to] = [Math.max(top, within?.top ?? top), Math.min(bottom, within?.bottom ?? bottom)];
        return left < box.right - 1 && right > box.left + 1 && from < box.bottom - 1 && to > box.top + 1;
      })
      .map((each) => each.outerHTML.slice(0, 120));
  }, selector);

it.each([
  ['guided', 1440, 900],
  ['guided', 1280, 720],
  ['solo', 1440, 900],
] as const)(
  'the map keeps its size and all its stations, and the clock its width, while notices come and go in a shift that is %s, at %i × %i',
  async (mode, width, height) => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height } });
    const { page } = visitor;
    await visitor.go(`#/play/latency-spike?seed=7&mode=${mode}`);
    const acknowledge = page.locator('.briefing-layer .button', { hasText: /Acknowledge/ });
    await until('the pager rings', async () => (await acknowledge.count()) === 1);
    await acknowledge.click();
    const sizes: string[] = [];
    const note = async (): Promise<void> =>
      void sizes.push(
        await page.evaluate(() => {
          const map = document.querySelector('.map-host')!.getBoundingClientRect();
          const controls = document.querySelector('.time-controls')!.getBoundingClientRect();
          return `map ${map.width} × ${map.height}, controls at ${controls.left}`;
        }),
      );
    const said = async (selector: string): Promise<void> =>
      until(`${selector} is shown`, async () => (await page.locator(selector).count()) === 1);
    await until('the coach or the hint is there', async () => (await page.locator('.map-foot .guide').count()) === 1);
    await note();
    await page.locator('.map-foot .guide .button', { hasText: 'Hint' }).click();
    await said('.map-foot .hint');
    await note();
    await page.getByRole('button', { name: /^Open: Service/ }).click();
    await said('.map-foot .looking');
    await note();
    await until('the look returns', async () => (await page.locator('.looking').count()) === 0);
    await note();
    await page.locator('.action-bar [data-choice=scale]').click();
    await page.locator('.preview footer .button.primary').click();
    await said('.map-foot .pending-list .pending');
    await note();
    for (const says of ['Taken back', 'There is no change']) {
      await page.keyboard.press('z');
      await until(`it says: ${says}`, async () => (await page.locator('.map-foot .passing', { hasText: says }).count()) === 1);
      await note();
      expect(await under(page, '.passing:not(.refused + *)'), says).toEqual([]);
    }
    expect(new Set(sizes).size, sizes.join('; ')).toBe(1);
    expect(await page.locator('.map-mirror .off-map').allInnerTexts()).toEqual([]);
    await visitor.close();
  },
);

it.each([
  [1440, 900],
  [1024, 768],
])('a hint can be read beside what was said last, at %i × %i', async (width, height) => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height } });
  const { page } = visitor;
  await visitor.go('#/play/latency-spike?seed=7&untimed=1&mode=solo');
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) > 0);
  await page.keyboard.press('a');
  await page.getByRole('button', { name: /^Open: Business/ }).click();
  await until('the guess is replaced', async () => (await page.locator('.map-foot .verified-line').count()) === 1);
  await page.locator('.map-foot .guide .button', { hasText: 'Hint' }).click();
  await until('there is a hint', async () => (await page.locator('.map-foot .hint').count()) === 1);
  const [line, hint, map] = await Promise.all(
    ['.map-foot .verified-line', '.map-foot .hint', '.map-foot'].map((one) => page.locator(one).boundingBox()),
  );
  expect(hint!.width).toBeGreaterThan(160);
  expect(hint!.height).toBeLessThan(80);
  expect(hint!.x + hint!.width).toBeLessThanOrEqual(map!.x + map!.width);
  expect(hint!.y + hint!.height <= line!.y || hint!.x >= line!.x + line!.width, 'it lies on what was said').toBe(true);
  await visitor.close();
});
