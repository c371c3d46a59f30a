import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axe, expectQuiet, focused, launch, STILL, tabTo, until, visit } from './visitor.ts';

const run = promisify(execFile);

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

const clockOf = (page: Page): Promise<string> => page.locator('.clock').first().innerText();

/** Opens a piece of evidence by keyboard and waits for the clock to land. */
async function look(page: Page, tab: string, name: RegExp): Promise<void> {
  await page.keyboard.press(tab);
  await tabTo(page, name);
  await page.keyboard.press('Enter');
  await until('the look returns', async () => (await page.locator('.looking').count()) === 0);
}

async function putOnBoard(page: Page, slot: RegExp): Promise<void> {
  await page.keyboard.press('h');
  await until('the board has the focus', async () => /What changed/.test(await focused(page)));
  await tabTo(page, slot);
  await page.keyboard.press('Enter');
  await until('the dialog opens', async () => (await page.locator('dialog[open]').count()) === 1);
  await page.keyboard.press('ArrowDown'); // the second of the options
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space'); // the first piece of evidence
  await page.keyboard.press('Enter');
  await until('the dialog closes', async () => (await page.locator('dialog[open]').count()) === 0);
}

describe('a whole drill by keyboard alone', () => {
  it('from a cold load to the debrief and the story; its link replays to the final hash of the command line', async () => {
    const visitor = await visit(browser, inject('address'));
    const { page } = visitor;
    const began = Date.now();
    await visitor.go('');
    await until('there is a drill', async () => (await page.locator('button.card').count()) > 0);
    await tabTo(page, /^Start your shift/);
    await page.keyboard.press('Enter');
    await until('the pager rings', async () => /^Acknowledge/.test(await focused(page)));
    expect(Date.now() - began, 'ms from a cold load to the page').toBeLessThan(15_000);
    const words = (await page.locator('.briefing h2, .briefing p.soft').allInnerTexts()).join(' ').split(/\s+/).length;
    expect(words, 'words on the page').toBeLessThanOrEqual(40);
    await page.keyboard.press('Enter');
    await until('evidence has the focus', async () => /^Metrics/.test(await focused(page)));

    await look(page, 'm', /^Open: Service/);
    await look(page, 'm', /^Open: Saturation/);
    await look(page, 'd', /^Open: Change history/);
    await look(page, 't', /^Follow: A slow trace/);
    expect(Date.now() - began, 'ms to the first looks').toBeLessThan(60_000);

    // A hypothesis, with evidence.
    await page.keyboard.press('h');
    await tabTo(page, /^One partition/);
    await page.keyboard.press('Enter');
    await until('the dialog opens', async () => /^Open$/.test(await focused(page)));
    await page.keyboard.press('ArrowRight'); // supported
    await tabTo(page, /A slow trace/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await until('it is noted', async () => (await page.locator('.belief.supported').count()) === 1);

    // Space pauses, everything works while paused.
    await page.keyboard.press(' ');
    const stopped = await clockOf(page);
    await page.waitForTimeout(700);
    expect(await clockOf(page)).toBe(stopped);

    // A change, after its preview: Escape first, then for good.
    await tabTo(page, /^Serve cached/);
    await page.keyboard.press('Enter');
    await until('the preview opens', async () => (await page.locator('dialog.preview').count()) === 1);
    expect(await page.locator('dialog.preview dt').allInnerTexts()).toEqual([
      'Touches',
      'Time to effect',
      'Reversible',
      'You lose sight of',
      'Running cost',
    ]);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await until('it closes', async () => (await page.locator('dialog[open]').count()) === 0);
    expect(await focused(page)).toMatch(/^Serve cached/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^lower$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Serve cached features$/);
    await page.keyboard.press('Enter');
    await until('the change is under way', async () => (await page.locator('.pending-list li').count()) === 1);

    await putOnBoard(page, /^What changed/);
    await putOnBoard(page, /^Where it enters/);
    await putOnBoard(page, /^Why the gates missed it/);
    await tabTo(page, /^Claim the cause/);
    await page.keyboard.press('Enter');
    // Its button is called like the one that opened the dialog: before that is open Tab would come to the first again.
    await until('the focus is in the dialog', () => page.evaluate(() => document.activeElement?.closest('dialog[open]') !== null));
    await tabTo(page, /^Claim the cause/);
    await page.keyboard.press('Enter');
    await until('the claim stands', async () => (await page.locator('.claim').innerText()).includes('Claimed at'));

    // Time runs on at 16×, and the checkout lead asks.
    await page.keyboard.press(' ');
    await page.keyboard.press('3');
    await until('somebody asks', async () => (await page.locator('.asks').count()) > 0, 30_000);
    await page.keyboard.press('c');
    await until('the composer opens', async () => /What users see/.test(await focused(page)));
    await tabTo(page, /^Impact so far/);
    await page.keyboard.press('Space');
    await tabTo(page, /^When the next update comes/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Send$/);
    await page.keyboard.press('Enter');
    await until('it is sent', async () => (await page.locator('dialog[open]').count()) === 0);

    await page.keyboard.press('v');
    await until('a metric has the focus', async () => /p95/.test(await focused(page)));
    await page.keyboard.press(' '); // none is chosen beforehand
    await page.keyboard.press('Enter');
    await until('it is verified or not', async () => /held for|not recovered/.test(await page.locator('.verified-line').innerText()));
    await page.keyboard.press('F6');
    await tabTo(page, /^Resolve$/, 120);
    await page.keyboard.press('Enter');
    await until('Cancel has the focus', async () => (await focused(page)) === 'Cancel');
    await tabTo(page, /^Resolve, for good/);
    await page.keyboard.press('Enter');

    // The debrief asks before it tells.
    await until('the debrief opens', async () => (await page.locator('.debrief').count()) === 1, 30_000);
    expect(page.url()).toMatch(/#\/debrief\//);
    expect(await page.locator('body').innerText()).not.toMatch(/Response score/i);
    const payload = page.url().split('#/debrief/')[1] ?? '';
    await tabTo(page, /^Tell the story/);
    await page.keyboard.press('Enter');
    await until('the story room opens', async () => (await page.locator('.story textarea').count()) >= 8);
    await tabTo(page, /context|impact/i);
    await expectQuiet(visitor);
    await visitor.close();

    // The link, in another window, against the command line.
    const reader = await visit(browser, inject('address'), STILL);
    await reader.go(`#/replay/${payload}`);
    await until('the replay is verified', async () => (await reader.page.getByTestId('final-hash').count()) === 1, 30_000);
    const shown = (await reader.page.getByTestId('final-hash').innerText()).trim();
    const replayed = run('node', ['src/cli/launch.mjs', 'replay', payload, '--json']);
    const { stdout } = await replayed.catch((error: { readonly stdout: string }) => error); // exit code 1: not verified, and printed
    const printed = JSON.parse(stdout) as { verified: boolean; finalHash: string };
    expect(printed).toMatchObject({ verified: true, finalHash: shown });
    expect(await axe(reader.page)).toEqual([]);
    await expectQuiet(reader);
    await reader.close();
  });
});
