import type { PendingChange } from '../../domain/observation.ts';
import { duration } from '../../domain/time.ts';
import { actionsWords } from '../../game/words/actions.ts';
import { Button } from '../common/button.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { spanWords } from './preview-facts.tsx';
import { boundKey } from '../shell/command-center.ts';
import { takeBack } from './play-deeds.ts';
import { usePlay } from './play-ui.ts';

const words = actionsWords.pending;

interface Props {
  readonly change: PendingChange | null; // shown at once
  readonly others: readonly PendingChange[]; // behind a button
}

/** Changes under way: what, when it begins to show, and the way back while there is one. */
export function PendingList({ change, others }: Props) {
  return (
    <ul class="pending-list" aria-label={words.title}>
      {change !== null && <PendingItem change={change} />}
      {others.length > 0 && (
        <li class="pending-others">
          <details>
            <summary>{change === null ? words.count(others.length) : words.more(others.length)}</summary>
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
  const settles = change.settlesSeconds;
  const left = (change.effectTick - tick) * session.brief.tickSeconds;
  return (
    <li class="pending">
      <StatusMark state="you" label="" />
      <p>
        <b>{change.label}</b>{' '}
        {left > 0 ? (
          <span class="soft">
            <span class="shows-at">{(settles === undefined ? words.showsAt : words.carriedOutAt)(clock(change.effectTick))} </span>
            {settles === undefined ? words.showsIn(duration(left)) : words.settles(duration(left), spanWords(settles))}
          </span>
        ) : (
          <span class="soft">{words.takingEffect}</span>
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
