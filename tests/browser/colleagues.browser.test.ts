import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axe, expectQuiet, focused, launch, STILL, tabTo, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

describe.each([1440, 390])('a colleague, by keyboard, at %i px', (width) => {
  it('is called in, comes, and looks while the player looks', async () => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height: 844 } });
    const { page } = visitor;
    const dialogs = (count: number) => async (): Promise<boolean> => (await page.locator('dialog[open]').count()) === count;
    const stands = (): Promise<string> => page.locator('#colleague-platform-engineer-stands').innerText();
    const press = async (name: RegExp): Promise<void> => {
      await tabTo(page, name);
      await page.keyboard.press('Enter');
    };
    const open = async (): Promise<void> => {
      await page.keyboard.press('p');
      await until('the colleagues open', dialogs(1));
    };
    await visitor.go('#/play/latency-spike?seed=7&untimed=1');
    await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
    await page.keyboard.press('a');

    await open();
    await press(/^Call in: Platform engineer/);
    await until('they are on the way', async () => /on the way, expected at/.test(await stands()));
    expect(await focused(page)).toMatch(/Platform engineer/); // the button that had the focus has gone
    await press(/^Wait for the platform engineer/);
    await until(
      'they say that they are here',
      async () => (await page.getByText('I am here. What should I look at?').count()) > 0 || width < 700,
    );

    await open();
    await until('they are here', async () => (await stands()) === 'here');
    await page.waitForTimeout(220);
    expect(await axe(page)).toEqual([]);
    await press(/^Ask the platform engineer: A slow trace/);
    await until('they look', async () => /looking/.test(await stands()));
    await page.keyboard.press('Escape');
    await until('the dialog closes', dialogs(0));

    await page.keyboard.press('l');
    await press(/^Read: Logs of Feature store/);
    await until('the own look is back', async () => (await page.locator('.looking').count()) === 0);
    await page.keyboard.press('t');
    expect(await page.getByText(/by the platform engineer/).count()).toBe(0); // logs take 3 min, a trace 4

    await open();
    await press(/^Wait for the platform engineer/);
    await until('their trace is there', async () => (await page.getByText(/by the platform engineer/).count()) === 1);
    await page.keyboard.press('h');
    await press(/^One replica is broken/);
    const picks = page.locator('dialog[open] .picker-row', { has: page.locator('input[type=checkbox]') });
    await until('what was seen can be picked', async () => (await picks.count()) === 2);
    expect((await picks.allInnerTexts()).map((row) => / by the platform engineer/.test(row)).toSorted()).toEqual([false, true]);
    await page.keyboard.press('Escape');
    await expectQuiet(visitor);
    await visitor.close();
  });
});

it('what a colleague says marks the people of a phone until it has been read', async () => {
  const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 390, height: 844 } });
  const { page } = visitor;
  const marks = () => page.getByRole('img', { name: 'somebody has written' }).count();
  await visitor.go('#/play/bad-canary?seed=5&untimed=1');
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
  await page.keyboard.press('a');
  await page.keyboard.press('p');
  await page.getByRole('button', { name: /^Call in: Duty manager/ }).click();
  expect(await marks()).toBe(0);
  await page.getByRole('button', { name: 'Wait for the duty manager' }).click();
  await until('they have written', async () => (await marks()) === 1);
  const strip = page.locator('.alert-strip');
  expect(await strip.innerText(), 'the figure of now, not that of the page').not.toContain('−0.94');
  expect(await strip.getByRole('img').getAttribute('aria-label')).toBe('resolved');
  await page.locator('.phone-tabs button', { hasText: 'People' }).click();
  await until('their words are read', async () => (await page.getByText('I am here. What should I look at?').count()) > 0);
  await page.locator('.phone-tabs button', { hasText: 'Board' }).click();
  expect(await marks()).toBe(0);
  await expectQuiet(visitor);
  await visitor.close();
});
