import type { Look } from './action.ts';
import type { Tick } from './time.ts';

/** A state of a chart's definition, by its path: "half-open", or "serving.warm" inside "serving". */
export interface OutlineState {
  readonly id: string;
  readonly name: string; // the last word of its path
  readonly parent: string | null; // the state that holds it; null where the chart itself does
  readonly kind: 'single' | 'group' | 'parallel' | 'final' | 'history'; // parallel: all that it holds are entered at once
  readonly initial: boolean; // entered first in what holds it
}

/** A transition of a chart's definition. */
export interface OutlineWay {
  readonly id: string;
  readonly from: string | null; // null: from any state
  readonly to: string;
  readonly on: string; // the event: "SATURATE"
  readonly guard: string | null;
}

/** A statechart as its definition has it: all that can be drawn of it without knowing where it is. */
export interface ChartOutline {
  readonly states: readonly OutlineState[];
  readonly ways: readonly OutlineWay[];
}

/** A state that was seen, and the tick at which it was seen first since another was. */
export interface SeenState {
  readonly state: string;
  readonly tick: Tick;
}

/** A statechart as a screen may draw it: where it is, as last seen, and where it could go. */
export interface ChartView {
  readonly part: string; // "model-server"
  readonly chart: string; // "serving", "rollout", "breaker merchant-risk"
  readonly state: string; // "saturated"
  readonly seenTick: number; // when this state was observed
  readonly states: readonly string[];
  readonly came: readonly SeenState[]; // states in the order in which they were seen, the last one included; what lay between is not known
}

/** What a station has to show, the same for every run of its system: the machines of its part, and the looks that tell of it. */
export interface StationRoom {
  readonly station: string;
  readonly charts: readonly { readonly chart: string; readonly outline: ChartOutline }[];
  readonly looks: readonly Look[];
}
