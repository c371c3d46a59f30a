import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INK, tintOf } from '../../src/scene/palette.ts';
import { contrast, distanceUnder, VISIONS } from '../support/colour.ts';

const ROOT = join(import.meta.dirname, '../..');
const tokens = readFileSync(join(ROOT, 'src/ui/common/tokens.css'), 'utf8');

/** The custom properties of the first rules with that selector; a later rule of the same theme wins. */
function tokensOf(...selectors: readonly string[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, selector, body] of tokens.matchAll(/([^{}]+)\{([^}]*)\}/g)) {
    const names = selector!.replaceAll(/\/\*[\s\S]*?\*\//g, '').split(',');
    if (!names.some((name) => selectors.includes(name.trim()))) continue;
    for (const [, name, value] of body!.matchAll(/--([\w-]+):\s*([^;]+);/g)) found[name!] = value!.trim();
  }
  return found;
}

const night = tokensOf(':root');
const day = { ...night, ...tokensOf(":root[data-theme='light']") };
const paper = { ...night, ...tokensOf('.paper') };
const THEMES = [
  { theme: 'night', at: night, leastDistance: 20 },
  { theme: 'day', at: day, leastDistance: 15 },
  { theme: 'paper', at: paper, leastDistance: 15 },
] as const;

const STATES = ['ok', 'warn', 'crit', 'you', 'unknown'] as const;
const GROUNDS = ['base', 'panel', 'raised'] as const;

describe.each(THEMES)('the colours of $theme', ({ at, leastDistance }) => {
  it.each(VISIONS.map(({ vision }) => vision))('no two states look alike with %s vision', (vision) => {
    for (const [i, one] of STATES.entries())
      for (const other of STATES.slice(i + 1))
        expect(distanceUnder(vision, at[one]!, at[other]!), `${one} and ${other}`).toBeGreaterThanOrEqual(leastDistance);
  });

  it('words stand out from what they lie on by 4.5, strokes by 3', () => {
    for (const ground of GROUNDS) {
      for (const ink of ['t1', 't2', 'ok', 'warn', 'you-text', 'core', 'crit'])
        expect(contrast(at[ink]!, at[ground]!), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      for (const ink of ['you', 'unknown', 'bright', 't3'])
        expect(contrast(at[ink]!, at[ground]!), `${ink} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
    for (const fill of ['core', 'you', 'warn', 'crit'])
      expect(contrast(at['base']!, at[fill]!), `base on ${fill}`).toBeGreaterThanOrEqual(4.5);
    for (const ink of ['t1', 'you-text']) expect(contrast(at[ink]!, at['you-tint']!), `${ink} on you-tint`).toBeGreaterThanOrEqual(4.5);
  });
});

describe.each(['dark', 'light'] as const)('the %s map', (theme) => {
  const tint = tintOf(theme);
  const css = theme === 'dark' ? night : day;

  it('has the colours of the page around it', () => {
    for (const name of ['base', 'zone', 'hairline', 'line', 'bright', 'core', 't1', 't2', 't3', 'warn', 'crit', 'you', 'unknown'] as const)
      expect([name, tint(INK[name]).toLowerCase()]).toEqual([name, css[name]]);
  });

  it('its lines, rings and words stand out from its ground', () => {
    for (const ground of [INK.base, INK.zone]) {
      for (const ink of [INK.line, INK.core, INK.warn, INK.crit, INK.you, INK.unknown])
        expect(contrast(tint(ink), tint(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(3);
      for (const ink of [INK.t1, INK.t2, INK.t3])
        expect(contrast(tint(ink), tint(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('colours have one home', () => {
  const HOMES = new Set(['src/ui/common/tokens.css', 'src/scene/palette.ts']);
  const COLOUR = /#[0-9a-f]{3,4}\b(?!-)|#[0-9a-f]{6}(?:[0-9a-f]{2})?\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|\b0x[0-9a-f]{6}\b/i;
  const files = ['src/ui', 'src/scene'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(css|tsx?)$/.test(file))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
  );
  const strayIn = (text: string): string[] => text.split('\n').filter((line) => COLOUR.test(line));

  it('none is written outside of the tokens and the palette of the map', () => {
    expect(files.length).toBeGreaterThan(100);
    const found = files.filter((file) => !HOMES.has(file)).map((file) => [file, strayIn(readFileSync(join(ROOT, file), 'utf8'))] as const);
    expect(found.filter(([, lines]) => lines.length > 0)).toEqual([]);
  });

  it('one that is written elsewhere is found', () => {
    for (const planted of ['color: #0b1020;', 'fill="#fff"', 'background: rgb(1 2 3 / 4%);', 'const ink = 0xff5a45;'])
      expect(strayIn(planted)).toEqual([planted]);
    for (const fine of ["href: '#/replay/abc'", 'color: var(--t1);', 'p::before { content: "#"; }']) expect(strayIn(fine)).toEqual([]);
  });
});

describe('dots on the map', () => {
  const ON = { healthy: [INK.core, INK.line], warn: [INK.onWarn, INK.line], crit: [INK.onCrit, INK.crit] } as const;
  it.each(['dark', 'light'] as const)('can be told apart on the line that they run on by theme %s, as they bunch too', (theme) => {
    const tint = tintOf(theme);
    for (const [status, [dot, line]] of Object.entries(ON))
      expect(contrast(tint(dot), tint(line)), status).toBeGreaterThanOrEqual(status === 'crit' && theme === 'dark' ? 2.7 : 3);
  });
});
