import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually as until } from './eventually.ts';
import type { Hand } from './hand.ts';
import type { Intended } from './intended.ts';

type Shot = (name: string) => Promise<void>;

const step = async (page: Page, title: string): Promise<void> =>
  until(`the step ${title}`, async () => (await page.locator('.steps [aria-current=step]').innerText()).startsWith(title));

/** The response score as a reader hears it, 0..100. */
async function scoreShown(page: Page): Promise<number> {
  const text = /Response score\s+([\d.]+) of 100/.exec(await page.locator('.headlines').first().innerText());
  return Number(text?.[1]);
}

/** From the debrief's first question to its end. @returns the score shown when all is decided */
export async function debrief(page: Page, hand: Hand, night: Intended, shot: Shot): Promise<number> {
  await until('the debrief opens', async () => (await page.locator('.debrief').count()) === 1);
  await shot('debrief-1-view');
  await hand.press('button', /^Went well: /);
  await hand.press('button', 'in control');
  await hand.press('button', 'Two questions');
  await step(page, 'Two questions');
  const answers = await hand.names('radio');
  await hand.press('radio', answers[0]!);
  await hand.press('radio', answers.at(-1)!);
  await shot('debrief-2-questions');
  await hand.press('button', 'Score');
  await step(page, 'Score');
  await until('the night is judged', async () => (await page.locator('.headlines').count()) > 0);
  await shot('debrief-3-score');
  await hand.press('button', 'Prevention');
  await step(page, 'Prevention');
  for (const title of night.picks) await hand.press('checkbox', title);
  if (night.picks.length > 0) {
    await hand.press('button', 'Play it again');
    await until('the night was played again', async () => (await page.locator('.together').count()) === 1);
  }
  await shot('debrief-4-prevention');
  await hand.press('button', 'Take-away');
  await step(page, 'Take-away');
  for (const statement of night.review) await hand.press('radio', statement);
  await hand.press('button', 'Add the review to the record');
  await until('the review is kept', async () => (await page.getByText('The review is part of the record.').count()) === 1);
  await hand.write('One thing you take away', 'Look at the parts before the whole.');
  await until('all is judged', async () => !/still open/.test(await page.locator('.headlines').first().innerText()));
  await until('the score is shown', async () => Number.isFinite(await scoreShown(page)));
  await shot('debrief-5-take-away');
  return scoreShown(page);
}

/** The story room, and what can be taken out of it. */
export async function story(page: Page, hand: Hand, shot: Shot): Promise<void> {
  await hand.press('button', 'Tell the story');
  await until('the story room opens', async () => (await page.locator('.story textarea').count()) >= 8);
  await shot('story-1-room');
  await hand.write(/context|situation|page|impact/i, 'It was the middle of the night. ');
  await hand.press('button', 'Export Markdown');
  await until('the export opens', async () => (await page.locator('dialog.export').count()) === 1);
  await hand.press('tab', 'Your story');
  const told = page.getByLabel('Your story in Markdown');
  await until('the story is there', async () => (await told.inputValue()).includes('middle of the night'));
  await hand.press('tab', 'Blameless postmortem');
  const written = page.getByLabel('Blameless postmortem in Markdown');
  await until('the postmortem is written', async () => (await written.inputValue()).length > 400);
  await shot('story-2-export');
  const download = page.waitForEvent('download');
  await hand.press('button', 'Download');
  expect((await download).suggestedFilename()).toMatch(/-postmortem\.md$/);
}
