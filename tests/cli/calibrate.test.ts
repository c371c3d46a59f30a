import { describe, expect, it } from 'vitest';
import { alikeOf, pagesOf, type Alike } from '../../src/prove/alike.ts';
import { BARS } from '../../src/prove/bars.ts';
import { calibrate } from '../../src/prove/calibrate.ts';
import { withKnots } from '../../src/prove/fit-fault.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { shipped, shippedFile } from '../scenario/shipped.ts';
import { called } from './called.ts';
import { scratch } from './scratch.ts';

/** Values within every band of the latency spike that a fit of each cause by itself came to, and the page tells apart. */
const FITTED_APART: Readonly<Record<string, readonly (readonly number[])[]>> = {
  deploy: [[1, 3.9116, 3.8939, 3.8979, 3.8765, 4.0544, 4.117, 4.975]],
  'feature-store': [[0.08, 0.40316, 0.39672, 0.39739, 0.39511, 0.4221, 0.44923, 0.58235]],
  traffic: [[1, 1.7873, 2.1033, 2.098, 2.0971, 2.0942, 2.1497, 2.3475]],
  upstream: [
    [18, 254.29, 433.34, 420.94, 609.39, 602.16, 966.82, 2860.8],
    [0, 0.46785, 0.43132, 0.96078],
  ],
};

const seeds = (from: number, count: number): string[] => Array.from({ length: count }, (_, i) => String(from + i));

const look = (scenario: Scenario): Alike => alikeOf(scenario, pagesOf(scenario, seeds(1001, 40)), pagesOf(scenario, seeds(1, 40)));

const { file } = scratch('calibrate');

/** The latency spike under another name, with some of its text replaced. */
const copy = (name: string, ...edits: readonly (readonly [RegExp, string])[]): string => {
  const text = shippedFile('scenarios/latency-spike.yaml').text.replace(/^id: latency-spike$/m, `id: ${name}`);
  return file(
    `${name}.yaml`,
    edits.reduce((all, [from, to]) => all.replace(from, to), text),
  );
};

describe('a fit of fault paths', () => {
  it('draws causes together that are each within their bands and yet do not open alike', () => {
    const apart = Object.entries(FITTED_APART).reduce(
      (all, [variant, values]) => withKnots(all, variant, values),
      shipped('latency-spike'),
    );
    expect(look(apart).worstSigmas).toBeGreaterThan(BARS.alike.sigmasAtMost);
    const { scenario, bands, paths } = calibrate(apart, () => undefined, look);
    expect(look(scenario)).toMatchObject({ ok: true });
    expect(bands.filter(({ ok }) => !ok)).toEqual([]);
    expect(paths).toHaveLength(5);
  }, 120_000);

  it('says at its end how alike the causes open, and where it cannot mend that, what an author can do', async () => {
    const path = copy('late', [/^bands:\n(?: {2}- .*\n)+/m, ''], [/\[19\.5, 3\.927\]/, '[19.5, 2.4]'], [/\[60, 3\.8909\]/, '[60, 3]']);
    const fitted = await called('calibrate', path);
    expect(fitted.out).toMatch(/alike at the start: no\n/);
    expect(fitted.out).toMatch(/To mend it: \d+ s before the page, [\w-]+ reads highest and deploy lowest\./);
    expect(fitted.code).toBe(1);
    expect((await called('calibrate', path, '--check')).out).toContain('To mend it: ');
  });
});
