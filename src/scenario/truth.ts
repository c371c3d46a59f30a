import type { Evidence, ChangeEntry } from '../domain/evidence.ts';
import type { Tick } from '../domain/time.ts';
import { matchesLook, type ChangePattern, type LookPattern } from './patterns.ts';
import type { Sealed } from './sealed.ts';
import type { Settings } from './system.ts';
import type { Effect, RedHerringKind } from './words.ts';

/** The path of a physical input that a part declares: the part's own before the first knot, linear between knots, held after the last. */
export interface Fault {
  readonly part: string;
  readonly input: string;
  readonly of?: string | undefined; // the segment, feature or other named thing of the part, where it has the input for each
  readonly knots: readonly (readonly [secondsFromOnset: number, value: number])[]; // 2..8, ascending
}

/**
 * A reading that separates variants. Seen to hold, it excludes the variants not in `holds`; seen not to hold, it
 * excludes those in `holds`.
 */
export interface Tell {
  readonly id: string;
  readonly look: LookPattern; // which looks show it
  readonly reading: string; // key of Evidence.readings
  readonly above: number | null; // holds when the reading is greater, null: no bound
  readonly below: number | null;
  readonly holds: readonly string[]; // variant ids
  readonly says: string;
  readonly cites: readonly string[];
}

/** One thing that is right to do. */
export interface Step {
  readonly any: readonly ChangePattern[]; // any one of these is it
  readonly needs: readonly string[]; // tell ids, one of which must have been seen before; empty: none
  readonly when: readonly string[]; // tell ids, all of which must have been seen before; empty: none
  readonly after: readonly ChangePattern[]; // one of which must have been made before; empty: none
  readonly withinSeconds: number | null; // of the page, to count as timely; null: no limit
  readonly says: string;
  readonly cites: readonly string[];
}

export interface Recommended {
  readonly withoutCause: readonly Step[]; // right under high impact, before the cause is known; the same for every variant
  readonly mitigate: readonly Step[]; // alternatives, best first
  readonly fix: readonly Step[]; // alternatives, best first
  readonly leaveAlone: { readonly needs: readonly string[]; readonly says: string; readonly cites: readonly string[] } | null;
}

export interface Harmful {
  readonly id: string;
  readonly any: readonly ChangePattern[];
  readonly foreseeable: readonly string[]; // tell ids, one of which, once seen, makes the harm foreseeable; empty: it always was
  readonly why: string;
  readonly cites: readonly string[];
}

/** One cause that the page can have. */
export interface Variant {
  readonly id: string;
  readonly title: string;
  readonly says: string; // the truth in two sentences, for the debrief
  readonly faults: readonly Fault[];
  readonly signature: string | null; // row of the investigator's table; null: its faults say which
  readonly system: Settings; // parameters that differ from the system's own
  readonly history: readonly ChangeEntry[]; // before the page, oldest first
  readonly cause: { readonly changed: string; readonly enters: string; readonly missed: string; readonly hypothesis: string };
  readonly tells: readonly Tell[]; // those that hold here
  readonly recommended: Recommended;
  readonly harmful: readonly Harmful[];
  readonly preventionEffects: Readonly<Record<string, Effect>>; // by prevention id
}

export interface RedHerring {
  readonly id: string;
  readonly kind: RedHerringKind;
  readonly chance: number; // share of seeds that have it, 0..1
  readonly shows: ChangeEntry | null; // what it adds to the history
  readonly says: string; // why it is none, for the debrief
}

/** A stakeholder asks a question of the brief. */
export interface Moment {
  readonly id: string;
  readonly question: string; // question id
  readonly secondsAfterPage: number;
  readonly answerWithinSeconds: number;
}

/** A band that fault paths are fitted to: a metric's mean, `seconds` from the page, lies between low and high. */
export interface Band {
  readonly metric: string;
  readonly secondsFromPage: number;
  readonly low: number;
  readonly high: number;
}

export interface Truth {
  readonly variants: readonly Variant[];
  readonly tells: readonly Tell[]; // all of them
  readonly redHerrings: readonly RedHerring[];
  readonly onset: { readonly tick: Tick; readonly jitter: number }; // ± ticks, by seed
  readonly pageTick: Tick; // where the page is expected
  readonly moments: readonly Moment[];
  readonly bands: readonly Band[];
}

const held = new WeakMap<Sealed, Truth>();

/** Hides a truth in a value that has no properties. */
export function seal(truth: Truth): Sealed {
  const sealed = Object.freeze(Object.create(null)) as Sealed;
  held.set(sealed, truth);
  return sealed;
}

/**
 * The truth of a scenario.
 * @throws when the value was not made by `seal` in this program, such as a copy of a sealed value
 */
export function openTruth(sealed: Sealed): Truth {
  const truth = held.get(sealed);
  if (truth === undefined) throw new Error('expected the sealed value of a loaded scenario, got another object; load the scenario again');
  return truth;
}

/** Whether a piece of evidence shows a tell to hold (true), not to hold (false), or does not speak of it (null). */
export function tellSeen(tell: Tell, evidence: Evidence): boolean | null {
  if (!matchesLook(tell.look, evidence.look)) return null;
  const reading = evidence.readings.find((candidate) => candidate.key === tell.reading);
  if (reading === undefined || !Number.isFinite(reading.value)) return null;
  return (tell.above === null || reading.value > tell.above) && (tell.below === null || reading.value < tell.below);
}
