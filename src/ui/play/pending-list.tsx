import type { PendingChange } from '../../domain/observation.ts';
import { duration } from '../../domain/time.ts';
import { actionsWords } from '../../game/words/actions.ts';
import { Button } from '../common/button.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { boundKey } from '../shell/command-center.ts';
import { takeBack } from './play-deeds.ts';
import { usePlay } from './play-ui.ts';

interface Props {
  readonly change: PendingChange | null; // shown at once
  readonly others: readonly PendingChange[]; // behind a button
}

/** Changes under way: what, when it begins to show, and the way back while there is one. */
export function PendingList({ change, others }: Props) {
  return (
    <ul class="pending-list" aria-label={actionsWords.pending.title}>
      {change !== null && <PendingItem change={change} />}
      {others.length > 0 && (
        <li class="pending-others">
          <details>
            <summary>{change === null ? actionsWords.pending.count(others.length) : actionsWords.pending.more(others.length)}</summary>
            <ul>
              {others.map((each) => (
                <PendingItem key={`${each.startedTick}-${each.action.type}`} change={each} />
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  );
}

function PendingItem({ change }: { readonly change: PendingChange }) {
  const play = usePlay();
  const { state, session, clock } = play;
  const { pending, tick } = state.observation;
  const left = (change.effectTick - tick) * session.brief.tickSeconds;
  return (
    <li class="pending">
      <StatusMark state="you" label="" />
      <p>
        <b>{change.label}</b>{' '}
        {left > 0 ? (
          <span class="soft">
            <span class="shows-at">{actionsWords.pending.showsAt(clock(change.effectTick))} </span>
            {actionsWords.pending.showsIn(duration(left))}
          </span>
        ) : (
          <span class="soft">{actionsWords.pending.takingEffect}</span>
        )}
      </p>
      {change === pending.findLast(({ canTakeBack }) => canTakeBack) && (
        <Button small keys={boundKey('prove/take-back')} onPress={() => takeBack(play, change.action.type)}>
          {actionsWords.takeBack}
        </Button>
      )}
    </li>
  );
}
