import './cadence-meter.css';
import { duration } from '../../domain/time.ts';
import { cadenceOf } from '../../game/cadence.ts';
import { cadenceWords as words } from '../../game/words/cadence.ts';
import { usePlay } from './play-ui.ts';

const ROOM = 4 / 3; // of the bar, so that what is overdue has a place behind the last stroke

/** Whether it is time for an update: in words, and as a bar with a stroke at either end of the time that is best. @param asked a question waits */
export function CadenceMeter({ asked }: { readonly asked: boolean }) {
  const { state, session, minute } = usePlay();
  const cadence = cadenceOf(state.observation, state.log, session.brief.tickSeconds);
  if (cadence === null) return null;
  const { lastTick, sinceSeconds, fromSeconds, untilSeconds } = cadence;
  const most = untilSeconds * ROOM;
  const share = (seconds: number): string => `${Math.min(100, (seconds / most) * 100).toFixed(1)}%`;
  const since = duration(sinceSeconds);
  const until = duration(untilSeconds);
  const late = cadence.state === 'overdue';
  return (
    <div class={`cadence small is-${cadence.state}`}>
      <p>
        <b>{words.stands(words.states[cadence.state])}</b>{' '}
        {lastTick === null
          ? words.first({ within: until, left: late ? null : duration(untilSeconds - sinceSeconds), since })
          : words[cadence.leftOut.length > 0 ? 'afterThin' : 'next'](
              { clock: minute(lastTick), since, from: duration(fromSeconds), until },
              cadence.leftOut,
            )}
        {cadence.falling && ` ${words.falling}`}
      </p>
      <div
        class="cadence-bar"
        role="meter"
        aria-label={words.title}
        aria-valuemin={0}
        aria-valuemax={Math.round(most)}
        aria-valuenow={Math.round(Math.min(most, sinceSeconds))}
        aria-valuetext={words.value(words.states[cadence.state], since)}
      >
        <span style={{ width: share(sinceSeconds) }} />
        <i aria-hidden="true" style={{ left: share(fromSeconds), right: `calc(100% - ${share(untilSeconds)})` }} />
      </div>
      <p
        class="cadence-scale"
        aria-hidden="true"
        style={{
          gridTemplateColumns: `minmax(min-content, ${share(fromSeconds)}) minmax(min-content, ${share(untilSeconds - fromSeconds)}) 1fr`,
        }}
      >
        <span>{fromSeconds > 0 && duration(fromSeconds)}</span>
        <b>{words.good}</b>
        <span>{until}</span>
      </p>
      {asked && cadence.state === 'soon' && <p>{words.answerNow}</p>}
    </div>
  );
}
