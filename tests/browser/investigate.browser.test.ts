import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { drag } from './finger.ts';
import { axeWhole, expectQuiet, launch, until, visit, type Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

const HEAVY_RELEASE = '8'; // a seed of the latency spike whose cause is the release

const focusId = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
const inSight = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect();
    const panel = document.querySelector('.evidence-body')?.getBoundingClientRect();
    return box !== undefined && panel !== undefined && box.top >= panel.top - 1 && box.bottom <= Math.min(panel.bottom, innerHeight) + 1;
  }, selector);

async function onCall(width: number, options: BrowserContextOptions = {}): Promise<Visitor> {
  const visitor = await visit(browser, inject('address'), { viewport: { width, height: 844 }, reducedMotion: 'reduce', ...options });
  const { page } = visitor;
  await visitor.go(`#/play/latency-spike?seed=${HEAVY_RELEASE}&untimed=1&mode=solo`);
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
  await page.keyboard.press('a');
  await page.keyboard.press('m');
  for (const dashboard of ['Service', 'By model version']) {
    await page.getByRole('button', { name: new RegExp(`^Open: ${dashboard}`) }).click();
    await until('the look returns', async () => (await page.locator('.evidence h3', { hasText: dashboard }).count()) > 0);
    await until('it is over', async () => (await page.locator('.looking').count()) === 0);
  }
  return visitor;
}

async function clean({ page }: Visitor): Promise<readonly string[]> {
  const { violations } = await axeWhole(page);
  const wide = await page.evaluate(() => {
    const dialog = document.querySelector('dialog[open]');
    return Math.max(document.documentElement.scrollWidth - innerWidth, dialog === null ? 0 : dialog.scrollWidth - dialog.clientWidth);
  });
  return [...violations, ...(wide > 0 ? [`${wide} px too wide`] : [])];
}

describe.each([1440, 390])('at %i px', (width) => {
  it('what is different is asked by keyboard, ranks dimensions first, and leaves its chart in sight', async () => {
    const visitor = await onCall(width);
    const { page } = visitor;
    await page.locator('#what-is-different').focus();
    await page.keyboard.press('Enter');
    await until('it answers', async () => (await page.locator('.difference .finding').count()) === 1);
    expect(await page.locator('.difference .finding').innerText()).toBe('Model version first: v42 moved apart from the others, by p95.');
    expect(await page.locator('.dimensions > li').first().innerText()).toMatch(/1\. Model version/);
    expect(await focusId(page)).toBe('difference-title');
    expect(await inSight(page, '.brushed .chart-plot')).toBe(true);
    expect(await clean(visitor)).toEqual([]);
    const title = page.locator('.difference input[type=range]').first();
    await title.focus();
    const before = await title.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowLeft');
    expect(await title.getAttribute('aria-valuetext')).not.toBe(before);
    expect(await inSight(page, '.brushed .chart-plot'), 'the chart, at the end of the answer').toBe(true);
    await page.getByRole('button', { name: 'Close: what is different' }).press('Enter');
    await until('the focus is back', async () => (await focusId(page)) === 'what-is-different');
    await expectQuiet(visitor);
    await visitor.close();
  });

  it('two facts are found by typing and stand side by side with what they say together', async () => {
    const visitor = await onCall(width);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Inspect: set a fact of By model version beside another' }).press('Enter');
    await until('it opens', async () => (await page.locator('dialog[open] [role=combobox]').count()) === 1);
    await page.keyboard.type('p95 of v42');
    await page.keyboard.press('Enter');
    await until('the first stands', async () => (await page.locator('.fact-card .fact-value').count()) === 1);
    await until('the next can be typed', () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox'));
    expect(await page.locator('[role=option]').first().innerText()).toMatch(/can be compared/);
    expect(await clean(visitor)).toEqual([]);
    await page.keyboard.type('p95 of v41');
    await page.keyboard.press('Enter');
    await until('both stand', async () => (await page.locator('.fact-card .fact-value').count()) === 2);
    expect(await page.locator('.inspect-result').innerText()).toMatch(
      /They differ by .* times as much.*They are of two parts, v42 and v41/s,
    );
    await until('the answer has the focus', () => page.evaluate(() => document.activeElement?.className === 'inspect-result'));
    const [one, other] = await page.locator('.fact-card').evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect()));
    expect(one?.top).toBe(other?.top);
    expect(await clean(visitor)).toEqual([]);
    await expectQuiet(visitor);
    await visitor.close();
  });

  it('evidence that does not bear on a cause is said to, carries no status, and stays picked', async () => {
    const visitor = await onCall(width);
    const { page } = visitor;
    if (width === 390) await page.locator('.phone-tabs button', { hasText: 'Board' }).click();
    await page.locator('.belief', { hasText: 'One partition of the feature store' }).click();
    await page.locator('dialog label.chip', { hasText: 'Supported' }).click();
    const row = page.locator('dialog .picker-row', { hasText: 'By model version' });
    expect(await row.locator('.no-bearing').count(), 'before it is picked').toBe(0);
    await row.locator('input').press('Space');
    expect(await row.locator('.no-bearing').innerText()).toContain('this cause is about the feature store');
    const note = page.getByRole('button', { name: 'Note it' });
    expect(await note.getAttribute('aria-disabled')).toBe('true');
    await note.press('Enter');
    expect(await page.locator('dialog[open]').count()).toBe(1);
    expect(await row.locator('input').isChecked()).toBe(true);
    expect(await clean(visitor)).toEqual([]);
    await page.locator('dialog label.chip', { hasText: 'Open' }).click();
    await note.press('Enter');
    await until('it is noted', async () => (await page.locator('dialog[open]').count()) === 0);
    expect(await page.locator('.belief', { hasText: 'One partition' }).innerText()).toContain('open');
    await expectQuiet(visitor);
    await visitor.close();
  });
});

