import type { Ink } from './palette.ts';

/** How a line is drawn; widths, dashes and radii are CSS px. */
export interface Stroke {
  readonly ink: Ink;
  readonly width: number;
  readonly alpha?: number;
  readonly dash?: readonly number[];
  readonly cap?: 'round' | 'butt';
}

export interface Fill {
  readonly ink: Ink;
  readonly alpha?: number;
}

export type TextStyle = 'station' | 'caption' | 'district' | 'value' | 'small' | 'tag';
export type TextAlign = 'start' | 'middle' | 'end';

interface Painted {
  readonly fill?: Fill;
  readonly stroke?: Stroke;
}

export interface PathShape extends Painted {
  readonly kind: 'path';
  readonly points: readonly number[]; // x, y, x, y, ...
  readonly closed: boolean;
}

export interface CircleShape extends Painted {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A box with round corners, given by its centre. */
export interface BoxShape extends Painted {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly round: number;
}

/** One line of words. `y` is the middle of its x-height box. */
export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly style: TextStyle;
  readonly size: number;
  readonly ink: Ink;
  readonly align: TextAlign;
  readonly halo: boolean;
}

export type Shape = PathShape | CircleShape | BoxShape | TextShape;

/** Back to front. Dots lie between `line` and `station`. */
export const LAYERS = ['ground', 'line', 'station', 'yours', 'name', 'hop', 'legend'] as const;
export type Layer = (typeof LAYERS)[number];

/** Something that is drawn as one piece and changes as one piece. `state` names what a change of it means: a new state eases in. */
export interface Item {
  readonly id: string; // "station:gateway"
  readonly layer: Layer;
  readonly state: string;
  readonly shapes: readonly Shape[];
}

/** A rectangle by its corners. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What words and marks should not cover; `weight` is how much worse than a line. */
export interface Obstacle extends Box {
  readonly weight?: number;
}

/** Whether two boxes share any of their room. */
export const meets = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
