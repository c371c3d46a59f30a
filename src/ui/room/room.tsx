import { useRef } from 'preact/hooks';
import { healthWords } from '../../game/map-words.ts';
import { roomView } from '../../game/room.ts';
import { roomWords } from '../../game/words/room.ts';
import { Button } from '../common/button.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { usePlay } from '../play/play-ui.ts';
import { RoomActions } from './room-actions.tsx';
import { RoomEvidence } from './room-evidence.tsx';
import { RoomFigures } from './room-figures.tsx';
import { Statechart } from './statechart.tsx';
import { useCover } from './use-cover.ts';

export interface RoomProps {
  readonly id: string;
  readonly sheet: boolean; // on a phone: over everything below the alert
}

/** A station from the inside: what it is, its figures, its machines, the evidence from it and what can be done to it. */
export function Room({ id, sheet }: RoomProps) {
  const { state, session, ui, minute } = usePlay();
  const title = useRef<HTMLHeadingElement>(null);
  useCover(id, title, sheet ? '.phone-view, .action-bar, .phone-tabs' : '.map-panel');
  const view = roomView(id, session.brief, session.run.rooms(), state.observation, state.menu);
  if (view === null) return null;
  const { station, charts } = view;
  const close = (): void => {
    ui.station.value = null;
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return (
    <section class={`room ${sheet ? 'sheet' : ''}`} data-region aria-labelledby="room-title" onKeyDown={keys}>
      <header>
        <StatusMark state={station.status} label="" />
        <h2 id="room-title" ref={title} tabIndex={-1}>
          {station.name}
        </h2>
        <p class="small">
          {healthWords(station)}
          {station.seenTick !== null && <span class="soft"> {roomWords.seen(minute(station.seenTick))}</span>}
        </p>
        <Button kind="quiet" icon="close" label={roomWords.close(station.name)} onPress={close} />
      </header>
      <div class="room-body scroll" tabIndex={0} role="group" aria-label={roomWords.inside(station.name)}>
        <p class="soft">{view.says}</p>
        <RoomFigures view={view} />
        {charts.length > 0 && (
          <section aria-label={roomWords.states.title}>
            <h3>{roomWords.states.title}</h3>
            {charts.map((chart) => (
              <Statechart key={chart.chart} chart={chart} minute={minute} />
            ))}
          </section>
        )}
        <RoomEvidence view={view} sheet={sheet} />
        <RoomActions view={view} />
      </div>
    </section>
  );
}
