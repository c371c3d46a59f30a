import { nextAwaited } from '../../game/awaited.ts';
import { topBarWords } from '../../game/words/top-bar.ts';
import { Button } from '../common/button.tsx';
import { usePlay } from './play-ui.ts';

/** In no-clock mode, while a change or a colleague is awaited: lets time pass until it can be seen. */
export function UntilItShows() {
  const { session, state } = usePlay();
  const awaited = nextAwaited(state.observation, session.brief.tickSeconds);
  if (!state.untimed || awaited === null) return null;
  return (
    <Button
      small
      class="until-it-shows"
      refusal={state.jumpingTo === null ? null : topBarWords.time.passing}
      onPress={() => session.waitUntil(awaited)}
    >
      {topBarWords.time.untilShows}
    </Button>
  );
}
