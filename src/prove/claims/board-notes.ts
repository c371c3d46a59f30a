import { signaturesOf } from '../../judge/loss/open-variants.ts';
import { answerFor, optionFor } from '../../policy/signatures/board.ts';
import type { Column, Signature } from '../../policy/signatures/signature.ts';
import { SIGNATURES, type SignatureId } from '../../policy/signatures/table.ts';
import type { Option } from '../../scenario/brief.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { openTruth, type Variant } from '../../scenario/truth.ts';

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
  const { says }: Signature = SIGNATURES[id];
  const columns: readonly Column[] = ['changed', 'enters', 'missed', 'hypothesis'];
  const wrong = columns.flatMap((column): string[] => {
    const options = optionsOf(scenario, column);
    const said = optionFor(options, says[column]);
    const right = variant.cause[column];
    return said === right
      ? []
      : [
          `${variant.id}: read as "${id}", ${column} is answered with ${textOf(options, said)}, not with ${textOf(options, right)}; its id would have one of: ${says[column].join(', ')}`,
        ];
  });
  const answer = answerFor(scenario.brief, id);
  return answer === null ? [...wrong, `${variant.id}: without an answer in each column "${id}" is never suspected`] : wrong;
}

/**
 * Where the investigator cannot say a variant's cause on this board, whatever it sees: its table has no row for the faults, or the
 * ids of the options have none of the row's parts, or another option has more of them.
 */
export function boardNotes(scenario: Scenario): readonly string[] {
  const signatures = signaturesOf(scenario);
  return openTruth(scenario.sealed).variants.flatMap((variant) => notesOn(scenario, variant, signatures.get(variant.id) ?? null));
}
