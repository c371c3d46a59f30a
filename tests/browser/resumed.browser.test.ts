import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

it.each([
  [1440, 900],
  [390, 844],
])(
  'a shift that is opened again says that its clock stands, covers nothing, and the focus is on that, at %i × %i',
  async (width, height) => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height } });
    const { page } = visitor;
    await visitor.go('#/play/latency-spike?seed=12&mode=solo');
    await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) > 0);
    await page.keyboard.press('a');
    await page.waitForTimeout(300); // the shift is kept soon after each entry of its log
    await page.reload();
    await until(
      'the shift is back',
      async () => (await page.locator('aside.notice').count()) > 0 && (await page.locator('.clock').count()) > 0,
    );
    await until('something has the focus', async () => page.evaluate(() => document.activeElement !== document.body));
    const found = await page.evaluate(() => {
      const notice = document.querySelector('aside.notice')!.getBoundingClientRect();
      const needed = [...document.querySelectorAll('.play > *, .play > * > *')];
      const covered = needed.filter((element) => {
        const box = element.getBoundingClientRect();
        return box.height > 0 && box.left < notice.right && box.right > notice.left && box.top < notice.bottom && box.bottom > notice.top;
      });
      return { covered: covered.map(({ className }) => className), goesOn: document.activeElement?.closest('.time-controls') !== null };
    });
    expect(found).toEqual({ covered: [], goesOn: true });
    await visitor.close();
  },
);
