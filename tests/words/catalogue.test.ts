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
const NOT_WORDS: Readonly<Record<string, readonly string[]>> = {};

/** Areas whose words are still in the code. */
const PENDING: readonly RegExp[] = [
  /^ui\/(home|shell|common|guide|glossary|room)\//,
  /^ui\/(play|evidence)\//,
  /^ui\/(debrief|replay|story)\//,
  /^game\//,
  /^scene\//,
  /^platform\//,
];

const checked = ['ui', 'game', 'scene', 'platform']
  .flatMap(modules)
  .filter((path) => !path.startsWith('game/words/') && !PENDING.some((area) => area.test(path)));

describe('the catalogue of words', () => {
  it('holds every text that people read on a screen: none stands in the code of a screen', () => {
    const spoken = checked.flatMap((path) =>
      spokenIn(readFileSync(`${root}${path}`, 'utf8'), path)
        .filter(({ text }) => !(NOT_WORDS[path] ?? []).includes(text))
        .map(({ line, text }) => `src/${path}:${line} ${text}`),
    );
    expect(spoken).toEqual([]);
  });

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
    ['keys', "if (key === 'Escape') close();"],
    ['what only developers meet', "throw new Error('expected a run, got none');"],
    ['the id and the group of a command', "const go = command('home/start', 'Go', words.start);"],
    ['modules', "import { a } from './two words.ts';"],
  ])('leaves alone what is for the machine: %s', (_, code) => {
    expect(spokenIn(code, 'planted.tsx')).toEqual([]);
  });
});
