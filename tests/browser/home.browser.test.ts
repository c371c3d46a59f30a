import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

it.each([
  [1280, 720],
  [1024, 768],
  [844, 390],
])('the drawing behind the title is out of sight under every word beside it, at %i × %i', async (width, height) => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height } });
  const { page } = visitor;
  await visitor.go('');
  await until('there is a drill', async () => (await page.locator('button.card').count()) > 0);
  const found = await page.evaluate(() => {
    const hero = document.querySelector('.hero')!;
    const { left, right } = hero.getBoundingClientRect();
    const range = document.createRange();
    const words = [...hero.querySelectorAll('h1, p, b, span, button')].map((each) => {
      range.selectNodeContents(each);
      return range.getBoundingClientRect();
    });
    const { backgroundImage, zIndex } = getComputedStyle(hero, '::before');
    return {
      words: words.length,
      beyond: words.filter((word) => word.left < left - 5 || word.right > right).length, // the title's first letter stands out a little
      cover: [backgroundImage.startsWith('linear-gradient'), zIndex],
    };
  });
  expect(found.words).toBeGreaterThan(8);
  expect(found).toMatchObject({ beyond: 0, cover: [true, '-1'] });
  await visitor.close();
});

it('all that a finger presses is 44 px high where a shift was left open', async () => {
  const visitor = await visit(browser, inject('address'), {
    ...STILL,
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = visitor;
  await visitor.go('#/play/latency-spike?seed=5&untimed=1');
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) > 0);
  await page.locator('.briefing.paged .button').tap();
  await page.evaluate(() => (location.hash = '#/'));
  await until('the shift can be gone on with', async () => (await page.getByRole('button', { name: 'Start a new one' }).count()) === 1);
  const low = await page
    .locator('button, select, a[href]')
    .evaluateAll((all) =>
      all
        .filter((each) => (each as HTMLElement).offsetParent !== null && each.getBoundingClientRect().height < 43.5)
        .map(({ textContent }) => textContent),
    );
  expect(low).toEqual([]);
  await visitor.close();
});
