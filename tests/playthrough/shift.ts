import type { Page } from 'playwright-core';
import type { Tick } from '../../src/domain/time.ts';
import { fullClockText, handStep } from '../../src/game/debrief-clock.ts';
import type { Brief } from '../../src/scenario/brief.ts';
import { eventually as until } from './eventually.ts';
import type { Errand } from './errands.ts';
import { escaped, type Hand } from './hand.ts';

/** Letters that show a part of the screen; those who have none take what is shown. */
const KEYS: Readonly<Record<string, string>> = {
  Metrics: 'm',
  Data: 'f',
  Segments: 's',
  Model: 'o',
  'A/B test': 'x',
  Logs: 'l',
  Traces: 't',
  Changes: 'd',
  Calendar: 'k',
  Alerts: 'a',
};

export interface Player {
  readonly page: Page;
  readonly hand: Hand;
  readonly phone: boolean;
  readonly brief: Brief;
}

const dialogs = (page: Page): Promise<number> => page.locator('dialog[open]').count();
const opened = (page: Page): Promise<void> => until('a dialog opens', async () => (await dialogs(page)) === 1);
const closed = (page: Page): Promise<void> => until('the dialog closes', async () => (await dialogs(page)) === 0);

const words = async (page: Page, where: string): Promise<string> =>
  (await page.locator(`.play .sim-clock ${where}`).first().innerText()).replaceAll(/\s+/g, ' ').trim();

/** The clock stands at a tick: what took time is done. A drill of days may show the day below the time, before how long ago the page came. */
async function clockAt({ page, brief }: Player, tick: Tick): Promise<void> {
  const wanted = fullClockText(brief, tick);
  let shown = '';
  await until(`the clock shows ${wanted}`, async () => {
    const time = await words(page, '.clock');
    shown = wanted.includes(', ') && !time.includes(', ') ? `${(await words(page, 'p')).split(', ')[0]}, ${time}` : time;
    return shown === wanted;
  }).catch(() => {
    throw new Error(`expected the clock to show ${wanted}, got ${shown}`);
  });
}

/** On a phone one part of the screen is shown at a time. */
async function turnTo({ hand, phone }: Player, view: 'Evidence' | 'Board' | 'People', key: string): Promise<void> {
  if (await hand.key(key)) return;
  if (phone) await hand.press('button', view);
}

async function tick(hand: Hand, evidence: readonly string[]): Promise<void> {
  for (const title of evidence) await hand.press('checkbox', title);
}

/** Plays one errand as a person would, and waits until the page has taken it. */
export async function run(player: Player, errand: Errand): Promise<void> {
  const { page, hand, phone, brief } = player;
  if (errand.do !== 'acknowledge') await clockAt(player, errand.tick);
  switch (errand.do) {
    case 'acknowledge':
      await hand.press('button', 'Acknowledge');
      await until('the page is taken', async () => (await page.locator('.briefing').count()) === 0);
      return;
    case 'wait': {
      const step = Math.max(1, Math.round(handStep(brief) / brief.tickSeconds));
      for (let i = 0; i < errand.times; i++) {
        if (!(await hand.key('.'))) await hand.press('button', 'Wait');
        await clockAt(player, Math.min(brief.ticks, errand.tick + (i + 1) * step));
      }
      return;
    }
    case 'look':
      if (!(await hand.key(KEYS[errand.tab] ?? ''))) {
        if (phone) await hand.press('button', 'Evidence');
        await hand.press('tab', errand.tab);
      }
      await hand.press('button', new RegExp(`: ${escaped(errand.label)}, takes`));
      return;
    case 'change':
      await hand.key('e');
      await hand.press('button', errand.button);
      await opened(page);
      if (errand.forms > 1) await hand.press('radio', errand.form);
      await hand.press('button', new RegExp(`^${escaped(errand.form)}`));
      await closed(page);
      return;
    case 'message':
      if (!(await hand.key('c'))) await hand.press('button', 'Post update');
      await opened(page);
      if (errand.to !== null) await hand.choose('To', errand.to);
      for (const block of errand.blocks.slice(1)) await hand.press('checkbox', block); // the first is ticked already
      if (errand.option !== null) await hand.press('radio', errand.option);
      if (errand.cause !== null) await hand.choose('Name a cause', errand.cause);
      await hand.press('button', 'Send');
      await closed(page);
      return;
    case 'hypothesis':
      await turnTo(player, 'Board', 'h');
      await hand.press('button', new RegExp(`${escaped(errand.cause)}`));
      await opened(page);
      await hand.press('radio', errand.status);
      if (errand.confidence !== null) await hand.slide('How sure are you?', errand.confidence);
      await tick(hand, errand.evidence);
      await hand.press('button', 'Note it');
      await closed(page);
      return;
    case 'claim':
      for (const [i, [title, text]] of errand.slots.entries()) {
        await turnTo(player, 'Board', 'h');
        await hand.press('button', title);
        await opened(page);
        await hand.press('radio', text);
        if (i === 0) await tick(hand, errand.evidence);
        await hand.press('button', 'Put it on the board');
        await closed(page);
      }
      await hand.press('button', 'Claim the cause');
      await opened(page);
      await hand.slide('How sure are you?', errand.confidence);
      await hand.press('button', 'Claim the cause');
      await closed(page);
      return;
    case 'leave-alone':
      await hand.key('e');
      await hand.press('button', 'Leave it alone');
      await opened(page);
      await tick(hand, errand.evidence);
      await hand.press('button', 'Leave it alone');
      await closed(page);
      return;
    case 'verify':
      if (!(await hand.key('v'))) await hand.press('button', 'Verify');
      await opened(page);
      await hand.press('radio', errand.metric);
      await hand.press('button', 'Verify');
      await closed(page);
      return;
    case 'resolve':
      await hand.key('e');
      await hand.press('button', 'Resolve');
      await opened(page);
      await hand.press('button', 'Resolve, for good');
      return;
  }
}
