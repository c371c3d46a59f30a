import { measuredText } from '../../game/measured-text.ts';
import { StatusMark } from '../common/status-mark.tsx';
import { usePlay } from './play-ui.ts';

/** That a measured impact stands where a guess stood, under the map until the next thing is done. */
export function MeasuredLine() {
  const { state } = usePlay();
  return (
    <p class="verified-line">
      <StatusMark state="verified" label="" />
      <span>{measuredText(state.observation.impact)}</span>
    </p>
  );
}
