import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, STILL, until, visit, type Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

async function begin({ page, go }: Visitor, mode: 'guided' | 'solo'): Promise<void> {
  await go(`#/play/latency-spike?seed=5&untimed=1&mode=${mode}`);
  const acknowledge = page.locator('.briefing-layer .button', { hasText: /Acknowledge/ });
  await until('the pager rings', async () => (await acknowledge.count()) === 1);
  await acknowledge.click();
  await until('the page is taken', async () => (await page.locator('.briefing').count()) === 0);
}

const look = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click();
  await until('the look returns', async () => (await page.locator('.looking').count()) === 0);
};

it.each([
  [1440, 900],
  [390, 844],
])('the frame around what the coach speaks of is whole on a tab, at %i × %i', async (width, height) => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height } });
  const { page } = visitor;
  await begin(visitor, 'guided');
  if (width > 400) await page.keyboard.press('l');
  else await page.locator('.phone-tabs').getByRole('button', { name: 'Board' }).click();
  const lit = page.locator(width > 400 ? '.tabs [data-lit]' : '.phone-tabs [data-lit]');
  await until('a tab is framed', async () => (await lit.count()) === 1);
  const out = await lit.evaluate((tab) => {
    const { outlineOffset, outlineWidth } = getComputedStyle(tab);
    return Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
  });
  expect(out, 'px beyond its edge').toBeLessThanOrEqual(0);
  await visitor.close();
});

it('the pages of a log stand apart from its lines, and names of states in the middle of their boxes', async () => {
  const visitor = await visit(browser, inject('address'), STILL);
  const { page } = visitor;
  await begin(visitor, 'solo');
  await look(page, /^Open: Saturation/);
  await page.keyboard.press('l');
  await look(page, /^Read: Logs of fraud-api/);
  const gap = await page.evaluate(() => {
    const [lines, pages] = ['.log-lines', '.log-pages'].map((selector) => document.querySelector(selector)!.getBoundingClientRect());
    return pages!.top - lines!.bottom;
  });
  expect(gap).toBeGreaterThanOrEqual(8);
  await page.locator('.map-mirror [data-station=fraud-api] button').click();
  await until('the room is open', async () => (await page.locator('.statechart-drawing .chart-state').count()) > 0);
  const off = await page.evaluate(() =>
    [...document.querySelectorAll('.statechart-drawing .chart-state:not(.lit, .seen, .group)')].flatMap((state) => {
      const box = state.querySelector('rect')!.getBoundingClientRect();
      return [...state.querySelectorAll('.name')].map((name) => {
        const words = name.getBoundingClientRect();
        return Math.abs(words.left + words.width / 2 - box.left - box.width / 2);
      });
    }),
  );
  expect(off.length).toBeGreaterThan(2);
  expect(Math.max(...off)).toBeLessThan(1.5);
  await visitor.close();
});

it('stations that a phone’s map leaves out have their names in its list, and show them to the keyboard', async () => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 390, height: 844 } });
  const { page } = visitor;
  await begin(visitor, 'solo');
  await until('the map is drawn', async () => (await page.locator('.map-mirror [data-station]').count()) > 4);
  const names = page.locator('.map-mirror [data-station]');
  for (const station of ['monitors', 'eval-gate', 'training']) {
    const button = page.locator(`.map-mirror [data-station=${station}] button`);
    expect([station, await button.count()]).toEqual([station, 1]);
    expect(await button.getAttribute('aria-label')).toMatch(station === 'monitors' ? /not looked at yet/ : /no instruments here/);
  }
  await page.locator('.map-mirror button[tabindex="0"]').focus();
  for (let i = 0; i < (await names.count()); i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const last = await page.evaluate(() => {
    const { activeElement: at } = document;
    const box = at!.getBoundingClientRect();
    return { inList: at!.closest('.map-mirror') !== null, width: box.width, height: box.height };
  });
  expect(last.inList && last.width >= 40 && last.height >= 40).toBe(true);
  await visitor.close();
});

it.each([
  [1440, 6],
  [1200, 3],
  [900, 2],
  [390, 1],
])('the cards of the six drills fill whole rows at %i px', async (width, across) => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height: 900 } });
  await visitor.go('');
  await until('there are drills', async () => (await visitor.page.locator('button.card').count()) === 6);
  const tops = await visitor.page.locator('button.card').evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().top));
  expect(tops.filter((top) => top === tops[0])).toHaveLength(across);
  expect(new Set(tops).size).toBe(6 / across);
  await visitor.close();
});
