import { bodyWords } from '../../game/words/evidence-body.ts';
import { Button } from '../common/button.tsx';

interface Props {
  readonly on: boolean;
  readonly of: string; // what is shown as a table
  readonly onToggle: () => void;
}

/** The way from a drawing to the same figures as a table, and back. */
export function TableSwitch({ on, of, onToggle }: Props) {
  return (
    <Button kind="quiet" small icon="table" pressed={on} label={bodyWords.asTable(of)} class="table-switch" onPress={onToggle}>
      {bodyWords.table}
    </Button>
  );
}
