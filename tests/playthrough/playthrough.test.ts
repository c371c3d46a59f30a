import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { decodeLink } from '../../src/run/link.ts';
import { expectQuiet, launch, visit } from '../browser/visitor.ts';
import { debrief, story } from './afterwards.ts';
import { eventually as until } from './eventually.ts';
import { WAYS, type Hand, type Way } from './hand.ts';
import { intendedNight } from './intended.ts';
import { keyboardHand } from './keyboard.ts';
import { mouseHand } from './mouse.ts';
import { NIGHTS } from './nights.ts';
import { run } from './shift.ts';
import { treeHand } from './tree.ts';

/** Narrows what is played, and says what it looked like: PLAYTHROUGH="slow-fade 390 keyboard", PLAYTHROUGH_SEED=11, PLAYTHROUGH_SHOTS=.cache/shots. */
const asked = (process.env['PLAYTHROUGH'] ?? '').split(/\s+/).filter((word) => word !== '');
const otherSeed = process.env['PLAYTHROUGH_SEED'];
const shots = process.env['PLAYTHROUGH_SHOTS'];

const WIDTHS = {
  1440: { viewport: { width: 1440, height: 900 } },
  390: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

interface Row {
  readonly drill: string;
  readonly seed: string;
  readonly cause: string;
  readonly width: number;
  readonly way: Way;
  readonly actions: number;
  readonly score: string;
  readonly seconds: number;
}

const rows: Row[] = [];
let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => {
  await browser.close();
  if (rows.length > 0) console.table(rows);
});

async function playThrough(drill: string, seed: string, width: 1440 | 390, way: Way): Promise<void> {
  const began = Date.now();
  const scenario = scenarioOf(drill);
  const night = intendedNight(scenario, seed);
  const phone = width === 390;
  const reducedMotion = way === 'mouse' ? 'no-preference' : 'reduce';
  const visitor = await visit(browser, inject('address'), { ...WIDTHS[width], reducedMotion });
  const { page } = visitor;
  const stumbles: string[] = [];
  const shot = async (name: string): Promise<void> => {
    if (shots === undefined) return;
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: `${shots}/${drill}-${width}-${way}-${name}.png` });
  };
  const hand: Hand = way === 'mouse' ? mouseHand(page, phone) : way === 'keyboard' ? keyboardHand(page, stumbles) : await treeHand(page);
  try {
    await visitor.go('');
    await until('there are drills', async () => (await page.locator('button.card').count()) > 0);
    await shot('home');
    await hand.press('button', 'No-clock mode');
    await hand.press('radio', 'On your own');
    await hand.press('button', 'Play a seed');
    await until('the dialog opens', async () => (await page.locator('dialog[open]').count()) === 1);
    await hand.choose('Drill', scenario.brief.title);
    await hand.write('Seed, or the address of a drill', seed);
    await hand.press('button', 'Play');
    await until('the pager rings', async () => (await page.locator('.briefing.paged').count()) === 1);
    await shot('page');
    const middle = night.errands.findIndex((errand) => errand.do === 'message');
    for (const [i, errand] of night.errands.entries()) {
      await run({ page, hand, phone, brief: scenario.brief }, errand).catch((error: unknown) => {
        throw new Error(`errand ${i + 1} of ${night.errands.length}, ${JSON.stringify(errand)}: ${String(error)}`);
      });
      if (i <= 1 || i === middle || errand.do === 'change' || errand.do === 'claim')
        await shot(`shift-${String(i).padStart(2, '0')}-${errand.do}`);
    }
    const score = await debrief(page, hand, night, shot);
    const link = decodeLink(page.url().split('#/debrief/')[1] ?? '');
    if (!link.ok) throw new Error(link.reason);
    expect(link.record.log, 'the log in the link').toEqual(night.record.log);
    expect(link.finalHash, 'the night, bit for bit').toBe(night.finalHash);
    expect(score, 'the score shown').toBeCloseTo(night.score, 1);
    expect(score, 'beside the expert').toBeGreaterThan(night.expertScore - 8);
    await story(page, hand, shot);
    await expectQuiet(visitor);
    expect([...new Set(stumbles)]).toEqual([]);
    const seconds = Math.round((Date.now() - began) / 1000);
    const beside = `${score} (expert ${Math.round(night.expertScore * 10) / 10})`;
    rows.push({ drill, seed, cause: night.variant, width, way, actions: night.record.log.length, score: beside, seconds });
  } catch (error) {
    await shot('failed');
    throw error;
  } finally {
    await visitor.close();
  }
}

describe('every drill is played from home to the story', () => {
  for (const { drill, seeds } of NIGHTS) {
    for (const width of [1440, 390] as const) {
      for (const way of WAYS) {
        const name = `${drill} at ${width} by ${way}`;
        if (asked.every((word) => name.split(' ').includes(word)))
          it(name, () => playThrough(drill, otherSeed ?? seeds[width], width, way));
      }
    }
  }
});
