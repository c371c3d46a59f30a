import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeWhole, expectQuiet, focused, launch, until, visit, type Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

const themeOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.dataset['theme'] ?? '');
const tooWide = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const clock = (page: Page): Promise<string> => page.locator('.clock').first().innerText();

/** What axe leaves to people, each looked at, with why it is fine. Anything else fails. */
const REVIEWED: readonly (readonly [rule: RegExp, reason: string])[] = [
  [
    /^color-contrast: /,
    'a gradient or the map lies behind, or words lie behind a dialog; the colours themselves are tested in tests/ui/palette.test.ts',
  ],
];

/** Runs axe by night and by day on what is shown, and notes what is not clean. */
async function look(visitor: Visitor, state: string, found: Record<string, unknown>): Promise<void> {
  const { page } = visitor;
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.evaluate((theme) => void (document.documentElement.dataset['theme'] = theme), colorScheme);
    await page.waitForTimeout(130); // colours of hover and focus ease over
    const { violations, incomplete } = await axeWhole(page);
    const open = incomplete.filter((line) => !REVIEWED.some(([rule]) => rule.test(line)));
    found[`${state}, ${colorScheme}`] = [...violations, ...open];
  }
  found[`${state}, px too wide`] = await tooWide(page);
}

async function takePage(visitor: Visitor, query: string): Promise<void> {
  await visitor.go(`#/play/latency-spike?${query}`);
  await until('the pager rings', async () => (await visitor.page.locator('.briefing.paged button').count()) === 1);
}

describe.each([1440, 390])('at %i px', (width) => {
  it('axe finds nothing on ten states by night and by day, and none is wider than the screen', async () => {
    const visitor = await visit(browser, inject('address'), { viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    const { page } = visitor;
    const found: Record<string, unknown> = {};
    const over = async (state: string, open: () => Promise<unknown>): Promise<void> => {
      await open();
      await until(`${state} opens`, async () => (await page.locator('dialog[open]').count()) === 1);
      await look(visitor, state, found);
      await page.keyboard.press('Escape');
      await until(`${state} closes`, async () => (await page.locator('dialog[open]').count()) === 0);
    };
    await visitor.go('');
    await until('there is a drill', async () => (await page.locator('button.card').count()) > 0);
    await look(visitor, 'home', found);
    await over('help', () => page.keyboard.press('?'));
    await over('settings', () => page.getByRole('button', { name: 'Settings' }).click());
    await over('seed', () => page.getByRole('button', { name: /^Play a seed/ }).click());
    await takePage(visitor, 'seed=7&untimed=1');
    await look(visitor, 'page', found);
    await page.keyboard.press('a');
    await page.keyboard.press('m');
    await page.getByRole('button', { name: /^Open: Service/ }).click();
    await until('the look returns', async () => (await page.locator('.looking').count()) === 0);
    await look(visitor, 'metrics', found);
    await page.keyboard.press('t');
    await look(visitor, 'traces', found);
    await over('message', () => page.keyboard.press('c'));
    await over('verify', () => page.keyboard.press('v'));
    await over('colleagues', () => page.keyboard.press('p'));
    await page.keyboard.press('h');
    await look(visitor, 'board', found);
    await over('hypothesis or slot', () => page.locator('.slot').first().click());
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((key) => [key, key.endsWith('wide') ? 0 : []])));
    await expectQuiet(visitor);
    await visitor.close();
  });
});

