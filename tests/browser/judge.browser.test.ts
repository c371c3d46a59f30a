import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { pageScript } from '../../src/cli/page-script.ts';
import type { Action } from '../../src/domain/action.ts';
import { lossReport } from '../../src/judge/loss/loss.ts';
import { encodeLink } from '../../src/run/link.ts';
import { createRun } from '../../src/run/run.ts';
import type { CatalogueFiles } from '../../src/scenario/catalogue.ts';
import { shipped } from '../scenario/shipped.ts';
import { launch } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('chromePath'));
});
afterAll(async () => browser.close());

const path = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const dataOf = (file: string): { readonly file: string; readonly data: unknown } => ({
  file,
  data: parse(readFileSync(path(file), 'utf8')),
});

const files = (id: string): CatalogueFiles => ({
  scenarios: [dataOf(`scenarios/${id}.yaml`)],
  systems: readdirSync(path('scenarios/systems')).map((name) => dataOf(`scenarios/systems/${name}`)),
  playbook: dataOf('scenarios/playbook.yaml'),
});

const ACTS: readonly Action[] = [
  { type: 'acknowledge' },
  { type: 'scale', replicas: 16 },
  { type: 'look-dashboard', dashboard: 'service' },
  { type: 'restart' },
  { type: 'look-trace', pick: 'slow' },
  { type: 'serve-cached', on: true },
  { type: 'look-dashboard', dashboard: 'drift' },
  { type: 'set-breaker', route: 'merchant-risk', mode: 'forced-open' },
];

describe('judging in a browser', () => {
  it('analyses a run there to the same bytes as in Node', async () => {
    const scenario = shipped('latency-spike');
    const run = createRun(scenario, { seed: 'both', variant: 'upstream' });
    while (run.pageTick === null) run.advance(run.tick + 15);
    for (const act of ACTS) {
      run.dispatch(act);
      run.advance(Math.max(run.tick + 20, run.busyUntil()));
    }
    const here = JSON.stringify(lossReport(scenario, run.record()));
    const page = await browser.newPage();
    await page.addScriptTag({ content: await pageScript(path('tests/browser/pages/judge-page.ts')) });
    const there = await page.evaluate(([given, link]) => window.lossText(given, link), [
      files('latency-spike'),
      encodeLink(run.record(), run.finalHash()),
    ] as const);
    expect(there).toBe(here);
    expect(here).toContain('"mark":"?');
    await page.close();
  });
});
