import type { KeptRun } from '../../game/saves.ts';
import { runsWords } from '../../game/words/runs.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';

const words = runsWords.forget;

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
    <Dialog title={all ? words.titleAll : words.titleOne} onClose={onClose}>
      <p>{all ? words.all(count) : words.one(what.title, what.day, what.seed)}</p>
      <footer>
        <button type="button" class="button" data-autofocus onClick={onClose}>
          {words.cancel}
        </button>
        <Button kind="primary" onPress={onForget}>
          {all ? words.doAll : words.doOne}
        </Button>
      </footer>
    </Dialog>
  );
}
