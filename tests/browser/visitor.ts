import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const launch = (chromePath: string): Promise<Browser> =>
  chromium.launch({ executablePath: chromePath, headless: true, args: FLAGS });

/**
 * For screens whose subject is not the moving map: drawing it costs more than all else that a test does. The player's time goes by faster
 * there than the clock on the wall, so that a test does not wait for pages to ring and looks to return.
 */
export const STILL = { reducedMotion: 'reduce' } as const;

const HASTE = 4; // seconds of the player's in one on the wall

/** Frames and their clock as a page is told of them; what it waits for by timers is as ever. */
function hurry(haste: number): void {
  const [wall, frame] = [performance.now.bind(performance), requestAnimationFrame.bind(window)];
  performance.now = () => wall() * haste;
  window.requestAnimationFrame = (told) => frame((now) => told(now * haste));
}

/** A visitor's window on the built page, and what must never happen in it. */
export interface Visitor {
  readonly page: Page;
  readonly outside: readonly string[]; // requests that left the page's own address
  readonly errors: readonly string[]; // uncaught errors, and what the console calls one
  go(hash: string): Promise<void>;
  violations(): Promise<readonly string[]>; // of the content security policy
  close(): Promise<void>;
}

const open = new Set<Visitor>();

export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:')) outside.push(url);
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.addInitScript(() => {
    const found: string[] = [];
    Object.defineProperty(window, 'cspViolations', { value: found });
    document.addEventListener('securitypolicyviolation', (event) =>
      found.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
    );
  });
  if (options.reducedMotion === STILL.reducedMotion) await page.addInitScript(hurry, HASTE);
  const visitor: Visitor = {
    page,
    outside,
    errors,
    go: async (hash) => {
      await page.goto(`${address}?renderer=canvas${hash}`);
    },
    violations: () => page.evaluate(() => (window as unknown as { cspViolations: string[] }).cspViolations),
    close: async () => {
      open.delete(visitor);
      await context.close();
    },
  };
  open.add(visitor);
  return visitor;
}

/** What every open window shows and has thrown, for the message of a test that waited in vain. */
async function shown(): Promise<string> {
  const windows = [...open].map(async ({ page, errors }) => {
    const text = await page.evaluate(() => document.body.innerText.replaceAll(/\s+/g, ' ').slice(0, 600)).catch(String);
    const frames = await page
      .evaluate(async () => {
        const since = performance.now();
        for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
        return Math.round((performance.now() - since) / 10);
      })
      .catch(String);
    return `${page.url()} (a frame in ${frames} ms; errors: ${errors.join(' | ') || 'none'}) shows: ${text}`;
  });
  return (await Promise.all(windows)).join('\n');
}

/** Nothing left the page, nothing broke the policy, nothing was thrown. */
export async function expectQuiet(visitor: Visitor): Promise<void> {
  expect(visitor.outside).toEqual([]);
  expect(await visitor.violations()).toEqual([]);
  expect(visitor.errors).toEqual([]);
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** Runs axe over what is shown now; one line for each thing it objects to. */
export async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  // Colours of what is still fading in are not those that a reader gets; what repeats for ever is left out.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
        .map((one) => one.finished),
    ).then(() => undefined),
  );
  const { violations } = await page.evaluate(
    () =>
      (window as unknown as { axe: { run(options: unknown): Promise<AxeResult> } }).axe.run({
        resultTypes: ['violations'],
      }) as Promise<AxeResult>,
  );
  return violations.flatMap((each) =>
    each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)} — ${node.failureSummary.replaceAll('\n', ' ').slice(0, 300)}`),
  );
}

/** Axe over what is shown now, with what it could not decide. One line each: the rule, then where. */
export async function axeWhole(page: Page): Promise<{ readonly violations: readonly string[]; readonly incomplete: readonly string[] }> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    type Found = readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[];
    const { axe: runner } = window as unknown as { axe: { run(options: unknown): Promise<{ violations: Found; incomplete: Found }> } };
    const { violations, incomplete } = await runner.run({ resultTypes: ['violations', 'incomplete'] });
    const lines = (found: Found): string[] =>
      found.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 140)} ${(node.failureSummary ?? '').replaceAll('\n', ' ').slice(0, 220)}`),
      );
    return { violations: lines(violations), incomplete: lines(incomplete) };
  });
}

/** What has the focus, by the name that it is announced with. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return '(nothing)';
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent) : [];
    return (element.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : element.textContent) ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  });

/** Presses Tab until something with that name has the focus. */
export async function tabTo(page: Page, name: RegExp, most = 90): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i <= most; i++) {
    const here = await focused(page);
    if (name.test(here)) return;
    passed.push(here);
    await page.keyboard.press('Tab');
  }
  throw new Error(`expected to reach ${name} by Tab, passed: ${passed.slice(-30).join(' | ')}`);
}

/** Waits until a question about the page is answered with yes. The page's policy refuses Playwright's own way of asking. */
export async function until(what: string, ask: () => Promise<boolean>, ms = 45_000): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await ask()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  const message = `expected within ${ms} ms: ${what}\n${await shown()}`;
  console.warn(message); // a test that is tried again tells all the same why
  throw new Error(message);
}
