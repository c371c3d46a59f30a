import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectQuiet, focused, launch, STILL, until, visit, type Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

/** A shift whose page was acknowledged, and one dashboard opened. */
async function onCall(hash: string, dashboard: string): Promise<Visitor> {
  const visitor = await visit(browser, inject('address'), STILL);
  const { page } = visitor;
  await visitor.go(hash);
  await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
  await page.keyboard.press('a');
  await open(page, dashboard);
  return visitor;
}

async function open(page: Page, dashboard: string): Promise<void> {
  await page.keyboard.press('m');
  await page.getByRole('button', { name: new RegExp(`^Open: ${dashboard}`) }).click();
  await until('the look returns', async () => (await page.locator('.evidence h3', { hasText: dashboard }).count()) > 0);
  await until('it is over', async () => (await page.locator('.looking').count()) === 0);
}

describe('the evidence', () => {
  it('a stretch that is chosen anew leaves nothing of the last one on any chart', async () => {
    const visitor = await onCall('#/play/silent-schema?seed=5&untimed=1&mode=solo', 'Model');
    const { page } = visitor;
    const plot = page.locator('.charted .u-over').first();
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.5, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 30, { steps: 6 });
    await page.mouse.up();
    await until('it answers', async () => (await page.locator('.difference .finding').count()) === 1);
    await page.getByRole('button', { name: 'Close: what is different' }).click();
    await page.locator('#what-is-different').click();
    await until('it answers by itself', async () => (await page.locator('.difference .finding').count()) === 1);
    const left = await page.evaluate(() => [...document.querySelectorAll('.u-select')].map((each) => each.getBoundingClientRect().width));
    expect(left.length).toBeGreaterThan(3);
    expect(left.filter((width) => width > 0)).toEqual([]);
    await expectQuiet(visitor);
    await visitor.close();
  });
});

describe('a browser that keeps nothing', () => {
  it('is told on the home page and in a drill, and no run is called kept', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await page.addInitScript(() => {
      if (new URLSearchParams(location.search).has('full')) {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
        return;
      }
      Object.defineProperty(window, 'indexedDB', {
        value: {
          open: () => {
            throw new Error('refused');
          },
        },
      });
    });
    await page.goto(`${inject('address')}?renderer=canvas&full`);
    await until('one that can be read alone says so', async () => (await page.locator('.quiet-notice').count()) === 1);
    await visitor.go('');
    await until('it says so', async () => (await page.locator('.quiet-notice').innerText()).includes('keeps nothing'));
    expect(await page.locator('.kept').innerText()).toContain('until this tab is closed');
    await page.getByRole('button', { name: 'Dismiss the notice' }).click();
    expect(await page.locator('.quiet-notice').count()).toBe(0);
    await page.goto('about:blank');
    await visitor.go('#/play/latency-spike?seed=5&untimed=1&mode=solo');
    await until('it says so in the drill', async () => (await page.locator('.quiet-notice').count()) === 1);
    await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
    await page.keyboard.press('a');
    await until('it was acknowledged', async () => (await page.locator('.briefing').count()) === 0);
    expect(await page.locator('.quiet-notice').count(), 'still, after a write that went to memory').toBe(1);
    await visitor.close();
  });
});

describe('the first screen', () => {
  it('begins with Enter, its commands know the terms of the glossary, and its settings show and change the choice that it shows', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await visitor.go('');
    await until('the way in has the focus', async () => (await focused(page)) === 'Start your shift');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('what is psi');
    await until('it is found', async () => (await page.locator('.palette-row').count()) > 0);
    expect(await page.locator('.palette-row').first().innerText()).toMatch(/^What is PSI\?\s+Population stability index/);
    await page.keyboard.press('Enter');
    await until('its entry is open', async () => (await page.locator('.glossary dt').first().innerText()) === 'PSI');
    await page.keyboard.press('Escape');
    await until('it is closed', async () => (await page.locator('dialog[open]').count()) === 0);
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    const sheet = page.locator('dialog[open]');
    const marked = (): Promise<readonly string[]> =>
      sheet.locator('label:has(:is([name=preset], [name=guidance]):checked)').allInnerTexts();
    await until('it is open', async () => (await sheet.count()) === 1);
    expect(await marked()).toEqual(['As it comes', 'Guided']);
    const foot = (await sheet.getByRole('button', { name: 'Done' }).boundingBox())!;
    expect(foot.y + foot.height, 'the way out is in sight').toBeLessThan(900);
    await sheet.getByRole('radio', { name: 'Interview' }).check();
    expect(await marked()).toEqual(['Interview', 'On your own']);
    await sheet.getByRole('button', { name: 'Done' }).click();
    expect(await page.locator('.difficulty-pick option:checked').innerText()).toBe('Interview');
    expect(await page.locator('.ways [aria-checked=true]').innerText()).toBe('On your own');
    await page.locator('.start .button').focus();
    await page.keyboard.press('Enter');
    await until('the shift begins', async () => (await page.locator('.briefing').count()) === 1);
    await visitor.close();
  });
});

