import { signaturesOf } from '../../judge/loss/open-variants.ts';
import { answerFor, optionFor } from '../../policy/signatures/board.ts';
import type { Signature } from '../../policy/signatures/signature.ts';
import { SIGNATURES, type SignatureId } from '../../policy/signatures/table.ts';
import type { Option } from '../../scenario/brief.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { openTruth, type Variant } from '../../scenario/truth.ts';

type Column = keyof Signature['words'];

/** The words of a column's expression, as an author may use them. */
const wordsOf = (expression: RegExp): string => expression.source.replace(/^\\b\(|\)$/g, '').split('|').join(', '); // prettier-ignore

const textOf = (options: readonly Option[], id: string | null): string =>
  id === null ? 'nothing' : `"${options.find((option) => option.id === id)?.text ?? id}"`;

function optionsOf({ brief }: Scenario, column: Column): readonly Option[] {
  return column === 'hypothesis' ? brief.causes : brief.board[column];
}

function notesOn(scenario: Scenario, variant: Variant, id: SignatureId | null): string[] {
  if (id === null)
    return [
      `${variant.id}: no row of the investigator's table speaks of its faults; where one fits all the same, name it as its signature`,
    ];
  const { words }: Signature = SIGNATURES[id];
  const columns: readonly Column[] = ['changed', 'enters', 'missed', 'hypothesis'];
  const wrong = columns.flatMap((column): string[] => {
    const options = optionsOf(scenario, column);
    const said = optionFor(options, words[column]);
    const right = variant.cause[column];
    return said === right
      ? []
      : [
          `${variant.id}: read as "${id}", ${column} is answered with ${textOf(options, said)}, not with ${textOf(options, right)}; the words looked for are ${wordsOf(words[column])}`,
        ];
  });
  const answer = answerFor(scenario.brief, id);
  return answer === null ? [...wrong, `${variant.id}: without an answer in each column "${id}" is never suspected`] : wrong;
}

/**
 * Where the investigator cannot say a variant's cause on this board, whatever it sees: its table has no row for the faults, or the
 * texts of the options have none of the row's words, or another option has more of them.
 */
export function boardNotes(scenario: Scenario): readonly string[] {
  const signatures = signaturesOf(scenario);
  return openTruth(scenario.sealed).variants.flatMap((variant) => notesOn(scenario, variant, signatures.get(variant.id) ?? null));
}
