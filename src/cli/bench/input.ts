import { chromium } from 'playwright-core';
import { haveBrowser } from '../browser.mjs';
import { build, isBuilt, serve } from '../site.mjs';
import { median } from './timing.ts';

const PRESSES = 40;
const BETWEEN_MS = 150; // so that presses fall anywhere within a tick

declare global {
  interface Window {
    answeredMs: number[]; // of each key, until the frame that shows its answer has been painted
  }
}

export interface InputTimes {
  readonly presses: number;
  readonly speed: number;
  readonly answeredMsMedian: number;
  readonly answeredMsP95: number;
}

/** How soon the built page answers a key while a drill runs at its fastest, with dashboards open: from the key to the painted frame. */
export async function inputTimes(): Promise<InputTimes> {
  const executablePath = haveBrowser((line) => void process.stderr.write(`${line}\n`));
  if (!isBuilt()) build();
  const { address, close } = await serve(0);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${address}?renderer=canvas#/play/latency-spike?seed=7&mode=solo`);
    await page.locator('.briefing.paged button').waitFor();
    await page.keyboard.press('a');
    for (const name of [/^Open: Service/, /^Open: Saturation/]) {
      await page.getByRole('button', { name }).click();
      await page.locator('.looking').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('3'); // 16×
    await page.evaluate(() => {
      window.answeredMs = [];
      document.addEventListener(
        'keydown',
        () => {
          const pressed = performance.now();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel(); // its message comes after the frame was painted
            port1.onmessage = () => window.answeredMs.push(performance.now() - pressed);
            port2.postMessage(null);
          });
        },
        true,
      );
    });
    for (let i = 0; i < PRESSES; i += 1) {
      await page.keyboard.press(i % 2 === 0 ? 'd' : 'm'); // changes and metrics: all of the panel is made anew
      await page.waitForTimeout(BETWEEN_MS);
    }
    const sorted = (await page.evaluate(() => window.answeredMs)).sort((a, b) => a - b);
    const tidy = (value: number): number => Number(value.toFixed(1));
    return {
      presses: sorted.length,
      speed: 16,
      answeredMsMedian: tidy(median(sorted)),
      answeredMsP95: tidy(sorted[Math.floor(sorted.length * 0.95)] ?? NaN),
    };
  } finally {
    await browser.close();
    await close();
  }
}
