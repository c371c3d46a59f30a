import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { parse } from 'yaml';
import type { CatalogueFiles } from '../../scenario/catalogue.ts';
import { haveBrowser } from '../browser.mjs';
import { scenarioOf } from '../library.ts';
import { pageScript } from '../page-script.ts';
import { ROOT } from '../site.mjs';
import type { Case } from './plays.ts';
import { casesOf, median } from './timing.ts';

const STARTS = 3; // of each case

export interface BrowserCold {
  readonly scenario: string;
  readonly coldMs: number; // of the slowest case
  readonly warmedMs: number; // the same where the game's worker has warmed the engine up, as it does while the briefing is read
  readonly cases: readonly { readonly variant: string; readonly play: string; readonly coldMs: number; readonly warmedMs: number }[];
}

const dataOf = (file: string): CatalogueFiles['playbook'] => ({ file, data: parse(readFileSync(join(ROOT, file), 'utf8')) });

/** The files of one scenario, read here: what a page does before its first episode is not counted. */
const filesOf = (id: string): CatalogueFiles => ({
  scenarios: [dataOf(`scenarios/${id}.yaml`)],
  systems: readdirSync(join(ROOT, 'scenarios', 'systems')).map((name) => dataOf(`scenarios/systems/${name}`)),
  playbook: dataOf('scenarios/playbook.yaml'),
});

/** The first episode of each case of a scenario in browsers of their own, with and without what the game does before one is needed. */
export async function browserCold(id: string): Promise<BrowserCold> {
  const executablePath = haveBrowser((line) => void process.stderr.write(`${line}\n`));
  const [script, files] = [await pageScript(join(ROOT, 'src', 'cli', 'bench', 'cold-page.ts')), filesOf(id)];
  const once = async (wanted: Case, warm: boolean): Promise<number> => {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'] });
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      return await page.evaluate(([given, one, warmed]) => window.firstEpisodeMs(given, one, warmed), [files, wanted, warm] as const);
    } finally {
      await browser.close();
    }
  };
  const startsOf = async (wanted: Case, warm: boolean): Promise<number> => {
    const times: number[] = [];
    for (let start = 0; start < STARTS; start += 1) times.push(await once(wanted, warm));
    return Number(median(times).toFixed(1));
  };
  const cases = [];
  for (const wanted of casesOf(scenarioOf(id))) {
    const { variant, play } = wanted;
    cases.push({ variant, play, coldMs: await startsOf(wanted, false), warmedMs: await startsOf(wanted, true) });
  }
  return {
    scenario: id,
    coldMs: Math.max(...cases.map(({ coldMs }) => coldMs)),
    warmedMs: Math.max(...cases.map(({ warmedMs }) => warmedMs)),
    cases,
  };
}
