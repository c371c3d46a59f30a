import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { pageFiles } from './page-files.ts';
import { axe, focused, launch, tabTo } from './visitor.ts';

let browser: Browser;
let files: { readonly script: string; readonly style: string };
beforeAll(async () => {
  files = await pageFiles(fileURLToPath(new URL('./pages/bodies-page.tsx', import.meta.url)));
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

async function open(width: number, textScale = 1): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.setContent(
    `<!doctype html><html lang="en"><head><title>Evidence</title><style>${files.style}</style></head><body><div id="app"></div></body></html>`,
  );
  await page.evaluate((scale) => document.documentElement.style.setProperty('--text-scale', String(scale)), textScale);
  await page.addScriptTag({ content: files.script });
  return { page, errors };
}

const tooWide = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('evidence that is drawn', () => {
  it('axe finds nothing in any kind of it, wide and on a phone, by night and on paper, drawn and as tables', async () => {
    const wide = await open(1440);
    await wide.page.evaluate(() => window.showBodies(false));
    expect(await axe(wide.page)).toEqual([]);
    await wide.page.close();
    const { page, errors } = await open(390);
    await page.evaluate(() => window.showBodies(true));
    expect(await axe(page)).toEqual([]);
    for (const toggle of await page.locator('.table-switch').all()) await toggle.click();
    expect(await page.locator('.histogram, .lineage-node, .forest, .chart-plot').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    expect([await tooWide(page), errors]).toEqual([0, []]);
    await page.close();
  });

  it('fits 360 px with text at 200 %, nothing of it under 12 px at 100 %', async () => {
    const { page } = await open(360, 2);
    await page.evaluate(() => window.showBodies(false));
    expect(await tooWide(page)).toBe(0);
    const small = await page.evaluate(
      () => [...document.querySelectorAll('#app *')].filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < 23.98).length,
    );
    expect(small).toBe(0);
    await page.close();
  });

  it('the lineage is walked with arrows and tells each node; what is wide scrolls by keyboard', async () => {
    const { page } = await open(390);
    await page.evaluate(() => window.showBodies(false));
    await tabTo(page, /^Rows of By sales region$/);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.activeElement?.scrollLeft ?? 0) > 0);
    await tabTo(page, /^billing\.raw, source, changed from v7 to v8, feeds billing\.clean$/);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toMatch(/^crm\.clean, step, v31, feeds churn\.features$/);
    expect(await page.locator('.lineage-says').innerText()).toContain('Drops rows without a customer.');
    const boxes = await page
      .locator('.lineage-node')
      .evaluateAll((nodes) => nodes.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));
    for (const [i, a] of boxes.entries()) {
      expect(Math.min(a.width, a.height)).toBeGreaterThan(44);
      for (const b of boxes.slice(i + 1))
        expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
    }
    await tabTo(page, /^Fields that differ$/);
    await tabTo(page, /as a table$/);
    await page.keyboard.press('Enter');
    expect(await page.locator('#intervals table').count()).toBe(1);
    await page.close();
  });

  it('the charts of a calendar are zoomed and read by keyboard', async () => {
    const { page } = await open(604);
    await page.evaluate(() => window.showBodies(false));
    const said = (): Promise<string> => page.locator('#calendar .chart figcaption .for-readers').first().innerText();
    const whole = await said();
    await tabTo(page, /^Zoom to the last \d+ (h|d)$/);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Show all');
    expect(await said()).not.toBe(whole);
    await page.keyboard.press('Tab');
    const reads = (): Promise<string | null> => page.evaluate(() => document.activeElement!.getAttribute('aria-valuetext'));
    expect(await reads()).toBe('now');
    await page.keyboard.press('ArrowLeft');
    expect(await reads()).toMatch(/\d{2}:\d{2}/);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await said()).toBe(whole);
    await page.close();
  });

  it('a system shows at most eight tabs, and what has none of its own stands in another', async () => {
    const { page, errors } = await open(604);
    await page.evaluate(() => window.showPanel('experiment'));
    expect(await page.getByRole('tab').allInnerTexts()).toEqual([
      'Metrics',
      'Data',
      'Segments',
      'Model',
      'Logs',
      'Changes',
      'Calendar',
      'Alerts',
    ]);
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Segments');
    expect(await page.locator('.evidence-body .forest').count()).toBe(1);
    await page.getByRole('tab', { name: 'Calendar' }).click();
    expect(await page.locator('.evidence-body .messages li').count()).toBe(2);
    expect(errors).toEqual([]);
    await page.close();
  });
});
