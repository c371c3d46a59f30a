import { useId } from 'preact/hooks';
import type { Tick } from '../../domain/time.ts';
import { chartDrawing } from '../../game/chart-drawing.ts';
import { plainWords, wayWords } from '../../game/chart-size.ts';
import { leadsTo, type RoomChart } from '../../game/room.ts';
import { chartWords } from '../../game/words/charts.ts';
import { roomWords } from '../../game/words/room.ts';
import { textScale, useWidth } from '../common/element-width.ts';
import { Filled } from '../common/filled.tsx';
import { ChartSvg } from './chart-svg.tsx';

const words = roomWords.states;

interface Props {
  readonly chart: RoomChart;
  readonly minute: (tick: Tick) => string;
}

/** A machine as its definition has it, with the state that was seen last, the way it came, and all of it in words. */
export function Statechart({ chart, minute }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const heading = useId();
  const scale = textScale();
  const drawing = width.value === 0 ? null : chartDrawing(chart.outline, width.value, scale);
  return (
    <figure class="statechart" aria-labelledby={heading}>
      <figcaption>
        <h4 id={heading}>{chart.title}</h4>
        <LastSeen chart={chart} minute={minute} />
      </figcaption>
      <div ref={ref} class="scroll statechart-room" {...(drawing !== null && drawing.width > width.value ? { tabIndex: 0 } : {})}>
        {drawing !== null && <ChartSvg chart={chart} drawing={drawing} scale={scale} />}
      </div>
      {drawing?.numbered === true && (
        <ol class="event-numbers small soft" aria-label={words.numbers(chart.title)}>
          {drawing.events.map((event) => (
            <li key={event}>{event}</li>
          ))}
        </ol>
      )}
      <WayItCame chart={chart} minute={minute} />
      <details class="way-list">
        <summary>{words.summary(chart.outline.states.length, chart.outline.ways.length)}</summary>
        <ul>
          {chart.outline.ways.map((way) => (
            <li key={way.id}>
              <Filled
                words={words.way(way.from === null ? chartWords.anyState : plainWords(way.from), plainWords(way.to))}
                with={{ event: <b>{wayWords(way)}</b> }}
              />
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}

function LastSeen({ chart: { lit }, minute }: Props) {
  if (lit.length === 0) return <p class="small soft">{words.notSeen}</p>;
  return (
    <ul class="last-seen small">
      {lit.map(({ state, tick, of, origin }) => (
        <li key={of ?? ''}>
          {of === null ? words.lastSeen : of} <b>{plainWords(state)}</b> <span class="soft">{minute(tick)}</span>
          {origin !== null && <p class="soft">{origin}</p>}
        </li>
      ))}
    </ul>
  );
}

/** What was seen, in order. Where the definition has no way from one to the next, more happened than was seen. */
function WayItCame({ chart: { came, outline }, minute }: Props) {
  if (came.length < 2) return null;
  return (
    <div class="way-came small">
      <span class="soft">{words.soFar}</span>
      <ol>
        {came.map(({ state, tick }, i) => {
          const before = came[i - 1];
          const gap = before !== undefined && !leadsTo(outline, before.state, state);
          return (
            <li key={`${tick}`}>
              {gap && <span class="soft">{words.gap} </span>}
              {plainWords(state)} <span class="soft">{minute(tick)}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
