import { phaseSteps } from '../../game/phases.ts';
import { topBarWords } from '../../game/words/top-bar.ts';
import { usePlay } from './play-ui.ts';

/** What the step that comes now asks for, in one line. It says nothing about how. */
export function NextStep() {
  const { state } = usePlay();
  const now = phaseSteps(state.observation, state.log).find((step) => step.state === 'now');
  if (now === undefined || state.mode !== 'live') return null;
  return (
    <p class="next-step small">
      <b>{topBarWords.phases.sentence(now.title)}</b> {now.says}
    </p>
  );
}
