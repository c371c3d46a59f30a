import { leftAloneOf } from '../../game/left-alone.ts';
import { closingWords } from '../../game/words/closing.ts';
import { StatusMark } from '../common/status-mark.tsx';
import { usePlay } from './play-ui.ts';

/** The decision to leave the system alone, over the map until the next thing is done. */
export function LeftAloneLine() {
  const { state, minute } = usePlay();
  const left = leftAloneOf(state.log);
  if (left === null) return null;
  return (
    <p class="verified-line">
      <StatusMark state="you" label="" />
      <span>
        {minute(left.tick)} {closingWords.leave.noted(left.findings)}
      </span>
    </p>
  );
}
