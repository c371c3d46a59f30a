import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { focused, launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

const WORD_MS = 250; // what a slow reader takes for a word
const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** What a newcomer is given to read: the briefing or the coach. Labels of the control room are looked at when they are needed. */
const told = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.briefing h2, .briefing p, .guide p')].map((element) => (element as HTMLElement).innerText).join(' '),
  );

/** A reader on a clock of its own: every new word costs its time, whatever the machine takes. */
function reader(page: Page) {
  const seen = new Set<string>();
  let ms = 0;
  let words = 0;
  return {
    async read(): Promise<void> {
      const text = await told(page);
      for (const line of text.split(/(?<=[.?!])\s+/)) {
        if (seen.has(line)) continue;
        seen.add(line);
        words += wordsIn(line).length;
      }
      ms = words * WORD_MS;
    },
    words: () => words,
    ms: () => ms,
  };
}

describe('the first minutes of a newcomer', () => {
  it('lead to a page and a first look in less than a minute of reading and waiting, with at most 60 words, and to a change that is shown first', async () => {
    const visitor = await visit(browser, inject('address'));
    const { page } = visitor;
    const eyes = reader(page);
    await visitor.go('');
    await until('there is a drill', async () => (await page.locator('button.card').count()) > 0);
    expect(
      await page
        .getByRole('radio', { name: 'Guided' })
        .or(page.getByRole('button', { name: 'Guided', pressed: true }))
        .count(),
      'who is new is guided',
    ).toBe(1);
    await page.getByRole('button', { name: /^Start your shift/ }).click();
    const began = Date.now();
    await until('the pager rings', async () => /^Acknowledge/.test(await focused(page)));
    const rang = Date.now() - began;
    expect(rang, 'ms to the page').toBeLessThan(15_000);
    await eyes.read();
    await page.keyboard.press('Enter');
    await until('the coach speaks', async () => (await page.locator('.guide-says').innerText()) !== '');
    await eyes.read();
    expect(eyes.words(), `words before the first action`).toBeLessThanOrEqual(60);
    expect(rang + eyes.ms(), 'ms of waiting and reading before the first action').toBeLessThan(60_000);

    // Where the coach points there is something to press, and it is pressed.
    const clock = await page.locator('.clock').first().innerText();
    await page.locator('.guide').getByRole('button', { name: 'Show me' }).click();
    await until('what it speaks of has the focus', async () => (await focused(page)) !== '(nothing)');
    await page.keyboard.press('Enter');
    await until('evidence is open', async () => (await page.locator('.dashboard').count()) > 0, 20_000);
    await until('the look takes its time', async () => (await page.locator('.clock').first().innerText()) !== clock);
    const first = await page.locator('.guide-says').innerText();
    await until('the coach goes on', async () => (await page.locator('.guide-says').innerText()) !== '');
    expect(first).not.toBe('');

    // It can be left at any time.
    await page.getByRole('button', { name: 'Skip the coach' }).click();
    await until('the coach is gone', async () => (await page.getByRole('region', { name: 'Coach' }).count()) === 0);
    expect(await page.locator('.clock').count()).toBeGreaterThan(0);
    await visitor.close();
  }, 90_000);

  it('a returning player lands on the shift that was left', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await visitor.go('#/play/latency-spike?seed=7&mode=solo');
    await until('the pager rings', async () => /^Acknowledge/.test(await focused(page)));
    await page.keyboard.press('Enter');
    await page.waitForTimeout(400);
    await visitor.go('');
    await until('the shift waits', async () => /^Continue your shift/.test(await page.locator('.start .button').first().innerText()));
    await visitor.close();
  }, 60_000);
});
