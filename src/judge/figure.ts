import type { Tick } from '../domain/time.ts';

/**
 * Where a number of a text comes from:
 * evidence: what a piece of evidence read at a tick · series: a metric as monitoring showed it · impact: what the run cost up to a
 * tick · rerun: what the same night came to with preventions in place · trust: the stakeholders' trust · duration: seconds between
 * two moments of the record · clock: the time of a tick, and its day · evidence-id: which piece of evidence is meant · count: how many of something
 * the record, or the scenario, has · bound: a bound of the rules, see BOUNDS · act: what an act of the log asked for · words: a number
 * inside a name or sentence that the scenario or the system gives.
 */
export type FigureSource =
  'evidence' | 'series' | 'impact' | 'rerun' | 'trust' | 'duration' | 'clock' | 'evidence-id' | 'count' | 'bound' | 'act' | 'words';

/** One number of a text, so that whoever reads the text can look it up. */
export interface Figure {
  readonly metric: string; // what was measured: a series' or reading's key; of other sources, what it counts or where it stands
  readonly tick: Tick | null; // of which moment; null for numbers that belong to none: bounds and words
  readonly value: number; // in the metric's unit, not rounded
  readonly text: string; // as it stands in the text, with its unit
  readonly source: FigureSource;
  readonly evidence?: string; // id of the piece that showed it
}
