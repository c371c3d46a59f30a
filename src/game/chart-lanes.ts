import type { ChartOutline, OutlineWay } from '../domain/chart-view.ts';
import type { Box, ChartDrawing, DrawnState, DrawnWay, Entry } from './chart-places.ts';
import { eventList, labelSize, numberSize, stateSize, wayWords } from './chart-size.ts';
import { chartWords } from './words/charts.ts';

const EDGE = 8; // px around the drawing
const START = 12; // px across
const BETWEEN = 14; // px between states, and between them and the first lane
const APART = 4; // px between lanes, and between rows

interface Row {
  readonly way: OutlineWay;
  readonly y: number;
}

/**
 * A chart of many transitions for a narrow room: its states below one another, and right of them one lane for each state that is led to.
 * A transition runs from its own row into the lane, and with all others of that lane to the state. Null for charts with groups.
 */
export function laneDrawing(outline: ChartOutline, scale: number): ChartDrawing | null {
  const { ways } = outline;
  const states = outline.states.toSorted((a, b) => Number(b.initial) - Number(a.initial));
  if (states.length === 0 || states.some(({ parent }) => parent !== null)) return null;
  const events = eventList(outline);
  const number = numberSize(scale);
  const rowHeight = number.height + APART;
  const laneWidth = number.width + APART;
  const sizes = new Map(states.map((state) => [state.id, stateSize(state, scale, true)]));
  const any = labelSize(chartWords.anyState, scale);
  const fromAny = ways.some(({ from }) => from === null);
  const width = Math.max(...[...sizes.values()].map((size) => size.width), fromAny ? any.width + 16 : 0);
  const right = EDGE + width;
  const targets = states.filter(({ id }) => ways.some(({ to }) => to === id)).map(({ id }) => id);
  const laneAt = (to: string): number => right + BETWEEN + targets.indexOf(to) * laneWidth + number.width / 2;

  let y = EDGE + START + BETWEEN;
  const rows: Row[] = [];
  const entered = new Map<string, number>(); // the row in which each state is entered
  const put = (id: string | null, least: number): Box => {
    const leaving = ways.filter(({ from }) => from === id);
    const enters = id !== null && targets.includes(id) ? 1 : 0;
    const height = Math.max(least, (leaving.length + enters) * rowHeight);
    const box = { x: EDGE, y, width, height };
    const first = y + (height - (leaving.length + enters) * rowHeight) / 2 + rowHeight / 2;
    if (id !== null && enters === 1) entered.set(id, first);
    leaving.forEach((way, i) => rows.push({ way, y: first + (enters + i) * rowHeight }));
    y += height + BETWEEN;
    return box;
  };
  const entries: Entry[] = fromAny ? [{ kind: 'any', ...put(null, any.height + 8), points: [] }] : [];
  const boxes = states.map((state): DrawnState => ({ state, ...put(state.id, sizes.get(state.id)!.height) }));
  const start = boxes[0]!;
  const middle = start.x + width / 2;
  const disc = { x: middle - START / 2, y: start.y - BETWEEN - START, width: START, height: START };
  entries.push({
    kind: 'start',
    ...disc,
    points: [
      [middle, disc.y + START],
      [middle, start.y],
    ],
  });
  const order = new Map(ways.map(({ id }, i) => [id, i]));
  const drawn = rows.map(({ way, y: at }): DrawnWay => {
    const lane = laneAt(way.to);
    const into = entered.get(way.to)!;
    return {
      way,
      points: [
        [right, at],
        [lane, at],
        [lane, into],
        [right, into],
      ],
      label: { x: lane - number.width / 2, y: at - number.height / 2, ...number, text: `${events.indexOf(wayWords(way)) + 1}` },
    };
  });
  return {
    width: Math.ceil(right + BETWEEN + targets.length * laneWidth + EDGE),
    height: Math.ceil(y - BETWEEN + EDGE),
    states: boxes,
    ways: drawn.sort((a, b) => order.get(a.way.id)! - order.get(b.way.id)!),
    entries,
    events,
    numbered: true,
  };
}