describe('the theme', () => {
  it('chosen in the settings applies at once, to page, map and charts, and is remembered', async () => {
    const visitor = await visit(browser, inject('address'), { reducedMotion: 'reduce' });
    const { page } = visitor;
    await takePage(visitor, 'seed=7&untimed=1');
    await page.keyboard.press('a');
    await until('the map is drawn', async () => (await page.locator('.map-host canvas').count()) === 1);
    const corner = (): Promise<number> =>
      page.locator('.map-host canvas').evaluate((canvas) => {
        const copy = document.createElement('canvas');
        copy.width = copy.height = 1;
        const context = copy.getContext('2d')!;
        const { width, height } = canvas as HTMLCanvasElement;
        context.drawImage(canvas as HTMLCanvasElement, width - 2, height - 2, 1, 1, 0, 0, 1, 1);
        return context.getImageData(0, 0, 1, 1).data[0]!;
      });
    const chart = (): Promise<string> =>
      page
        .locator('.chart-plot canvas')
        .first()
        .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    await until('the map is dark', async () => (await corner()) < 40);
    const before = await chart();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.locator('label', { hasText: /^Day$/ }).click();
    expect(await themeOf(page)).toBe('light');
    await until('the map is bright', async () => (await corner()) > 200);
    expect(await chart()).not.toBe(before);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.waitForTimeout(200);
    await page.reload();
    await until('the day is back', async () => (await themeOf(page)) === 'light');
    await expectQuiet(visitor);
    await visitor.close();
  });
});

describe('time that nobody sees', () => {
  it('a hidden tab pauses, catches nothing up, and stays paused when it is shown again', async () => {
    const visitor = await visit(browser, inject('address'));
    const { page } = visitor;
    await takePage(visitor, 'seed=7');
    await page.keyboard.press('a');
    const began = await clock(page);
    await until('the clock runs', async () => (await clock(page)) !== began);
    const show = (state: 'hidden' | 'visible'): Promise<string> =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
        document.dispatchEvent(new Event('visibilitychange'));
        return document.querySelector('.clock')!.textContent;
      }, state);
    await show('hidden');
    const left = await clock(page);
    await page.waitForTimeout(2500);
    await show('visible');
    await page.waitForTimeout(700);
    expect(await clock(page)).toBe(left);
    await page.keyboard.press(' ');
    await until('it goes on', async () => (await clock(page)) !== left);
    await visitor.close();
  });

  it('the focus stays where it is while every panel updates', async () => {
    const visitor = await visit(browser, inject('address'));
    const { page } = visitor;
    await takePage(visitor, 'seed=7');
    await page.keyboard.press('a');
    for (const place of [
      '.evidence [role=tab][aria-selected=true]',
      '.slot',
      '.action-bar .button',
      '.map-mirror button[tabindex="0"]',
      '.look-row button',
    ]) {
      const name = await page
        .locator(place)
        .first()
        .evaluate((element) => {
          (element as HTMLElement).focus();
          element.setAttribute('data-held', '');
          return element.textContent;
        });
      const from = await clock(page);
      await until('the panels update', async () => (await clock(page)) !== from);
      await page.waitForTimeout(300);
      const held = await page.evaluate(() => document.activeElement?.hasAttribute('data-held') === true);
      expect([place, name, held, await focused(page)]).toEqual([place, name, true, await focused(page)]);
      await page.evaluate(() => document.querySelectorAll('[data-held]').forEach((element) => element.removeAttribute('data-held')));
    }
    await visitor.close();
  });

  it('the focus goes on to something of use where what was pressed is gone', async () => {
    const visitor = await visit(browser, inject('address'), { reducedMotion: 'reduce' });
    const { page } = visitor;
    await takePage(visitor, 'seed=7&untimed=1&mode=solo');
    await page.keyboard.press('a');
    await page.getByRole('button', { name: /^Open: Service/ }).focus();
    await page.keyboard.press('Enter');
    await until('the dashboard is open', async () => (await page.locator('section.dashboard h3').count()) === 1);
    await until('it has the focus', async () => (await focused(page)) === 'Service');
    await page.locator('#what-is-different').focus();
    await page.keyboard.press('Enter');
    await until('the stretch is chosen', async () => (await page.locator('#what-is-different[aria-pressed=true]').count()) === 1);
    expect(await focused(page)).toBe('What is different?');
    await page.keyboard.press('Enter');
    await page.locator('.action-bar [data-choice=scale]').click();
    await page.locator('.preview footer .button.primary').click();
    await page.locator('.pending-list button').focus();
    await page.keyboard.press('Enter');
    await until('the change is taken back', async () => (await page.locator('.pending-list li').count()) === 0);
    expect(await focused(page)).toBe('Scale');
    await visitor.close();
  });
});
