import type { Command } from './command.ts';
import { paletteWords } from '../words/palette.ts';

/** Text without accents, capitals and what is neither letter nor digit. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const squeezed = (text: string): string => text.replaceAll(' ', '');

interface Text {
  readonly words: string;
  readonly all: string;
}

const textOf = (command: Command): Text => {
  const words = folded(command.words);
  return { words, all: `${words} ${folded(command.also)} ${folded(paletteWords.groups[command.group])}` };
};

const WHOLE = 7; // more than the start of a word that the command begins with: "hint" is "A hint" before it is "Hints off"

/** How well one typed word fits: a whole word that is shown best, then the start of one; a part of what is not shown least; 0 where it does not. */
function fit(text: Text, term: string): number {
  if (` ${text.words} `.includes(` ${term} `)) return WHOLE;
  if (` ${text.words}`.includes(` ${term}`)) return 4;
  if (text.words.includes(term)) return 3;
  if (` ${text.all}`.includes(` ${term}`)) return 2;
  return squeezed(text.all).includes(term) ? 1 : 0; // "rollback" for "roll back"
}

/**
 * The commands that have every typed word, in any order; best first, those of a kind in their own order. What is refused now stays,
 * since its reason is worth reading, but after what can be done as well.
 * @param typed as it stands in the field; nothing typed finds everything, in its own order
 */
export function findCommands<C extends Command>(commands: readonly C[], typed: string): readonly C[] {
  const terms = folded(typed)
    .split(' ')
    .filter((term) => term !== '');
  if (terms.length === 0) return commands;
  const whole = folded(typed);
  return commands
    .map((command) => {
      const text = textOf(command);
      const fits = terms.map((term) => fit(text, term));
      const sum = fits.reduce((total, each) => total + each, text.words.startsWith(whole) ? 2 : 0);
      return { command, score: fits.includes(0) ? 0 : sum - (command.refusal === null ? 0 : 0.5) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}
