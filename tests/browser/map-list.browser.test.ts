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
  [360, 640],
] as const)('what a row of the map as a list says lies beside or below each other, never over it, at %i × %i', async (width, height) => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height } });
  const { page } = visitor;
  await visitor.go('#/play/bad-canary?seed=9&untimed=1');
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) > 0);
  await page.keyboard.press('a');
  if (width < 768) await page.locator('.phone-tabs button', { hasText: 'Evidence' }).click();
  await page.getByRole('button', { name: /^Open: Release/ }).click();
  await until('the look returns', async () => (await page.locator('.looking').count()) === 0);
  if (width < 768) await page.locator('.phone-tabs button', { hasText: 'Map' }).click();
  await page.getByRole('button', { name: 'As a list' }).click();
  const found = await page.evaluate(() => {
    const lines = (element: Element): readonly DOMRect[] => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...range.getClientRects()];
    };
    const rows = [...document.querySelectorAll('.map-list [data-station] button')].map((row) => ({
      row,
      words: [...row.querySelectorAll('b, span')].filter((each) => each.childElementCount === 0 && each.closest('.for-readers') === null),
    }));
    return {
      withFigures: rows.filter(({ words }) => words.length > 2).length,
      over: rows.flatMap(({ words }) =>
        words.flatMap((one, i) =>
          words
            .slice(i + 1)
            .filter((other) =>
              lines(one).some((a) =>
                lines(other).some((b) => a.left < b.right - 1 && a.right > b.left + 1 && a.top < b.bottom - 3 && a.bottom > b.top + 3),
              ),
            )
            .map((other) => `${one.textContent} / ${other.textContent}`),
        ),
      ),
      outside: rows.flatMap(({ row, words }) => {
        const box = row.getBoundingClientRect();
        return words
          .filter((each) =>
            lines(each).some(
              ({ left, right, top, bottom }) => left < box.left || right > box.right || top < box.top || bottom > box.bottom,
            ),
          )
          .map(({ textContent }) => textContent);
      }),
    };
  });
  expect(found.withFigures).toBeGreaterThan(0);
  expect(found).toMatchObject({ over: [], outside: [] });
  await visitor.close();
});
