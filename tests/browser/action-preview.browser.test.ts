import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { setTextSize } from './text-size.ts';
import { launch, STILL, until, visit, type Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

async function begin({ page, go }: Visitor): Promise<void> {
  await go('#/play/latency-spike?seed=5&untimed=1&mode=solo');
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
  await page.keyboard.press('a');
  await until(
    'the stations are there',
    async () => (await page.locator(':is(.map-mirror, .map-list) [data-station] button:not([hidden])').count()) > 4,
  );
}

/** Of these stations those whose middle lies under an element. */
const under = (page: Page, selector: string, stations: readonly string[]): Promise<string[]> =>
  page.evaluate(
    ([over, ids]) => {
      const box = document.querySelector(over)!.getBoundingClientRect();
      return ids.filter((id) => {
        const at = document.querySelector(`.map-mirror [data-station='${id}'] button`)!.getBoundingClientRect();
        const [x, y] = [at.left + at.width / 2, at.top + at.height / 2];
        return x > box.left - 20 && x < box.right + 20 && y > box.top - 20 && y < box.bottom;
      });
    },
    [selector, stations] as const,
  );

describe('an action that is looked at', () => {
  it.each([
    [1440, 900],
    [1280, 800],
    [390, 844],
    [360, 640],
  ])('hides no station that it touches, at %i × %i', async (width, height) => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height } });
    const { page } = visitor;
    await begin(visitor);
    for (const [choice, stations] of [
      ['scale', ['fraud-api', 'feature-store']],
      ['serve-cached', ['fraud-api', 'feature-store']],
      ['rebalance-partition', ['feature-store']],
    ] as const) {
      await page.locator(`.action-bar [data-choice=${choice}]`).evaluate((button) => (button as HTMLElement).click());
      await until('the sheet opens', async () => (await page.locator('dialog.preview').count()) === 1);
      expect([choice, await under(page, 'dialog.preview', stations)]).toEqual([choice, []]);
      await page.keyboard.press('Escape');
      await until('the sheet closes', async () => (await page.locator('dialog').count()) === 0);
    }
    await visitor.close();
  });

  it('says all that it says above its buttons on a phone of 360 × 640', async () => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 360, height: 640 }, hasTouch: true });
    const { page } = visitor;
    await begin(visitor);
    await page.locator('.action-bar [data-choice=scale]').click();
    await until('the sheet opens', async () => (await page.locator('dialog.preview').count()) === 1);
    const [lowest, buttons] = await page.evaluate(() => [
      Math.max(...[...document.querySelectorAll('.preview dd, .preview .expect .chip')].map((each) => each.getBoundingClientRect().bottom)),
      document.querySelector('.preview footer')!.getBoundingClientRect().top,
    ]);
    expect(lowest).toBeLessThanOrEqual(buttons + 12); // of which the footer's upper edge is clear
    expect(await page.locator('dialog.preview').getAttribute('data-beyond')).toBe('');
    await visitor.close();
  });

  it('points down where more of it can be scrolled to, until its end is reached', async () => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 360, height: 640 }, hasTouch: true });
    const { page } = visitor;
    await setTextSize(visitor, 200);
    await begin(visitor);
    await page.locator('.action-bar [data-choice=scale]').click();
    await until('the sheet opens', async () => (await page.locator('dialog.preview').count()) === 1);
    const arrow = (): Promise<string> =>
      page.locator('.preview footer').evaluate((footer) => getComputedStyle(footer, '::after').getPropertyValue('content'));
    expect(await arrow()).toBe('""');
    await page.locator('dialog.preview').evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight));
    await until('nothing points down any more', async () => (await arrow()) === 'none');
    await visitor.close();
  });

  it('tells beside its button, under the pointer or by the keyboard, what it touches, when and at what cost', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await begin(visitor);
    const button = page.locator('.action-bar [data-choice=scale]');
    const card = page.locator('.action-card');
    expect(await card.count()).toBe(0);
    await button.hover();
    await until('the card is there', async () => (await card.count()) === 1);
    const words = (await card.innerText()).replaceAll(/\s+/g, ' ');
    expect(words).toMatch(/^Scale to 16 Touches fraud-api 6 to 16 pods; .* Time to effect 58 s to .* Running cost \+€22 ?\/h$/);
    const [at, box] = [(await button.boundingBox())!, (await card.boundingBox())!];
    expect(box.y + box.height).toBeLessThan(at.y);
    expect(at.x + at.width / 2 > box.x && at.x + at.width / 2 < box.x + box.width).toBe(true);
    expect(await under(page, '.action-card', ['fraud-api', 'feature-store'])).toEqual([]);
    await page.mouse.move(700, 300);
    await until('the card goes with the pointer', async () => (await card.count()) === 0);
    await page.keyboard.press('Tab'); // from here on the focus is shown
    await button.focus();
    await until('the card is there for the keyboard', async () => (await card.count()) === 1);
    await page.keyboard.press('Enter');
    await until(
      'the sheet takes its place',
      async () => (await page.locator('dialog.preview').count()) === 1 && (await card.count()) === 0,
    );
    await visitor.close();
  });

  it('does not tell it again where the focus comes back from the sheet, nor over what is said of the change or of a refusal', async () => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 1280, height: 720 } });
    const { page } = visitor;
    await begin(visitor);
    const card = page.locator('.action-card');
    const pending = page.locator('.pending-list .pending');
    await page.keyboard.press('Tab'); // from here on the focus is shown
    await page.locator('.action-bar [data-choice=scale]').focus();
    await until('the card is there', async () => (await card.count()) === 1);
    await page.keyboard.press('Enter');
    const sure = page.locator('.preview footer .button.primary');
    await sure.focus();
    await page.keyboard.press('Enter');
    await until('the change is under way', async () => (await pending.count()) === 1 && (await page.locator('dialog').count()) === 0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-choice'))).toBe('scale');
    expect(await card.count()).toBe(0);
    const [row, bar] = [(await pending.boundingBox())!, (await page.locator('.action-bar').boundingBox())!];
    expect(row.y + row.height).toBeLessThanOrEqual(bar.y); // its words are whole above the actions
    await page.locator('.pending button').focus();
    await page.keyboard.press('Enter');
    await until('it is taken back', async () => (await pending.count()) === 0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-choice'))).toBe('scale');
    expect(await card.count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await until('the next one is told of', async () => (await card.count()) === 1);
    await page.keyboard.press('z');
    await until('it is refused, as nothing stands', async () => (await page.locator('.passing.refused').count()) === 1);
    expect(await card.count()).toBe(0);
    await visitor.close();
  });
});
