import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { mapLayout } from '../../game/map-layout.ts';
import type { MapView } from '../../game/map-view.ts';
import { RATE_PER_DOT } from '../../scene/flow.ts';
import { haveBrowser } from '../browser.mjs';
import { shipped } from '../library.ts';
import { pageScript } from '../page-script.ts';
import { ROOT } from '../site.mjs';
import { BadInput } from '../wrong.ts';
import { median } from './timing.ts';

const DOTS = 2000;
const FRAMES = 200;
// WebGL in software, as on machines without a graphics card
const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

export interface SceneTimes {
  readonly dots: number;
  readonly renderer: string;
  readonly frames: number;
  readonly scriptMsPerFrame: number; // mean
  readonly scriptMsMedian: number;
  readonly scriptMsP95: number;
}

/** The map of the first shipped scenario, with as much under way on its lines as makes about 2,000 dots. */
function busyView(): MapView {
  const system = shipped()[0]?.brief.system;
  if (!system) throw new BadInput('there is no scenario whose map could be drawn');
  const busy = system.lines.filter(({ kind, normalLatencyMs }) => (kind === 'request' || kind === 'feature') && normalLatencyMs > 0);
  const rate = (DOTS * RATE_PER_DOT) / busy.length; // a second, on each of them, at its normal latency
  return {
    layout: mapLayout(system),
    stations: system.stations.map(({ id, name }) => ({ id, name, status: 'healthy', caption: name, seenTick: 0, figures: [], charts: [] })),
    lines: system.lines.map(({ id, from, to, kind, normalLatencyMs }) => {
      const flows = busy.some((line) => line.id === id);
      const figures = { ratePerSecond: flows ? rate : null, latencyMs: flows ? normalLatencyMs : null };
      return { id, from, to, kind, status: 'healthy', normalLatencyMs, queued: null, ...figures };
    }),
    yourRings: [],
    yourTags: [],
  };
}

/** Script of a frame of the map at 2,000 dots, in a headless browser with WebGL. */
export async function sceneTimes(): Promise<SceneTimes> {
  const browser = await chromium.launch({ executablePath: haveBrowser((line) => void process.stderr.write(`${line}\n`)), args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.addScriptTag({ content: await pageScript(join(ROOT, 'src', 'cli', 'bench', 'scene-page.ts')) });
    const { renderer, scriptMs } = await page.evaluate(({ view, frames }) => window.benchScene(view, frames), {
      view: busyView(),
      frames: FRAMES,
    });
    const sorted = [...scriptMs].sort((a, b) => a - b);
    const tidy = (value: number): number => Number(value.toFixed(2));
    return {
      dots: DOTS,
      renderer,
      frames: scriptMs.length,
      scriptMsPerFrame: tidy(scriptMs.reduce((sum, ms) => sum + ms, 0) / scriptMs.length),
      scriptMsMedian: tidy(median(scriptMs)),
      scriptMsP95: tidy(sorted[Math.floor(sorted.length * 0.95)] ?? NaN),
    };
  } finally {
    await browser.close();
  }
}
