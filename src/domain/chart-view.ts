/** A statechart as a screen may draw it: where it is, as last seen, and where it could go. */
export interface ChartView {
  readonly part: string; // "model-server"
  readonly chart: string; // "serving", "rollout", "breaker merchant-risk"
  readonly state: string; // "saturated"
  readonly seenTick: number; // when this state was observed
  readonly states: readonly string[];
}
