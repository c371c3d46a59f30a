import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axe, expectQuiet, launch, STILL, until, visit, type Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

const PLAY = '#/play/latency-spike?seed=7';

async function acknowledge(visitor: Visitor, address = PLAY): Promise<void> {
  await visitor.go(address);
  await until('the pager rings', async () => (await visitor.page.locator('.briefing.paged button').count()) === 1);
  await visitor.page.keyboard.press('a');
  await until('the page is taken', async () => (await visitor.page.locator('.briefing').count()) === 0);
}

const clock = (page: Page): Promise<string> => page.locator('.clock').first().innerText();
const still = async (page: Page, ms: number): Promise<boolean> => {
  const before = await clock(page);
  await page.waitForTimeout(ms);
  return (await clock(page)) === before;
};

describe('every screen', () => {
  it('axe finds nothing on play with evidence open, nor on what opens over it', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    const found: Record<string, readonly string[]> = {};
    const check = async (screen: string): Promise<void> => {
      await page.waitForTimeout(220); // what opens fades in
      found[screen] = await axe(page);
    };
    await visitor.go(PLAY);
    await until('the pager rings', async () => (await page.locator('.briefing.paged button').count()) === 1);
    await page.keyboard.press('a');
    await page.keyboard.press(' ');
    const looks: readonly (readonly [key: string, name: RegExp])[] = [
      ['m', /^Open: Service/],
      ['l', /^Read: Logs of Feature store/],
      ['t', /^Follow: A slow/],
      ['d', /^Open: Change/],
      ['a', /^Open: Alert/],
    ];
    for (const [key, name] of looks) {
      await page.keyboard.press(key);
      await page.getByRole('button', { name }).click();
      await until('the look returns', async () => (await page.locator('.looking').count()) === 0);
      if (key !== 'm') await check(`tab ${key}`);
    }
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Tables' }).click();
    await check('tables');
    await page.getByRole('button', { name: 'As a list' }).click();
    await check('map as a list');
    for (const [name, open] of [
      ['slot', () => page.locator('.slot').first().click()],
      ['belief', () => page.locator('.belief').first().click()],
      ['breaker', () => page.getByRole('button', { name: 'Breaker' }).click()],
      ['resolve', () => page.getByRole('button', { name: 'Resolve' }).click()],
      ['leave alone', () => page.getByRole('button', { name: 'Leave it alone' }).click()],
    ] as const) {
      await open();
      await until(`${name} opens`, async () => (await page.locator('dialog[open]').count()) === 1);
      await check(name);
      await page.keyboard.press('Escape');
      await until(`${name} closes`, async () => (await page.locator('dialog[open]').count()) === 0);
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, []])));
    await expectQuiet(visitor);
    await visitor.close();
  });

  it('fits a phone of 360 px, text at 200 %, with targets of 44 px and nothing under 12 px', async () => {
    const visitor = await visit(browser, inject('address'), {
      ...STILL,
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      deviceScaleFactor: 1,
    });
    const { page } = visitor;
    const wide = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const smallText = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('body *')]
          .filter(
            (element) =>
              element.offsetParent !== null &&
              [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''),
          )
          .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 11.99)
          .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40) ?? ''}`),
      );
    const smallTargets = (): Promise<string[]> =>
      page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            '.phone-tabs button, .action-bar .button, .tabs button, .button.primary, .time-controls .button',
          ),
        ]
          .filter((element) => element.offsetParent !== null)
          .map((element) => [element, element.getBoundingClientRect()] as const)
          .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
          .map(([element, box]) => `${element.textContent ?? ''} ${box.width}×${box.height}`),
      );
    await visitor.go('');
    await until('there is a drill', async () => (await page.locator('button.card').count()) > 0);
    expect([await wide(), await smallText(), await smallTargets()]).toEqual([0, [], []]);
    await acknowledge(visitor);
    for (const view of ['Map', 'Evidence', 'Board', 'People', 'More']) {
      await page.locator('.phone-tabs').getByRole('button', { name: view }).tap();
      await page.waitForTimeout(120);
      expect([view, await wide(), await smallText(), await smallTargets()]).toEqual([view, 0, [], []]);
      expect([view, await axe(page)]).toEqual([view, []]);
    }
    await page.getByRole('button', { name: 'Settings' }).tap();
    for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'A+: larger text' }).tap();
    await page.getByRole('button', { name: 'Done' }).tap();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    for (const view of ['Evidence', 'Board', 'More', 'Map']) {
      await page.locator('.phone-tabs').getByRole('button', { name: view }).tap();
      expect([view, await wide()]).toEqual([view, 0]);
    }
    const list = page.locator('.map-list');
    await until('the map, which has no room for words so large, is a list by itself', async () => (await list.count()) === 1);
    await page.getByRole('button', { name: 'Map', pressed: true }).tap();
    await until('the map is drawn where that is asked for', async () => (await list.count()) === 0);
    await expectQuiet(visitor);
    await visitor.close();
  });
});

describe('a low window', () => {
  it.each([
    [720, 450], // a desktop's at 200 %
    [360, 520],
    [844, 390], // a phone that lies on its side
  ])(
    'scrolls as a page of %i × %i: only the clock and the tabs stay, and captions that no touch meets, and nothing that is needed is left under them',
    async (width, height) => {
      const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height } });
      const { page } = visitor;
      await acknowledge(visitor, `${PLAY}&untimed=1&mode=solo`);
      const staying = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.play *')]
          .filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position) && element.offsetHeight > 0)
          .filter((element) => getComputedStyle(element).pointerEvents !== 'none')
          .map((element) => element.className),
      );
      expect(staying).toEqual(['phone-top', 'phone-tabs']);
      const needed = ['.map-toggle', '.action-bar .button', '#evidence-tab-metrics', '.evidence .chart', '.evidence .look-row .button'];
      for (const selector of needed) {
        if (selector.includes('evidence')) await page.locator('.phone-tabs').getByRole('button', { name: 'Evidence' }).click();
        const place = page.locator(selector).first();
        await place.evaluate((element) => element.scrollIntoView({ block: 'nearest' }));
        const bare = await place.evaluate((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return [top + 2, bottom - 2].map((y) => element.contains(document.elementFromPoint((left + right) / 2, y)));
        });
        expect([selector, bare]).toEqual([selector, [true, true]]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      await visitor.close();
    },
  );

  it('of a small phone keeps clock, pause, impact, alert and actions in sight in every view, and never scrolls as a page', async () => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width: 360, height: 640 }, hasTouch: true });
    const { page } = visitor;
    await acknowledge(visitor, `${PLAY}&untimed=1&mode=solo`);
    const hidden = (): Promise<string[]> =>
      page.evaluate(() =>
        ['.clock', '.time-controls', '.impact', '.alert-strip', '.phone-strip .guide', '.action-bar', '.phone-tabs'].filter((selector) => {
          const box = document.querySelector(selector)?.getBoundingClientRect();
          return box === undefined || box.height === 0 || box.top < 0 || box.bottom > innerHeight;
        }),
      );
    const mapHeight = (): Promise<number> => page.locator('.map-host').evaluate((host) => host.clientHeight);
    expect(await mapHeight()).toBeGreaterThan(200);
    for (const [view, first] of [
      ['Evidence', '.evidence .tabs'],
      ['Board', '.board h2'],
      ['People', '.alerts h2'],
      ['More', '.time-rail'],
      ['Map', '.map-host'],
    ] as const) {
      await page.locator('.phone-tabs').getByRole('button', { name: view }).tap();
      expect([view, await hidden(), await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)]).toEqual([view, [], 0]);
      const box = await page.locator(first).first().boundingBox();
      expect([view, box !== null && box.y > 100 && box.y < 400]).toEqual([view, true]);
    }
    await visitor.close();
  });
});

describe('the Tab key', () => {
  it.each([1440, 1024])('goes as one reads in a window of %i px, the hint included', async (width) => {
    const visitor = await visit(browser, inject('address'), { ...STILL, viewport: { width, height: 900 } });
    const { page } = visitor;
    await acknowledge(visitor, `${PLAY}&untimed=1&mode=solo`);
    await page.locator('.map-foot .guide > .button').click();
    await until('the hint is there', async () => (await page.locator('.map-foot .hint').count()) === 1);
    await page.locator('.top-bar').focus();
    const stops: { readonly region: string; readonly row: number }[] = [];
    while (stops.at(-1)?.region !== 'action-bar') {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const { activeElement: at } = document;
        const region = at?.closest('.top-bar, .left, .map-panel, .map-foot, .evidence, .action-bar')?.classList[0] ?? '';
        return { region, row: Math.round((at?.getBoundingClientRect().top ?? 0) / 40) };
      });
      stops.push(stop);
      expect(stops.length).toBeLessThan(60);
    }
    const regions = stops.map(({ region }) => region).filter((region, i, all) => region !== all[i - 1]);
    const left = width === 1440 ? ['left'] : []; // else in a drawer
    expect(regions).toEqual(['top-bar', ...left, 'map-panel', 'map-foot', 'evidence', 'action-bar']);
    for (const region of ['top-bar', 'map-panel', 'map-foot']) {
      const rows = stops.filter((stop) => stop.region === region).map(({ row }) => row);
      expect([region, rows]).toEqual([region, [...rows].sort((a, b) => a - b)]);
    }
    await visitor.close();
  });
});

describe.concurrent('time and keys', () => {
  it('Space pauses and goes on wherever the focus is; switched off, single keys do nothing', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await acknowledge(visitor);
    for (const place of ['.phase-bar', '.evidence [role=tab]', '.action-bar .button', '.slot', '.map-mirror button']) {
      await page
        .locator(place)
        .first()
        .evaluate((element) => (element as HTMLElement).focus());
      await page.keyboard.press(' ');
      expect([place, await still(page, 650)]).toEqual([place, true]);
      await page.keyboard.press(' ');
      expect([place, await still(page, 650)]).toEqual([place, false]);
    }
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('checkbox', { name: /Single-key/ }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.locator('body').click({ position: { x: 700, y: 880 } });
    await page.keyboard.press('v');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.keyboard.press(' ');
    expect(await still(page, 650)).toBe(false);
    await visitor.close();
  });

  it('in no-clock mode time stands still until something is done', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await acknowledge(visitor, `${PLAY}&untimed=1`);
    expect(await still(page, 1200)).toBe(true);
    const before = await clock(page);
    await page.keyboard.press('.');
    await until('a minute passes', async () => (await clock(page)).slice(3, 5) !== before.slice(3, 5));
    await page.waitForTimeout(1600);
    expect(await still(page, 800)).toBe(true);
    await visitor.close();
  });

  it('a reload stands at the same moment, paused, with the log, the board and the notes', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await acknowledge(visitor);
    await page.keyboard.press('n');
    await until('the notes open', async () => (await page.locator('dialog textarea').count()) === 1);
    await page.keyboard.type('p17 looks busy');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Open: Feature store/ }).click();
    await until('the look returns', async () => (await page.locator('.looking').count()) === 0);
    await page.waitForTimeout(200);
    await page.reload();
    await until('the drill is open again', async () => (await page.locator('.dashboard').count()) === 2);
    expect(await still(page, 600)).toBe(true);
    expect(await page.getByRole('button', { name: /^Notes/ }).innerText()).toContain('3 words');
    await visitor.close();
  });

  it('with reduced motion nothing on the map moves, and it still tells', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await acknowledge(visitor);
    await page.getByRole('button', { name: /^Open: Service/ }).click();
    await until('the look returns', async () => (await page.locator('.looking').count()) === 0);
    await page.waitForTimeout(700); // the station's new state fades in
    const picture = (): Promise<string> => page.locator('.map-host canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const pictures: string[] = [];
    for (let i = 0; i < 12; i++) {
      pictures.push(await picture());
      await page.waitForTimeout(80);
    }
    const changes = pictures.filter((each, i) => i > 0 && each !== pictures[i - 1]).length;
    expect(changes, 'pictures of twelve that differ from the one before').toBeLessThanOrEqual(5); // figures change, dots would at every one
    expect(await page.locator('[data-station=gateway]').getAttribute('data-status')).not.toBe('unknown');
    await visitor.close();
  });
});

describe('addresses', () => {
  it('what cannot be opened leads home with one sentence, and the run that was open is kept', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    const { page } = visitor;
    await acknowledge(visitor);
    await page.waitForTimeout(300);
    const cases: readonly (readonly [hash: string, says: RegExp])[] = [
      ['#/daily', /not open yet/],
      ['#/compare/AAAA/BBBB', /not open yet/],
      ['#/selfcheck', /not open yet/],
      ['#/play/no-such-drill?seed=1', /no drill called "no-such-drill"/],
      ['#/play/latency-spike?seed=%20', /1 to 64 letters/],
      ['#/replay/%3Cscript%3E', /cannot be read/],
      ['#/nowhere', /no page/],
    ];
    for (const [hash, says] of cases) {
      await page.evaluate((to) => (location.hash = to), hash);
      await until(`${hash} says ${says}`, async () => says.test((await page.locator('.notice').allInnerTexts()).join(' ')));
      expect(await page.locator('.home').count()).toBe(1);
      expect(page.url()).toMatch(/#\/$/);
    }
    await until('home offers to go on', async () => (await page.getByRole('button', { name: 'Continue your shift' }).count()) === 1);
    await page.getByRole('button', { name: 'Continue your shift' }).click();
    await until('the shift goes on', async () => (await page.locator('.play').count()) === 1);
    expect(await page.locator('.briefing').count()).toBe(0);
    await expectQuiet(visitor);
    await visitor.close();
  });

  it('a link that was cut off is met with a sentence on its own screen', async () => {
    const visitor = await visit(browser, inject('address'), STILL);
    for (const screen of ['replay', 'debrief', 'story']) {
      await visitor.go(`#/${screen}/AWvjYFjAyAgAAA`);
      await until(`${screen} says why`, async () => /cannot be (read|opened)/.test(await visitor.page.locator('body').innerText()));
    }
    await expectQuiet(visitor);
    await visitor.close();
  });
});