describe('proving and taking back', () => {
  it('no metric is chosen beforehand, a refusal is said where it is met, and a check under way is told', async () => {
    const visitor = await onCall('#/play/latency-spike?seed=5&mode=solo', 'Service');
    const { page } = visitor;
    const dialog = page.locator('dialog[open]');
    await page.keyboard.press('Space'); // paused
    await page.keyboard.press('v');
    await until('it asks', async () => (await dialog.count()) === 1);
    expect(await dialog.locator('input:checked').count()).toBe(0);
    expect(await dialog.locator('.chart').count()).toBe(0);
    await page.keyboard.press('Enter');
    expect(await dialog.locator('.refused-here').innerText()).toBe('Pick a metric first.');
    await page.keyboard.press('Space'); // the first of the list has the focus
    expect(await dialog.locator('input:checked + span').innerText()).toBe('p95 latency');
    await until('its chart is shown', async () => (await dialog.locator('.chart canvas').count()) === 1);
    expect(await dialog.locator('.refused-here').count()).toBe(0);
    await page.keyboard.press('Enter');
    await until('it is asked for', async () => (await dialog.count()) === 0);
    expect(await page.locator('.verified-line').innerText()).toMatch(/^p95 latency is being watched since .+ The clock stands/);
    await page.keyboard.press('v');
    await until('it is said in the dialog, too', async () => (await dialog.locator('.checking').count()) === 1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Resolve' }).click();
    expect(await dialog.locator('.bullets').innerText()).toContain('the check under way has no answer yet');
    await page.keyboard.press('Escape');
    await until('it is closed', async () => (await dialog.count()) === 0);
    expect(await page.locator('.refused').count(), 'nothing is left of what was refused in a dialog').toBe(0);
    await expectQuiet(visitor);
    await visitor.close();
  });

  it('what was taken back is said on the screen', async () => {
    const visitor = await onCall('#/play/latency-spike?seed=5&untimed=1&mode=solo', 'Service');
    const { page } = visitor;
    await page.getByRole('button', { name: 'Restart all pods' }).click();
    await page.locator('dialog[open] button.primary').click();
    await until('it is asked for', async () => (await page.locator('dialog[open]').count()) === 0);
    await page.keyboard.press('z');
    await until('it is said', async () => (await page.locator('.passing').innerText()).startsWith('Taken back: Restart all pods'));
    await page.keyboard.press('p');
    await until('who can be called is shown', async () => (await page.locator('dialog[open] .colleague').count()) > 1);
    expect(await focused(page), 'no heading').toBe('Close');
    expect(await page.locator('dialog[open] .colleague').first().innerText()).toContain('a slow trace, a typical trace and change history');
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    expect(await page.locator('.cadence-scale').innerText()).toContain('best');
    await visitor.close();
  });
});

describe('a shift that a link opened', () => {
  it('shows in the settings how it is played, has no clock where that is chosen, and leads from its keys to where they are changed', async () => {
    const visitor = await onCall('#/play/latency-spike?seed=5&mode=solo', 'Service');
    const { page } = visitor;
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Change keys' }).click();
    await until('the keys are there', async () => (await page.locator('.key-settings[open] .key-list li').count()) > 10);
    expect(await page.getByRole('radio', { name: 'On your own' }).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: 'As the drill has it' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'No clock' }).check();
    await page.keyboard.press('Escape');
    await until('time passes on acts only', async () => (await page.getByRole('button', { name: /^Wait 1 min/ }).count()) === 1);
    await visitor.close();
  });

  it('says why its clock stands after the tab was hidden, also in the title of the tab', async () => {
    const visitor = await onCall('#/play/latency-spike?seed=5&mode=solo', 'Service');
    const { page } = visitor;
    expect(await page.title()).toBe('On call · Silent Drift');
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      Reflect.deleteProperty(document, 'visibilityState');
    });
    await until('it says so', async () =>
      (await page.locator('.notice').innerText()).includes('The clock stood while this tab was hidden'),
    );
    expect(await page.title()).toBe('❚❚ On call · Silent Drift');
    await page.keyboard.press('Space');
    await until('it goes on', async () => (await page.locator('.notice').count()) === 0);
    expect(await page.title()).toBe('On call · Silent Drift');
    await visitor.close();
  });
});
