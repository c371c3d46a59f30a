import { useEffect, useState } from 'preact/hooks';
import { actionsWords } from '../../game/words/actions.ts';
import { usePlay } from './play-ui.ts';

const SHOWN_MS = 8000; // of one sentence, read twice

/** Why what was just asked for was refused, until it was read; it stays while it is pointed at or focused. In a dialog that says it. */
export function RefusedLine() {
  const { ui } = usePlay();
  const words = ui.refused.value;
  const [kept, setKept] = useState(false);
  const shown = words !== null && ui.dialog.value === null;
  useEffect(() => {
    if (!shown || kept) return undefined;
    const timer = setTimeout(() => (ui.refused.value = null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [words, shown, kept]);
  useEffect(() => {
    if (!shown) setKept(false);
  }, [shown]);
  if (!shown) return null;
  return (
    <div
      class="passing refused"
      onMouseEnter={() => setKept(true)}
      onMouseLeave={() => setKept(false)}
      onFocusCapture={() => setKept(true)}
      onBlurCapture={() => setKept(false)}
    >
      <p role="status">{words}</p>
      <button type="button" class="text-button" onClick={() => (ui.refused.value = null)}>
        {actionsWords.dismiss}
      </button>
    </div>
  );
}
