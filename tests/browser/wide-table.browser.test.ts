import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

it('a table that is wider than a phone fades out at the side to which it goes on', async () => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 360, height: 640 }, hasTouch: true });
  const { page } = visitor;
  await visitor.go('#/play/silent-schema?seed=5&untimed=1');
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) > 0);
  await page.keyboard.press('a');
  await page.locator('.phone-tabs button', { hasText: 'Evidence' }).click();
  await page.locator('.evidence .tabs button', { hasText: 'Model' }).click();
  await page.getByRole('button', { name: /^Open: Registry/ }).click();
  const frame = page.locator('.scroll-frame').first();
  await until('the table is there', async () => (await frame.count()) === 1);
  const fade = (): Promise<string> => frame.evaluate((each) => getComputedStyle(each, '::after').backgroundSize);
  expect(await fade()).toBe('0px 100%, 44px 100%, 100% 0px');
  await frame.locator('.scroll-box').evaluate((box) => box.scrollTo(box.scrollWidth, 0));
  await until('its other side fades out', async () => (await fade()) === '24px 100%, 0px 100%, 100% 0px');
  await visitor.close();
});