/** The chosen stretch and all that could be chosen, in ticks. */
const bounds = (page: Page) =>
  page.locator('.difference-bounds input').evaluateAll((inputs) => {
    const [from, to] = inputs.map((input) => input as HTMLInputElement);
    return { from: Number(from!.value), to: Number(to!.value), least: Number(from!.min), most: Number(from!.max) };
  });

describe('by touch', () => {
  it('a finger along a chart in the room of a station shows that stretch, and a button leads back to all', async () => {
    const visitor = await onCall(390, { hasTouch: true, isMobile: true });
    const { page } = visitor;
    await page.locator('.phone-tabs').getByRole('button', { name: 'Map' }).tap();
    await page.locator('[data-station=gateway] button').tap();
    const over = page.locator('.room .u-over').first();
    await until('its chart is drawn', async () => (await over.count()) === 1);
    const shown = page.locator('.room .window-tools .button');
    expect(await shown.getAttribute('aria-label')).toMatch(/^Zoom to the last \d/);
    await drag(page, over, { x: 60, y: 40 }, { x: 120, y: 6 });
    await until('it shows the stretch', async () => (await shown.innerText()) === 'Show all');
    await page.waitForTimeout(600); // a tap in the fling of the drag would only end that
    await shown.tap();
    await until('it shows all again', async () => /^Zoom/.test((await shown.getAttribute('aria-label')) ?? ''));
    await expectQuiet(visitor);
    await visitor.close();
  });

  it('a finger along a chart asks what is different there, and up or down scrolls as ever', async () => {
    const visitor = await onCall(390, { hasTouch: true, isMobile: true });
    const { page } = visitor;
    const scrolled = (): Promise<number> => page.locator('.evidence-body').evaluate((body) => body.scrollTop);
    const asked = page.locator('.charted').nth(1); // not the pager's own
    await asked.scrollIntoViewIfNeeded();
    const over = asked.locator('.u-over');
    await until('it is drawn', async () => (await over.count()) === 1);
    const before = await scrolled();
    await drag(page, over, { x: 80, y: 60 }, { x: 4, y: -120 });
    await until('it scrolls', async () => (await scrolled()) > before + 40);
    expect(await page.locator('.difference').count(), 'asked by scrolling').toBe(0);
    await asked.scrollIntoViewIfNeeded();
    await drag(page, over, { x: 60, y: 40 }, { x: 120, y: 6 });
    await until('it answers', async () => (await page.locator('.difference .finding').count()) === 1);
    expect(await asked.locator('.difference').count(), 'under the chart that the finger was on').toBe(1);
    const width = await over.evaluate((element) => element.clientWidth);
    const { from, to, least, most } = await bounds(page);
    const share = (to - from) / (most - least);
    expect(share).toBeGreaterThan((120 / width) * 0.9);
    expect(share).toBeLessThan((120 / width) * 1.1);
    await over.tap({ position: { x: 200, y: 30 } });
    expect(await bounds(page), 'after a tap').toMatchObject({ from, to });
    await expectQuiet(visitor);
    await visitor.close();
  });
});
