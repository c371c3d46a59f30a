import { useEffect, useRef, useState } from 'preact/hooks';
import { takeBackOf } from '../../game/take-back.ts';
import { actionsWords } from '../../game/words/actions.ts';
import { Button } from '../common/button.tsx';
import { announce } from '../common/live.tsx';
import { boundKey } from '../shell/command-center.ts';
import { takeBack } from './play-deeds.ts';
import { usePlay } from './play-ui.ts';

const words = actionsWords.undo;
const SHOWN_MS = 5000;

/** After a change, for five seconds of the player's time: what was done, and the way back; after that was gone, that it was taken back. It stays while it is pointed at or focused. */
export function UndoLine() {
  const play = usePlay();
  const { state, minute } = play;
  const back = takeBackOf(state.log, state.observation, state.menu);
  const made = state.log.length;
  const seen = useRef(made);
  const key = boundKey('prove/take-back') ?? 'Ctrl+Z';
  const [shown, setShown] = useState<number | null>(null); // length of the log when the change was made
  const [kept, setKept] = useState(false);
  const last = useRef(back.label); // of the latest change, while it stands
  const [gone, setGone] = useState<string | null>(null); // what was just taken back
  useEffect(() => {
    const isNew = made > seen.current;
    seen.current = made;
    if (!isNew) return;
    if (state.log.at(-1)?.action.type === 'take-back') {
      setGone(last.current);
      announce(words.done(last.current));
    } else if (state.log.at(-1)?.action === back.change) setGone(null);
    if (back.refusal === null && state.log.at(-1)?.action === back.change) {
      setShown(made);
      announce(words.asked(back.label, key));
    } else if (back.change === null) setShown(null);
  }, [made]);
  useEffect(() => {
    if (back.label !== '') last.current = back.label;
  }, [back.label]);
  useEffect(() => {
    if (gone === null) return undefined;
    const timer = setTimeout(() => setGone(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [gone, made]);
  useEffect(() => {
    if (shown === null || kept) return undefined;
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, kept]);
  if (gone !== null)
    return (
      <aside class="passing" aria-label={words.title}>
        <p>
          <b>{words.done(gone)}</b> <span class="small soft">{words.doneSays}</span>
        </p>
      </aside>
    );
  if (shown === null || back.refusal !== null) return null;
  const pending = state.observation.pending.some((change) => change.canTakeBack);
  if (pending) return null; // it stands under the map with its own way back
  return (
    <aside
      class="passing"
      aria-label={words.title}
      onMouseEnter={() => setKept(true)}
      onMouseLeave={() => setKept(false)}
      onFocusCapture={() => setKept(true)}
      onBlurCapture={() => setKept(false)}
    >
      <p>
        <b>{back.label}</b> <span class="small soft">{back.untilTick === null ? words.always : words.until(minute(back.untilTick))}</span>
      </p>
      <Button small icon="undo" keys={key} onPress={() => takeBack(play, back.change?.type)}>
        {words.undo}
      </Button>
    </aside>
  );
}
