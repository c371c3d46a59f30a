import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { encodeLink } from '../../src/run/link.ts';
import { createRun } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';
import { axe, expectQuiet, launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

/** A short night on the shipped drill, as a link. */
function nightLink(): string {
  const run = createRun(shipped('latency-spike'), { seed: 'after' });
  while (run.observe().pageTick === null && !run.ended) run.advance(run.tick + 15);
  const acts: readonly Action[] = [
    { type: 'acknowledge' },
    { type: 'look-dashboard', dashboard: 'service' },
    { type: 'look-trace', pick: 'slow' },
    { type: 'hypothesis', cause: 'hot-partition', confidence: 70, status: 'supported', evidence: ['E2'] },
    { type: 'serve-cached', on: true },
    { type: 'message', to: 'checkout-lead', blocks: ['users-see', 'impact', 'next-update'] },
    { type: 'resolve' },
  ];
  for (const action of acts) {
    run.dispatch(action);
    run.advance(Math.max(run.tick + 20, run.observe().busyUntil));
  }
  return encodeLink(run.record(), run.finalHash());
}

describe('the screens after play', () => {
  it('axe finds nothing on the steps of the debrief, the story room and the replay, at 1440 and 390 px; nothing judges before the player did', async () => {
    const link = nightLink();
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    const found: Record<string, readonly string[]> = {};
    const check = async (screen: string): Promise<void> => {
      await page.waitForTimeout(250);
      found[screen] = await axe(page);
    };
    const onward = async (title: string): Promise<void> => {
      await page.locator('.onward-bar .button.primary').click();
      await until(`step ${title}`, async () => (await page.locator('.steps [aria-current=step]').innerText()).includes(title), 30_000);
    };
    await visitor.go(`#/debrief/${link}`);
    await until('the debrief opens', async () => (await page.locator('.debrief .tag').count()) > 0, 30_000);
    expect(await page.locator('main').innerText()).not.toMatch(/\d+ ?\/ ?(10|20)\b/); // no points yet
    await check('debrief: your view');
    await page.locator('.tag').first().click();
    await onward('Two questions');
    await check('debrief: two questions');
    for (const question of await page.locator('.question').all()) await question.locator('input[type=radio]').first().click();
    await onward('Score');
    await until('the verdict is there', async () => /out of 100|Response score/i.test(await page.locator('body').innerText()), 60_000);
    await check('debrief: score');
    await onward('Prevention');
    await check('debrief: prevention');
    await onward('Take-away');
    await check('debrief: take-away');
    await visitor.go(`#/story/${link.slice(0, 40)}`);
    await until('the story is refused', async () => (await page.getByText('This story cannot be opened').count()) > 0);
    await check('a story that cannot be opened');
    await visitor.go(`#/story/${link}`);
    await until('the story room opens', async () => (await page.locator('.story textarea').count()) >= 8, 30_000);
    await check('story');
    await page.setViewportSize({ width: 390, height: 844 });
    await check('story, phone');
    await visitor.go(`#/replay/${link}`);
    await until('the replay is verified', async () => (await page.getByTestId('final-hash').count()) === 1, 30_000);
    await check('replay, phone');
    await visitor.go(`#/debrief/${link}`);
    await until('the debrief opens', async () => (await page.locator('.debrief').count()) > 0, 30_000);
    await check('debrief, phone');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, []])));
    await expectQuiet(visitor);
    await visitor.close();
  });

  it('are no wider than the screen with text at 200 %, by day at 360 px and by night at 1440, and axe finds nothing', async () => {
    const link = nightLink();
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    const found: Record<string, readonly [tooWide: number, objections: readonly string[]]> = {};
    const check = async (screen: string): Promise<void> => {
      for (const [theme, width] of [
        ['light', 360],
        ['dark', 1440],
      ] as const) {
        await page.evaluate((chosen) => {
          document.documentElement.dataset['theme'] = chosen;
          document.documentElement.style.setProperty('--text-scale', '2');
        }, theme);
        await page.setViewportSize({ width, height: 900 });
        await page.waitForTimeout(300);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        found[`${screen}, ${theme}, ${width} px`] = [tooWide, await axe(page)];
      }
    };
    const onward = async (title: string): Promise<void> => {
      await page.locator('.onward-bar .button.primary').click();
      await until(
        `step ${title}`,
        async () => (await page.locator('.steps [aria-current=step]').textContent())?.includes(title) === true,
        30_000,
      );
    };
    await visitor.go(`#/debrief/${link}`);
    await until('the debrief opens', async () => (await page.locator('.debrief .tag').count()) > 0, 30_000);
    await page.locator('.own-timeline .tag').first().click();
    await check('your view');
    await onward('Two questions');
    for (const question of await page.locator('.question').all()) await question.locator('input[type=radio]').first().click();
    await check('two questions');
    await onward('Score');
    await until('the verdict is there', async () => (await page.locator('.score-card').count()) === 1, 60_000);
    await check('score');
    await onward('Prevention');
    await page.locator('.prevention input').first().click();
    await page.locator('.play-again .button').click();
    await until('the night is played again', async () => (await page.locator('.together').count()) === 1, 60_000);
    await check('prevention');
    await onward('Take-away');
    await check('take-away');
    await visitor.go(`#/story/${link}`);
    await until('the story room opens', async () => (await page.locator('.story textarea').count()) >= 8, 30_000);
    await check('story');
    await visitor.go(`#/replay/${link}`);
    await until('the replay shows its moment', async () => (await page.locator('.stations').count()) === 1, 30_000);
    await check('replay');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, [0, []]])));
    await expectQuiet(visitor);
    await visitor.close();
  }, 300_000);
});
