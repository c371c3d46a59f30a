import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { encodeLink } from '../../src/run/link.ts';
import { createRun } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';
import { expectQuiet, launch, STILL, until, visit } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

/** A night in which the page was acknowledged and no more, as a link. */
function nightLink(): string {
  const run = createRun(shipped('latency-spike'), { seed: 'after' });
  while (run.pageTick === null) run.advance(run.tick + 15);
  run.dispatch({ type: 'acknowledge' });
  run.dispatch({ type: 'resolve' });
  return encodeLink(run.record(), run.finalHash());
}

/** Which boxes the accessibility tree calls checked, in their order. */
async function checked(page: Page): Promise<readonly boolean[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ role, ignored }) => !ignored && role?.value === 'checkbox')
    .map(({ properties = [] }) => properties.find(({ name }) => name === 'checked')?.value.value === 'true');
}

const ticked = async (page: Page): Promise<readonly number[]> => (await checked(page)).flatMap((is, i) => (is ? [i] : []));

type Way = readonly [name: string, width: number, press: (page: Page, box: number) => Promise<void>];
const boxes = (page: Page) => page.locator('.prevention input');
const force = true; // a box that would be refused is pressed all the same
const onBox: Way[2] = (page, box) => boxes(page).nth(box).click({ force });
const onTitle: Way[2] = (page, box) => page.locator('.prevention-title').nth(box).click({ force });
const bySpace: Way[2] = (page, box) => boxes(page).nth(box).press('Space');
const byFinger: Way[2] = (page, box) => page.locator('.prevention-title').nth(box).tap({ force });

const WAYS: readonly Way[] = [
  ['the mouse on the box', 1280, onBox],
  ['the mouse on its words', 1280, onTitle],
  ['Space', 1280, bySpace],
  ['a finger', 390, byFinger],
  ['Space', 390, bySpace],
];

describe('a prevention', () => {
  it.each(WAYS)(
    'is seen ticked as soon as it is picked, by %s at %i px, and one that is refused stays unticked',
    async (_, width, press) => {
      const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height: 844 }, hasTouch: width < 500 });
      const { page } = visitor;
      await visitor.go(`#/debrief/${nightLink()}`);
      await until('the debrief opens', async () => (await page.locator('.own-timeline .tag').count()) > 0, 30_000);
      await page.locator('.own-timeline .tag').first().click();
      const onward = page.locator('.onward-bar .button.primary');
      await onward.click();
      await until('two questions', async () => (await page.locator('.question').count()) === 2);
      for (const question of await page.locator('.question').all()) await question.locator('input[type=radio]').first().click();
      await onward.click();
      await until('the verdict is there', async () => (await page.getByText('Response score').count()) > 0, 60_000);
      await onward.click();
      await until('the preventions are there', async () => (await boxes(page).count()) > 4);
      await press(page, 0);
      expect(await ticked(page)).toEqual([0]);
      await press(page, 0);
      expect(await ticked(page)).toEqual([]);
      let refused: number | null = null; // all of them together are more than can be picked
      for (let box = 0; refused === null; box++) {
        const before = await ticked(page);
        await press(page, box);
        if ((await page.locator('.prevention-step .refusal').count()) === 1) refused = box;
        expect(await ticked(page)).toEqual(refused === null ? [...before, box] : before);
      }
      await press(page, refused); // refused for the same reason: nothing on the page changes
      expect(await ticked(page)).not.toContain(refused);
      await expectQuiet(visitor);
      await visitor.close();
    },
  );
});
