import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

const TWO_ROWS_PX = 120; // of 44 px each, with what lies between

it('the longest bar of actions takes two rows, from 1280 px on and also once its words name versions', async () => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 1440, height: 900 } });
  const { page } = visitor;
  await visitor.go('#/play/latency-spike?seed=7&untimed=1');
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
  await page.keyboard.press('a');
  await page.keyboard.press('d');
  await page.getByRole('button', { name: /^Open: Change/ }).click();
  await until('the button names the version', async () => (await page.locator('.action-bar').getByText('Roll back to v').count()) === 1);
  for (const width of [1280, 1366, 1440, 1536, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    const box = await page.locator('.action-bar').boundingBox();
    expect(box?.height, `${width} px`).toBeLessThan(TWO_ROWS_PX);
  }
  await visitor.close();
});
