import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { until } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: inject('chromePath'),
    headless: true,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
});
afterAll(async () => browser.close());

/** Takes the graphics card from the map. @returns ms until the list in words was there */
const lose = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const canvas = document.querySelector<HTMLCanvasElement>('.map-host canvas');
        const loss = (canvas?.getContext('webgl2') ?? canvas?.getContext('webgl'))?.getExtension('WEBGL_lose_context');
        if (!loss) {
          failed(new Error('expected a WebGL map that can lose its context'));
          return;
        }
        canvas?.addEventListener('webglcontextlost', () => {
          const began = performance.now();
          const look = (): void => {
            const list = document.querySelector('.map-list');
            if (list !== null && list.querySelectorAll('button').length > 5) done(performance.now() - began);
            else if (performance.now() - began > 5000) failed(new Error('expected the list in place of the map, found none'));
            else setTimeout(look, 5);
          };
          look();
        });
        loss.loseContext();
      }),
  );

const clockOf = (page: Page): Promise<string> => page.locator('.clock').first().innerText();

it('a map that loses the graphics card pauses and is a list within 200 ms, comes back once, and stays a list after the second time', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${inject('address')}#/play/latency-spike?seed=5`);
  await until('the pager rings', async () => (await page.getByText('Acknowledge').count()) > 0);
  await page.getByText('Acknowledge').last().click();
  await until(
    'the map is drawn by the graphics card',
    async () => (await page.locator('.map-host[data-renderer="webgl"] canvas').count()) === 1,
    30_000,
  );

  expect(await lose(page), 'ms until the list is there').toBeLessThanOrEqual(200);
  const stopped = await clockOf(page);
  await until('the map is back', async () => (await page.locator('.map-mirror').count()) === 1);
  expect(await clockOf(page)).toBe(stopped);
  expect(await page.locator('.map-host canvas').count()).toBe(1);

  expect(await lose(page), 'ms until the list is there').toBeLessThanOrEqual(200);
  await page.waitForTimeout(3000); // longer than the map waits for the card
  expect(await page.locator('.map-list').count()).toBe(1);
  expect(await page.locator('.map-trouble').innerText()).toContain('gave up');
  expect(await clockOf(page)).toBe(stopped);
  await page.close();
}, 120_000);
