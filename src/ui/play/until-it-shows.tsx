import { topBarWords } from '../../game/words/top-bar.ts';
import { Button } from '../common/button.tsx';
import { usePlay } from './play-ui.ts';

/** In no-clock mode, while a change is awaited: lets time pass until it can be seen. */
export function UntilItShows() {
  const { session, state } = usePlay();
  const { pending, tick } = state.observation;
  const awaited = pending.map((change) => change.effectTick).filter((effect) => effect > tick);
  if (!state.untimed || awaited.length === 0) return null;
  return (
    <Button
      small
      class="until-it-shows"
      refusal={state.jumpingTo === null ? null : topBarWords.time.passing}
      onPress={() => session.waitUntil(Math.min(...awaited) + Math.ceil(60 / session.brief.tickSeconds))}
    >
      {topBarWords.time.untilShows}
    </Button>
  );
}
