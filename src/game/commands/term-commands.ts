import { GLOSSARY, type Term } from '../glossary.ts';
import { paletteWords } from '../words/palette.ts';
import { command, type Command } from './command.ts';

export interface TermCommand extends Command {
  readonly term: Term;
}

const firstSentence = (text: string): string => /^.+?[.;](?=\s|$)/.exec(text)?.[0] ?? text;

/** A question for every term of the glossary: "What is PSI?". */
export const termCommands = (): readonly TermCommand[] =>
  GLOSSARY.map((term) => ({
    ...command(`term/${term.id}`, 'Terms', paletteWords.term.words(term.name), {
      also: paletteWords.term.also(term.forms.join(' ')),
      cost: firstSentence(term.says),
    }),
    term,
  }));
