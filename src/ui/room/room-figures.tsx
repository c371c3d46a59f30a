import { formatValue } from '../../domain/metric.ts';
import { stationWords } from '../../domain/words/stations.ts';
import { chartMarks } from '../../game/evidence-view.ts';
import { handTicks } from '../../game/debrief-clock.ts';
import type { RoomFigure, RoomView } from '../../game/room.ts';
import { roomWords } from '../../game/words/room.ts';
import { Chart } from '../common/chart.tsx';
import { Mono } from '../common/mono.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { WindowTools } from '../common/time-window.tsx';
import { dataOf } from '../evidence/series-data.ts';
import { chartWindow } from '../play/chart-window.ts';
import { usePlay } from '../play/play-ui.ts';

const words = roomWords.figures;

/** The figures of a station: as charts where their dashboard is open, beside their normal and when they were seen. */
export function RoomFigures({ view: { station, figures } }: { readonly view: RoomView }) {
  const { state, session, ui, minute } = usePlay();
  const { startClock, tickSeconds } = session.brief;
  if (figures.length === 0)
    return (
      <section aria-label={words.title}>
        <h3>{words.title}</h3>
        <p class="small soft">{station.caption === stationWords.noInstruments ? words.noInstruments : words.noneSeen}</p>
      </section>
    );
  return (
    <section aria-label={words.title}>
      <h3>
        {words.title} {station.seenTick !== null && <span class="small soft">{words.live(minute(station.seenTick))}</span>}
      </h3>
      {figures.some(({ series }) => series !== null) && (
        <WindowTools
          range={chartWindow(tickSeconds, state.observation.tick)}
          step={handTicks(session.brief)}
          clock={{ startClock, tickSeconds }}
          zoom={ui.zoom}
          crosshair={ui.crosshair}
        />
      )}
      <div class="room-charts">
        {figures.map((figure) => (
          <Figure key={figure.reading.key} figure={figure} />
        ))}
      </div>
    </section>
  );
}

function Figure({ figure: { reading, series, offNormal } }: { readonly figure: RoomFigure }) {
  const { state, session, ui } = usePlay();
  const { brief } = session;
  const data = series === null ? null : dataOf({ title: reading.label, series: [series] });
  if (data === null)
    return (
      <p class="small">
        {offNormal && <StatusMark state="warn" label={words.offNormal} />} {reading.label}{' '}
        <Mono bold>{formatValue(reading.value, reading.unit)}</Mono>
        {reading.normal !== undefined && <span class="soft"> {words.normal(formatValue(reading.normal, reading.unit))}</span>}
      </p>
    );
  return (
    <Chart
      data={data}
      clock={{ startClock: brief.startClock, tickSeconds: brief.tickSeconds }}
      range={chartWindow(brief.tickSeconds, state.observation.tick)}
      marks={chartMarks(state.observation)}
      group="play"
      crosshair={ui.crosshair}
      zoom={ui.zoom}
      asTable={ui.asTables.value}
      height={84}
    />
  );
}
