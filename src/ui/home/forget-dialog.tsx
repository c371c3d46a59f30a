import type { KeptRun } from '../../game/saves.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';

interface Props {
  readonly what: KeptRun | 'all';
  readonly count: number; // of all runs
  readonly onForget: () => void;
  readonly onClose: () => void;
}

/** Asks before anything is deleted. Cancel has the focus. */
export function ForgetDialog({ what, count, onForget, onClose }: Props) {
  const all = what === 'all';
  return (
    <Dialog title={all ? 'Delete all runs?' : 'Delete this run?'} onClose={onClose}>
      <p>
        {all
          ? `${count === 1 ? 'The run' : `All ${count} runs`} kept in this browser and the best scores go, for good. Settings and a shift that is under way stay.`
          : `${what.title}, ${what.day}, seed ${what.seed}, goes with its notes, for good. A link to it that you copied still opens.`}
      </p>
      <footer>
        <button type="button" class="button" data-autofocus onClick={onClose}>
          Cancel
        </button>
        <Button kind="primary" onPress={onForget}>
          {all ? 'Delete all' : 'Delete'}
        </Button>
      </footer>
    </Dialog>
  );
}
