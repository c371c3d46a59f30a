import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, STILL, until, visit, type Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

async function begin(visitor: Visitor, drill = 'latency-spike'): Promise<void> {
  await visitor.go(`#/play/${drill}?seed=7&untimed=1&mode=solo`);
  await until('the pager rings', async () => (await visitor.page.locator('.briefing.paged button').count()) === 1);
  await visitor.page.keyboard.press('a');
}

async function open(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await until('the look returns', async () => (await page.locator('.looking').count()) === 0);
}

describe('open dashboards', () => {
  it('keep two charts beside each other and cut nothing off as the text is made smaller', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await begin(visitor);
    await open(page, /^Open: Service/);
    const charts = (): Promise<{ readonly cut: number; readonly columns: number }> =>
      page.evaluate(() => {
        const body = document.querySelector('.evidence-body')!;
        const lefts = [...body.querySelectorAll('.charts .chart-plot')].map((chart) => chart.getBoundingClientRect().left);
        return { cut: body.scrollWidth - body.clientWidth, columns: new Set(lefts).size };
      });
    for (const percent of [100, 90, 80]) {
      if (percent < 100) {
        await page.getByRole('button', { name: 'Settings' }).click();
        await page.getByRole('button', { name: 'A−: smaller text' }).click();
        await page.getByRole('button', { name: 'Done' }).click();
        await page.waitForTimeout(300); // charts take their new size
      }
      expect([percent, await charts()]).toEqual([percent, { cut: 0, columns: 2 }]);
    }
    await visitor.close();
  });

  it('draw their axes and their plots larger as the text is set larger', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await begin(visitor);
    const chart = () =>
      page.evaluate(() => {
        const plot = document.querySelector('.evidence-body .chart-plot')!;
        const over = plot.querySelector('.u-over')!.getBoundingClientRect();
        const box = plot.getBoundingClientRect();
        return { height: box.height, gutter: over.left - box.left, foot: box.bottom - over.bottom };
      });
    await until('the chart is drawn', async () => (await page.locator('.evidence-body .u-over').count()) > 0);
    const before = await chart();
    await page.getByRole('button', { name: 'Settings' }).click();
    for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'A+: larger text' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.waitForTimeout(400); // charts take their new size
    const after = await chart();
    expect(after.height / before.height).toBeCloseTo(2, 1);
    expect(after.gutter / before.gutter).toBeCloseTo(2, 1);
    expect(after.foot / before.foot).toBeCloseTo(2, 0);
    await visitor.close();
  });

  it.each(['silent-schema', 'slow-fade', 'prediction-drift-alarm', 'gates-green-72h', 'bad-canary'])(
    'and tables of %s show their last column whole at 1440 px',
    async (drill) => {
      const visitor = await visit(browser, inject('address'), STILL);
      const { page } = visitor;
      await begin(visitor, drill);
      await page.locator('#evidence-tab-model').click();
      for (const name of [/Registry/, /Versions|Model cards/]) {
        const button = page.locator('.look-row .button', { hasText: /./ }).and(page.getByRole('button', { name }));
        if ((await button.count()) === 0) continue;
        await button.first().click();
        await until('the look returns', async () => (await page.locator('.looking').count()) === 0);
      }
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('.evidence-body .scroll-box')].map((box) => box.scrollWidth - box.clientWidth),
      );
      expect(cut.length).toBeGreaterThan(0);
      expect(cut.filter((px) => px > 0)).toEqual([]);
      await visitor.close();
    },
  );
});
