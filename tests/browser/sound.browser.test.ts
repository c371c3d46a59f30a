import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { cutoffOf, humOf, NO_HUM } from '../../src/game/sound/ambience.ts';
import * as figures from '../../src/game/sound/figures.ts';
import type { Note } from '../../src/game/sound/score.ts';
import { CHANNELS, SOUND_DEFAULTS, type Channel, type SoundSettings } from '../../src/game/sound/settings.ts';
import { pageFiles } from './page-files.ts';
import type { Heard, Played } from './pages/sound-page.ts';
import { launch } from './visitor.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const { script } = await pageFiles(fileURLToPath(new URL('./pages/sound-page.ts', import.meta.url)));
  browser = await launch(inject('chromePath'));
  page = await browser.newPage();
  await page.addScriptTag({ content: script });
});
afterAll(async () => browser.close());

/** @param played from when on the compressor has settled, as it has long since in play */
const render = async ({ notes, stopPagerAt, ...played }: Omit<Played, 'settings' | 'seconds'> & Partial<Played>): Promise<Heard> => {
  const heard = await page.evaluate((all) => window.renderSound(all), {
    settings: SOUND_DEFAULTS,
    seconds: 4,
    ...played,
    notes: notes.map((note) => ({ ...note, atMs: note.atMs + SETTLED_S * 1000 })),
    ...(stopPagerAt === undefined ? {} : { stopPagerAt: stopPagerAt + SETTLED_S }),
  });
  return { ...heard, from: heard.from - SETTLED_S, to: heard.to - SETTLED_S };
};

const SETTLED_S = 1;

const dbfs = (rms: number): number => Math.round(20 * Math.log10(Math.max(rms, 1e-9)) * 10) / 10;

const pluck = (voice: number, latencyMs: number): Note =>
  figures.note('ambience', 'pluck', figures.LINE_VOICES_HZ[voice]!, voice * 25, 260, 0.6, cutoffOf({ latencyMs, normalLatencyMs: 100 }));

const CUES: Readonly<Record<string, readonly Note[]>> = {
  pager: figures.PAGER,
  alert: figures.ALERT,
  message: figures.MESSAGE,
  recovered: figures.RECOVERED,
  'not recovered': figures.NOT_RECOVERED,
  'in effect': figures.IN_EFFECT,
  done: figures.DONE,
  refused: figures.REFUSED,
  returned: figures.RETURNED,
  'an arrival on a line as usual': [pluck(0, 100)],
  'an arrival on a line twenty times as slow': [pluck(0, 2000)],
  error: [figures.THUNK],
};
const LOUDEST: SoundSettings = { ...SOUND_DEFAULTS, alerts: 100, ambience: 100, interface: 100 };
const QUIETEST_DBFS = -45;
const CLIPPING = 0.9;
const CLICK = 0.1; // of full scale, from one sample to the next
const LATE_S = 0.03; // what playing and the compressor look ahead

describe('what a player hears', () => {
  it.each(Object.entries(CUES))('%s: is heard, clips nothing, clicks nowhere and is as long as it is meant to be', async (_, notes) => {
    const heard = await render({ notes });
    const loudest = await render({ notes, settings: LOUDEST });
    expect(dbfs(heard.rms)).toBeGreaterThan(QUIETEST_DBFS);
    for (const each of [heard, loudest]) {
      expect(each.peak).toBeLessThan(CLIPPING);
      expect(each.step).toBeLessThan(CLICK);
      expect(each.first).toBeLessThan(0.001);
      expect(each.last).toBeLessThan(0.001);
    }
    const meant = Math.max(...notes.map(({ atMs, lengthMs }) => atMs + lengthMs)) / 1000;
    expect(heard.from).toBeLessThan(LATE_S + 0.02);
    expect(heard.to - heard.from).toBeLessThan(meant + LATE_S);
    expect(heard.to - heard.from).toBeGreaterThan(meant * 0.6);
  });

  it('all of it at once, over the loudest queue, at full volume, does not clip', async () => {
    const lines = figures.LINE_VOICES_HZ.slice(0, 4).map((_, voice) => pluck(voice, 100));
    const notes = [...Object.values(CUES).flat(), ...lines];
    const heard = await render({ notes, settings: LOUDEST, hum: humOf(1_000_000) });
    expect(heard.peak).toBeLessThan(CLIPPING);
    expect(heard.step).toBeLessThan(CLICK);
  });

  it('a queue is heard, louder for more that wait, and not at all where none do', async () => {
    const levels: number[] = [];
    for (const queued of [10, 1000, 100_000]) {
      const heard = await render({ notes: [], hum: humOf(queued) });
      expect(heard.peak).toBeLessThan(CLIPPING);
      expect(heard.step).toBeLessThan(CLICK);
      levels.push(dbfs(heard.rms));
    }
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect(levels[0]).toBeGreaterThan(-62); // ten that wait
    expect(levels[2]).toBeGreaterThan(QUIETEST_DBFS);
    expect((await render({ notes: [], hum: NO_HUM })).peak).toBe(0);
  });

  it('a pager that is acknowledged ends without a click', async () => {
    for (const stopPagerAt of [0.1, 0.35, 0.97]) {
      const heard = await render({ notes: figures.PAGER, settings: LOUDEST, stopPagerAt });
      expect(heard.to).toBeLessThan(stopPagerAt + 0.15);
      expect(heard.step).toBeLessThan(0.02);
    }
  });
});

describe('volumes', () => {
  const ofChannel = (channel: Channel): readonly Note[] =>
    Object.values(CUES)
      .flat()
      .filter((note) => note.channel === channel);

  it('sound that is off is silent', async () => {
    const settings = { ...LOUDEST, on: false };
    expect((await render({ notes: Object.values(CUES).flat(), hum: humOf(1000), settings })).peak).toBe(0);
  });

  it.each(CHANNELS)('%s: its volume scales its own sounds only', async (channel) => {
    const others = CHANNELS.filter((each) => each !== channel);
    const notes = ofChannel(channel).slice(0, 1);
    const at = async (volume: number, played: readonly Note[] = notes): Promise<number> =>
      (await render({ notes: played, settings: { ...SOUND_DEFAULTS, [channel]: volume } })).peak;
    expect(await at(0)).toBe(0);
    const [quarter, half] = [await at(10), await at(20)];
    expect(half / quarter).toBeGreaterThan(1.9);
    expect(half / quarter).toBeLessThan(2.1);
    for (const other of others) {
      const elsewhere = ofChannel(other);
      expect(await at(0, elsewhere), other).toBeCloseTo(await at(100, elsewhere), 5);
    }
  });
});
