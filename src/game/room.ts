import type { ChartOutline, SeenState, StationRoom } from '../domain/chart-view.ts';
import type { Evidence, Reading, SeriesView } from '../domain/evidence.ts';
import type { LookOffer, Menu, Observation, StationView } from '../domain/observation.ts';
import { sameLook } from '../domain/same-look.ts';
import type { Tick } from '../domain/time.ts';
import type { Brief } from '../scenario/brief.ts';
import { actionChoices, type ActionChoice } from './action-groups.ts';
import { alertOrigin } from './alert-origin.ts';
import { plainWords } from './chart-size.ts';
import { mapMarks } from './map-marks.ts';
import type { KnownStation } from './sight.ts';
import { isSourceIn, withTold } from './told.ts';
import { roomWords } from './words/room.ts';

/** A figure of a station, and its series where the dashboard that shows it is open. */
export interface RoomFigure {
  readonly reading: Reading;
  readonly offNormal: boolean;
  readonly series: SeriesView | null;
}

/** Where a machine was seen last; an alert's says which alert it is. */
export interface LitState {
  readonly state: string;
  readonly tick: Tick;
  readonly of: string | null;
  readonly origin: string | null; // who set the threshold of the alert
}

export interface RoomChart {
  readonly chart: string;
  readonly title: string;
  readonly outline: ChartOutline;
  readonly lit: readonly LitState[]; // none before the first look
  readonly came: readonly SeenState[];
}

/** What stands in the room of a station: all of it from looks that were made, or from the menu. */
export interface RoomView {
  readonly station: KnownStation;
  readonly says: string;
  readonly figures: readonly RoomFigure[];
  readonly charts: readonly RoomChart[];
  readonly opened: readonly Evidence[]; // newest first
  readonly unopened: readonly LookOffer[];
  readonly mitigate: readonly ActionChoice[];
  readonly fix: readonly ActionChoice[];
}

/** "breaker merchant-risk" → "Breaker merchant risk". */
const titleOf = (chart: string): string => plainWords(chart).replace(/^./, (letter) => letter.toUpperCase());

function figureOf(reading: Reading, observation: Observation): RoomFigure {
  const panels = observation.dashboards.flatMap((dashboard) => dashboard.panels);
  const series = panels.flatMap((panel) => panel.series).find(({ metric }) => metric.key === reading.key) ?? null;
  const normal = series?.metric.normal;
  return { reading, series, offNormal: normal !== undefined && (reading.value < normal.low || reading.value > normal.high) };
}

function chartOf(
  { chart, outline }: StationRoom['charts'][number],
  station: StationView,
  observation: Observation,
  tickSeconds: number,
): RoomChart {
  const base = { chart, title: titleOf(chart), outline };
  if (chart === 'alert') {
    const lit = observation.alerts.map((alert) => ({
      state: alert.state,
      tick: observation.tick,
      of: alert.text,
      origin: alertOrigin(alert, observation.tick, tickSeconds),
    }));
    return { ...base, title: roomWords.eachAlert, lit, came: [] };
  }
  const seen = station.charts.find((each) => each.chart === chart);
  if (seen === undefined) return { ...base, lit: [], came: [] };
  return { ...base, lit: [{ state: seen.state, tick: seen.seenTick, of: null, origin: null }], came: seen.came };
}

/** The room of a station, as far as it is known; null where the system has no such station. */
export function roomView(
  id: string,
  { system, tickSeconds }: Pick<Brief, 'system' | 'tickSeconds'>,
  rooms: readonly StationRoom[],
  observation: Observation,
  menu: Menu,
): RoomView | null {
  const station = withTold(observation, mapMarks(observation, system), rooms).find((each) => each.id === id);
  const room = rooms.find((each) => each.station === id);
  if (station === undefined || room === undefined) return null;
  const concerns = (look: LookOffer['look']): boolean => room.looks.some((each) => sameLook(each, look));
  const opened = observation.evidence.filter(({ look, body }) => concerns(look) || isSourceIn(body, id)).toReversed();
  const here = { ...menu, changes: menu.changes.filter((change) => change.stations.includes(id)) };
  return {
    station,
    says: system.stations.find((each) => each.id === id)?.says ?? '',
    figures: station.figures.map((reading) => figureOf(reading, observation)),
    charts: room.charts.map((chart) => chartOf(chart, station, observation, tickSeconds)),
    opened,
    unopened: menu.looks.filter((offer) => concerns(offer.look) && !opened.some(({ look }) => sameLook(look, offer.look))),
    mitigate: actionChoices(here, 'mitigate'),
    fix: actionChoices(here, 'fix'),
  };
}

/** Whether a machine's definition leads from one state straight to another; what was seen may have gone a longer way. */
export const leadsTo = (outline: ChartOutline, from: string, to: string): boolean =>
  outline.ways.some((way) => (way.from === null || way.from === from) && way.to === to);
