import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

const root = fileURLToPath(new URL('../../src/', import.meta.url));
const modules = (folder: string): string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`.replaceAll('\\', '/'));

/** Texts that look like words and are none: what they are, by module. */
const NOT_WORDS: Readonly<Record<string, readonly string[]>> = {
  'game/commands/command.ts': ['Look', 'Mitigate', 'Fix', 'Tell', 'Prove', 'Board', 'Time', 'Show', 'Go', 'Settings'], // ids of groups
  'game/debrief-state.ts': ['in control'], // a feeling as it is kept
  'game/inspect-facts.ts': ['field type', 'missing share'], // what is measured, as keys of readings say it
  'game/map-scale.ts': ['Arriving'], // how the title of a metric begins
  'scene/display-list.ts': ['dashed ring'], // the id of a shape
  'scene/mount.ts': ['given up'], // a state of the map, which the panel puts into words
  'ui/shell/shortcuts.ts': ['input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select'],
  'scene/words.ts': [
    "'Atkinson Hyperlegible', Verdana, sans-serif",
    "Overpass, 'Trebuchet MS', sans-serif",
    "'B612 Mono', 'DejaVu Sans Mono', monospace",
  ],
};

const checked = ['main.tsx', ...['ui', 'game', 'scene', 'platform'].flatMap(modules)].filter((path) => !path.startsWith('game/words/'));

describe('the catalogue of words', () => {
  it('holds every text that people read on a screen: none stands in the code of a screen', () => {
    const spoken = checked.flatMap((path) =>
      spokenIn(readFileSync(`${root}${path}`, 'utf8'), path)
        .filter(({ text }) => !(NOT_WORDS[path] ?? []).includes(text))
        .map(({ line, text }) => `src/${path}:${line} ${text}`),
    );
    expect(spoken).toEqual([]);
  }, 120_000);

  it.each([
    ['text between tags', '<p>Time goes on</p>'],
    ['one word', '<button>Pause</button>'],
    ['a label', '<button aria-label="Close the room" />'],
    ['a sentence put together', 'const says = `There are ${n} runs`;'],
    ['the words of a command', "const go = command('home/start', 'Go', 'Start your shift');"],
    ['a choice', "const title = late ? 'Too late' : 'In time';"],
  ])('would be missed if it stood in the code: %s', (_, code) => {
    expect(spokenIn(code, 'planted.tsx')).toHaveLength(code.includes('?') ? 2 : 1);
  });

  it.each([
    ['classes', '<p class="button primary" />'],
    ['what is asked of the device', "const day = matchMedia('(prefers-color-scheme: light)');"],
    ['keys', "if (key === 'Escape') close();"],
    ['what is compared', "if (what === 'given up') stop();"],
    ['what only developers meet', "throw new Error('expected a run, got none');"],
    ['the id and the group of a command', "const go = command('home/start', 'Go', words.start);"],
    ['modules', "import { a } from './two words.ts';"],
  ])('leaves alone what is for the machine: %s', (_, code) => {
    expect(spokenIn(code, 'planted.tsx')).toEqual([]);
  });
});
