import { duration } from '../../domain/time.ts';
import { actionsWords } from '../../game/words/actions.ts';
import { Button } from '../common/button.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { boundKey } from '../shell/command-center.ts';
import { takeBack } from './play-deeds.ts';
import { usePlay } from './play-ui.ts';

/** Changes under way: what, when it begins to show, and the way back while there is one. */
export function PendingList() {
  const play = usePlay();
  const { state, session, clock } = play;
  const { pending, tick } = state.observation;
  const last = pending.findLast((change) => change.canTakeBack);
  return (
    <ul class="pending-list" aria-label={actionsWords.pending.title}>
      {pending.map((change) => {
        const left = (change.effectTick - tick) * session.brief.tickSeconds;
        return (
          <li key={`${change.startedTick}-${change.action.type}`}>
            <StatusMark state="you" label="" />
            <span>
              <b>{change.label}</b>{' '}
              <span class="small soft">
                {left > 0 ? actionsWords.pending.showsAt(clock(change.effectTick), duration(left)) : actionsWords.pending.takingEffect}
              </span>
            </span>
            {change === last && (
              <Button small keys={boundKey('prove/take-back')} onPress={() => takeBack(play, change.action.type)}>
                {actionsWords.takeBack}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
