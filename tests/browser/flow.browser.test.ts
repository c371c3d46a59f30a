import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectQuiet, launch, STILL, until, visit, type Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

/** A shift whose page was acknowledged, and one dashboard opened. */
async function onCall(hash: string, dashboard: string): Promise<Visitor> {
  const visitor = await visit(browser, inject('address'), STILL);
  const { page } = visitor;
  await visitor.go(hash);
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
  await page.keyboard.press('a');
  await open(page, dashboard);
  return visitor;
}

async function open(page: Page, dashboard: string): Promise<void> {
  await page.keyboard.press('m');
  await page.getByRole('button', { name: new RegExp(`^Open: ${dashboard}`) }).click();
  await until('the look returns', async () => (await page.locator('.evidence h3', { hasText: dashboard }).count()) > 0);
  await until('it is over', async () => (await page.locator('.looking').count()) === 0);
}

describe('the evidence', () => {
  it('a stretch that is chosen anew leaves nothing of the last one on any chart', async () => {
    const visitor = await onCall('#/play/silent-schema?seed=5&untimed=1&mode=solo', 'Model');
    const { page } = visitor;
    const plot = page.locator('.charted .u-over').first();
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.5, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 30, { steps: 6 });
    await page.mouse.up();
    await until('it answers', async () => (await page.locator('.difference .finding').count()) === 1);
    await page.getByRole('button', { name: 'Close: what is different' }).click();
    await page.locator('#what-is-different').click();
    await until('it answers by itself', async () => (await page.locator('.difference .finding').count()) === 1);
    const left = await page.evaluate(() => [...document.querySelectorAll('.u-select')].map((each) => each.getBoundingClientRect().width));
    expect(left.length).toBeGreaterThan(3);
    expect(left.filter((width) => width > 0)).toEqual([]);
    await expectQuiet(visitor);
    await visitor.close();
  });
});

describe('a browser that keeps nothing', () => {
  it('is told on the home page and in a drill, and no run is called kept', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        value: {
          open: () => {
            throw new Error('refused');
          },
        },
      });
    });
    await visitor.go('');
    await until('it says so', async () => (await page.locator('.quiet-notice').innerText()).includes('keeps nothing'));
    expect(await page.locator('.kept').innerText()).toContain('until this tab is closed');
    await page.getByRole('button', { name: 'Dismiss the notice' }).click();
    expect(await page.locator('.quiet-notice').count()).toBe(0);
    await page.goto('about:blank');
    await visitor.go('#/play/latency-spike?seed=5&untimed=1&mode=solo');
    await until('it says so in the drill', async () => (await page.locator('.quiet-notice').count()) === 1);
    await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
    await page.keyboard.press('a');
    await until('it was acknowledged', async () => (await page.locator('.briefing').count()) === 0);
    expect(await page.locator('.quiet-notice').count(), 'still, after a write that went to memory').toBe(1);
    await visitor.close();
  });
});
