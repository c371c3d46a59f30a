import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { focused, launch, STILL, until, visit, type Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

/** A shift whose page was just taken. @param size percent of the text */
async function taken(address: string, options: BrowserContextOptions, size = 100): Promise<Visitor> {
  const visitor = await visit(browser, inject('address'), { ...STILL, ...options });
  const { page } = visitor;
  if (size > 100) {
    await visitor.go('');
    await page.getByRole('button', { name: 'Settings' }).click();
    const larger = page.getByRole('button', { name: 'Larger text' });
    while ((await page.locator('.stepper output').first().innerText()) !== `${size} %`) await larger.click();
    await page.keyboard.press('Escape');
  }
  await visitor.go(`#/play/${address}`);
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) > 0);
  await page.keyboard.press('a');
  await until('the pager is taken', async () => (await page.locator('.briefing').count()) === 0);
  return visitor;
}

/** Whether what has the focus is what is seen in its place: not scrolled off, and under nothing that keeps its place. */
const focusSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement!;
    const { left, top, bottom } = element.getBoundingClientRect();
    return [top + 2, bottom - 2].every((y) => {
      const seen = document.elementFromPoint(left + 8, y);
      return seen !== null && (element.contains(seen) || seen.contains(element)) && seen !== document.documentElement;
    });
  });

async function lookAt(page: Page, name: RegExp): Promise<void> {
  const button = page.locator('.evidence').getByRole('button', { name });
  await button.focus();
  await page.keyboard.press('Enter');
  await until(
    'the look is under way or back',
    async () => !(await focused(page)).match(name) || (await page.locator('.looking').count()) > 0,
  );
  await until('the look is back', async () => (await page.locator('.looking').count()) === 0);
}

describe('what a look brought', () => {
  it.each([
    [1280, 720, 100],
    [360, 640, 100],
    [844, 390, 200],
  ])('is in sight with the focus on its title, in a window of %i × %i with text at %i of 100', async (width, height, size) => {
    const visitor = await taken('latency-spike?seed=5&untimed=1&mode=solo', { viewport: { width, height }, hasTouch: width < 1000 }, size);
    const { page } = visitor;
    await page.keyboard.press('m');
    await lookAt(page, /^Open: Service/);
    await until('the dashboard has the focus', async () => (await focused(page)) === 'Service');
    expect(await focusSeen(page)).toBe(true);
    await page.keyboard.press('l');
    await lookAt(page, /^Read: Logs of Feature store/);
    await until('the lines have the focus', async () => (await focused(page)).startsWith('Logs of Feature store'));
    expect(await focusSeen(page)).toBe(true);
    await visitor.close();
  });

  it('does not take the focus from where the player has gone on meanwhile', async () => {
    const visitor = await taken('latency-spike?seed=5&untimed=1&mode=solo', {});
    const { page } = visitor;
    await page.keyboard.press('l');
    await page.getByRole('button', { name: /^Read: Logs of Gateway/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.board .slot').first().focus();
    await until('the lines are there', async () => (await page.locator('.snapshot').count()) === 1);
    expect(await focused(page)).toMatch(/^What changed/);
    await visitor.close();
  });
});

it('on a phone that lies on its side the map is seen where its tab is lit, also while the coach speaks of evidence', async () => {
  const visitor = await taken('latency-spike?seed=5&untimed=1&mode=guided', { viewport: { width: 844, height: 390 }, hasTouch: true });
  const { page } = visitor;
  const tab = (name: string) => page.locator('.phone-tabs').getByRole('button', { name });
  /** Px of the map between the clock, which keeps its place, and the tabs. */
  const mapSeen = (): Promise<number> =>
    page.evaluate(() => {
      const box = (selector: string): DOMRect => document.querySelector(selector)!.getBoundingClientRect();
      const map = box('.map-host');
      return Math.min(map.bottom, box('.phone-tabs').top) - Math.max(map.top, box('.phone-top').bottom);
    });
  await page.waitForTimeout(300); // what scrolls does so in the frame after
  expect(await tab('Map').getAttribute('aria-current')).toBe('page');
  expect(await mapSeen()).toBeGreaterThan(100);
  await tab('Evidence').tap();
  await until('there is evidence', async () => await page.locator('.evidence').isVisible());
  await tab('Map').tap();
  await page.waitForTimeout(300);
  expect(await mapSeen()).toBeGreaterThan(180);
  expect(await page.locator('.evidence').isVisible()).toBe(false);
  await visitor.close();
});

it('who comes from the help to change keys sees the list of them under its name, which has the focus', async () => {
  const visitor = await taken('latency-spike?seed=5&untimed=1&mode=solo', { viewport: { width: 1280, height: 720 } });
  const { page } = visitor;
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Change keys' }).click();
  await until('the keys have the focus', async () => (await focused(page)) === 'Keys');
  expect(await focusSeen(page)).toBe(true);
  const [list, foot] = [(await page.locator('.key-list').boundingBox())!, (await page.locator('dialog footer').boundingBox())!];
  expect(list.y).toBeLessThan(foot.y - 200);
  await visitor.close();
});

it.each([1280, 1440])('the steps of an incident do not run into each other beside what lets time pass, at %i px', async (width) => {
  const visitor = await taken('silent-schema?seed=5&untimed=1&mode=solo', { viewport: { width, height: 720 } });
  const { page } = visitor;
  await page.locator('.action-bar [data-choice]:not([aria-disabled])').first().click();
  await page.locator('dialog.preview footer .button').last().click();
  await until('a change is awaited', async () => (await page.locator('.until-it-shows').count()) === 1);
  const gaps = await page.evaluate(() => {
    const names = [...document.querySelectorAll<HTMLElement>('.phase-bar li > span:not(.for-readers)')]
      .filter((name) => getComputedStyle(name).clipPath === 'none')
      .map((name) => name.getBoundingClientRect());
    return { names: names.length, least: Math.min(...names.slice(1).map(({ left }, i) => left - names[i]!.right)) };
  });
  expect(gaps.names).toBe(width === 1280 ? 1 : 4);
  expect(gaps.least).toBeGreaterThan(8);
  await visitor.close();
});

it('asking once more for time to pass while it passes is no refusal', async () => {
  const visitor = await taken('latency-spike?seed=5&untimed=1&mode=solo', {});
  const { page } = visitor;
  await page.keyboard.press('.');
  await until('time passes', async () => (await page.locator('.looking').count()) === 1);
  await page.keyboard.press('.');
  await page.waitForTimeout(100);
  expect(await page.locator('.passing.refused').count()).toBe(0);
  expect(await page.locator('body').innerText()).not.toContain('passing already');
  await visitor.close();
});
