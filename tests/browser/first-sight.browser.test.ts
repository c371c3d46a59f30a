import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

it.each([
  ['guided', 1440, 900],
  ['solo', 1440, 900],
  ['solo', 1280, 720],
] as const)('the page covers no station of the map in a shift that is %s, at %i × %i', async (mode, width, height) => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height } });
  const { page } = visitor;
  await visitor.go(`#/play/latency-spike?seed=5&untimed=1&mode=${mode}`);
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) > 0);
  await until('the map is drawn', async () => (await page.locator('.map-mirror [data-station]').count()) > 4);
  const covered = await page.evaluate(() => {
    const card = document.querySelector('.briefing')!.getBoundingClientRect();
    const map = document.querySelector('.map-panel')!.getBoundingClientRect();
    return Math.max(0, Math.min(card.right, map.right) - Math.max(card.left, map.left));
  });
  expect(covered, 'px of the map’s width').toBe(0);
  await visitor.close();
});
