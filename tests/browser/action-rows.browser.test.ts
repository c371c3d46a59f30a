import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

const ONE_ROW_PX = 44;
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

it('in one row mitigating comes first, then fixing, telling and proving; in two what changes the system stands to the left', async () => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 1920, height: 900 } });
  const { page } = visitor;
  await visitor.go('#/play/gates-green-72h?seed=7&untimed=1');
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
  await page.keyboard.press('a');
  const places = () =>
    page.locator('.action-bar [data-group]').evaluateAll((groups) => {
      const boxes = groups.map((group) => ({ name: (group as HTMLElement).dataset['group'], box: group.getBoundingClientRect() }));
      const rows = [...new Set(boxes.map(({ box }) => Math.round(box.top)))].sort((a, b) => a - b);
      return rows.map((top) =>
        boxes
          .filter(({ box }) => Math.round(box.top) === top)
          .sort((a, b) => a.box.left - b.box.left)
          .map(({ name }) => name),
      );
    });
  await until('all stand in one row', async () => (await places()).length === 1);
  expect(await places()).toEqual([['mitigate', 'fix', 'tell', 'prove']]);
  await page.setViewportSize({ width: 1440, height: 900 });
  await until('they stand in two rows', async () => (await places()).length === 2);
  expect(await places()).toEqual([
    ['mitigate', 'tell'],
    ['fix', 'prove'],
  ]);
  await page.setViewportSize({ width: 900, height: 900 });
  await until('they stand in a row that scrolls', async () => (await places()).length === 1);
  expect(await places()).toEqual([['mitigate', 'fix', 'tell', 'prove']]);
  await visitor.close();
});

it('the tools of the charts take one row above the first chart', async () => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 1440, height: 900 } });
  const { page } = visitor;
  await visitor.go('#/play/latency-spike?seed=7&untimed=1');
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
  await page.keyboard.press('a');
  const row = page.locator('.window-row');
  await row.getByRole('slider').press('ArrowLeft');
  expect((await row.boundingBox())?.height).toBeLessThan(ONE_ROW_PX);
  for (const name of ['Tables', 'Inspect two', 'Glossary', 'Briefing']) {
    const tool = row.getByRole('button', { name });
    expect(await tool.getAttribute('title'), name).toBe(name);
    expect((await tool.boundingBox())?.width, name).toBeGreaterThanOrEqual(24);
  }
  await visitor.close();
});
