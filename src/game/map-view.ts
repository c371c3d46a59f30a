import type { StationRoom } from '../domain/chart-view.ts';
import type { ChangePreview, LineView, Observation } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import { branchLines, shareBy, sharedLines } from './map-flow.ts';
import { mapMarks, type MapMark } from './map-marks.ts';
import { touchedBy } from './map-preview.ts';
import { pagedViews } from './map-pager.ts';
import { refusedLines } from './map-refused.ts';
import { dotScale, usualScale, type DotScale } from './map-scale.ts';
import { servedLines } from './map-served.ts';
import type { KnownStation } from './sight.ts';
import { withTold } from './told.ts';

/** A point of the map in its own units: 1 unit is 1 CSS px where the map is shown at its full size. */
export type Point = readonly [x: number, y: number];

export type StationShape = 'station' | 'shared' | 'shared-upright' | 'terminus';
export type LabelSide = 'above' | 'below' | 'left' | 'right';

export interface StationPlace {
  readonly id: string;
  readonly at: Point;
  readonly shape: StationShape;
  readonly label: LabelSide;
  readonly part?: string | null; // of the system that it stands for
}

/** The way a line takes: corners only, with angles of 0, 45 and 90 degrees; first and last are its stations. */
export interface LinePath {
  readonly id: string;
  readonly points: readonly Point[];
}

export interface District {
  readonly id: string;
  readonly name: string;
  readonly points: readonly Point[]; // polygon
  readonly nameAt: Point;
}

/** Where things lie on a map. It never changes during a run. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly stations: readonly StationPlace[];
  readonly lines: readonly LinePath[];
  readonly districts: readonly District[];
}

/** A violet word beside a station while an action is previewed or under way: "+10 pods". */
export interface YourTag {
  readonly station: string;
  readonly text: string;
}

/** All that the drawn map and its list in words know. */
export interface MapView {
  readonly stations: readonly KnownStation[];
  readonly lines: readonly LineView[];
  readonly layout: MapLayout;
  readonly yourRings: readonly string[]; // station ids with a dashed violet ring: what the preview, or a change under way, touches
  readonly yourTags: readonly YourTag[];
  readonly marks?: readonly MapMark[];
  readonly branches?: readonly string[]; // lines that are by kind a lesser branch
  readonly dot?: DotScale | null; // null: the traffic was not looked at
}

/** The clock of the map's motion: `speed` is ticks of simulated time per second of the player's. */
export interface MapClock {
  readonly tick: Tick;
  readonly paused: boolean;
  readonly speed: number;
}

const LONGEST_TAG = 26; // characters

/** What a change touches in the first place, where it is short enough to stand on the map: what follows speaks of the first. */
const tagOf = ([first]: readonly string[]): string | null => (first !== undefined && first.length <= LONGEST_TAG ? first : null);

/**
 * What the map shows of an observation.
 * @param preview the change whose dialog is open, if any: its stations get rings
 * @param refused the share of requests that the gateway refuses by the player's own change
 * @param rooms which looks tell of which station
 * @param coinEur euro a minute that one bar of loss stands for
 */
export function mapView(
  observation: Observation,
  layout: MapLayout,
  preview: ChangePreview | null = null,
  refused = 0,
  rooms: readonly StationRoom[] = [],
  coinEur = 1,
): MapView {
  const placed = new Set(layout.stations.map((place) => place.id));
  const drawn = new Set(layout.lines.map((path) => path.id));
  const rings = preview === null ? [] : touchedBy(preview, observation).filter((id) => placed.has(id));
  const words = preview === null ? null : tagOf(preview.touches);
  const first = rings[0];
  const marks = mapMarks(observation, layout, refused, coinEur);
  const paged = pagedViews(observation, layout);
  const seen = { ...observation, lines: paged.lines };
  const ids = new Set([...placed, ...drawn]);
  const lines = refusedLines(servedLines(sharedLines(seen, layout, marks), observation, layout), refused, layout).filter((line) =>
    drawn.has(line.id),
  );
  return {
    stations: withTold({ ...observation, stations: paged.stations }, marks, rooms).filter((station) => placed.has(station.id)),
    lines,
    layout,
    yourRings: rings,
    yourTags: words !== null && first !== undefined ? [{ station: first, text: words }] : [],
    marks: marks.filter((mark) => ids.has('line' in mark ? mark.line : mark.station)),
    branches: branchLines(observation, layout),
    dot: dotScale(observation) ?? usualScale(lines, shareBy(observation, layout)),
  };
}
