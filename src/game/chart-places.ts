import type { OutlineState, OutlineWay } from '../domain/chart-view.ts';

/** A place of a drawing, px from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Spot = readonly [x: number, y: number];

export interface DrawnState extends Box {
  readonly state: OutlineState;
}

export interface DrawnWay {
  readonly way: OutlineWay;
  readonly points: readonly Spot[]; // first to last; the arrow is at the last
  readonly label: Box & { readonly text: string }; // the event's words, or its number in the list of events
}

/** Where a chart is entered, or where transitions begin that every state of a group has. */
export interface Entry extends Box {
  readonly kind: 'start' | 'any';
  readonly points: readonly Spot[]; // from a start to the first state; none from `any`
}

export interface ChartDrawing {
  readonly width: number;
  readonly height: number;
  readonly states: readonly DrawnState[]; // groups before what they hold
  readonly ways: readonly DrawnWay[];
  readonly entries: readonly Entry[];
  readonly events: readonly string[]; // by number, from 1
  readonly numbered: boolean; // labels are numbers: there was no room for words
}
