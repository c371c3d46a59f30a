import type { Strictness, Terms } from '../domain/difficulty.ts';
import type { Unit } from '../domain/metric.ts';
import type { Span } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import type { MeanScore } from './baseline-table.ts';
import type { Help } from './guide/guidance.ts';
import type { PicturedBody } from './evidence-view.ts';

/**
 * What the screens after play know about a run, as plain data that crosses from the worker. It comes in two parts on purpose:
 * `RunFacts` holds what the player did and saw; `VerdictFacts` holds every judgement, and is asked for only after the player's own.
 */
export type MomentKind =
  | 'page'
  | 'acknowledge'
  | 'look'
  | 'call'
  | 'change'
  | 'take-back'
  | 'asked'
  | 'message'
  | 'belief'
  | 'claim'
  | 'leave-alone'
  | 'verify'
  | 'not-recovered'
  | 'resolve'
  | 'end';

export interface Moment {
  readonly id: string; // "m4": the fifth entry of the log; "page", "asked-600", "end" come from the world
  readonly tick: Tick;
  readonly kind: MomentKind;
  readonly title: string; // "Scale to 16 replicas"
  readonly short: string; // under a mark: "scale to 16"
  readonly detail: string; // one line of what was known or expected then; "" where nothing is to be added
  readonly effectTick: Tick | null; // when a change was carried out; null where it never was
  readonly settlesSeconds: Span | null; // from then until it could show, where that was not at once
  readonly horizonSeconds: number | null; // after which a change is told from its expectation, as its preview had said
  readonly takenBackTick: Tick | null; // when a change was taken back before it took effect
  readonly evidence: string | null; // "E3" where the moment returned a piece of evidence
  readonly expected: 'lower' | 'same' | 'higher' | null;
  readonly refused: string | null; // why it was not accepted
}

export interface EvidenceNote {
  readonly id: string; // "E3"
  readonly tick: Tick;
  readonly title: string; // with whose look it was, where a colleague made it: "Logs of Feature store, by the feature platform"
  readonly by: string | null; // the role of that colleague: "Feature platform on call"
  readonly findings: readonly string[]; // "Fetch p95 1.8 s (normal 38 ms)"
  readonly body: PicturedBody | null; // as it was shown, where figures alone do not tell it
}

export interface BeliefMark {
  readonly tick: Tick;
  readonly status: 'open' | 'supported' | 'weakened' | 'excluded' | 'claimed';
  readonly confidence: number; // percent
  readonly evidence: readonly string[];
}

export interface Belief {
  readonly id: string;
  readonly title: string;
  readonly marks: readonly BeliefMark[];
}

export interface Curve {
  readonly ticks: readonly Tick[];
  readonly values: readonly number[];
}

export interface PagerCurve extends Curve {
  readonly title: string;
  readonly unit: Unit;
  readonly low: number;
  readonly high: number; // of the normal band
  readonly typical: number;
}

export interface PreventionOffer {
  readonly id: string;
  readonly title: string;
  readonly effort: number; // of 10 points
  readonly says: string;
}

export interface ReviewPair {
  readonly id: string;
  readonly person: string;
  readonly condition: string;
}

export interface Clock {
  readonly startClock: string;
  readonly tickSeconds: number;
}

export interface RunFacts {
  readonly key: string; // the same for every record of one play, whatever was picked afterwards
  readonly scenario: string;
  readonly title: string;
  readonly system: string;
  readonly skill: string;
  readonly seed: string;
  readonly untimed: boolean;
  readonly help: Help; // who helped in it; no score counts it
  readonly terms: readonly Terms[]; // on which it began, and those that they were changed to
  readonly clock: Clock;
  readonly pageTick: Tick | null;
  readonly resolvedTick: Tick | null;
  readonly endTick: Tick; // the last tick of the episode
  readonly closeTick: Tick; // when the player's part ended: resolved, or the last tick
  readonly moments: readonly Moment[];
  readonly pager: PagerCurve;
  readonly beliefs: readonly Belief[];
  readonly evidence: readonly EvidenceNote[];
  readonly causes: readonly { readonly id: string; readonly title: string }[];
  readonly preventions: readonly PreventionOffer[];
  readonly review: readonly ReviewPair[];
  readonly picks: readonly string[] | null; // as logged, null before the first pick
  readonly reviewed: Readonly<Record<string, 'person' | 'condition'>> | null;
  readonly finalHash: string;
  readonly payload: string; // the link of this record
}

export interface Citation {
  readonly id: string; // playbook entry
  readonly source: string; // "Guide 1, question 10"
  readonly says: string;
}

export interface ScoreLine {
  readonly points: number;
  readonly max: number;
  readonly tick: Tick | null;
  readonly moment: string | null; // the moment that it speaks of
  readonly text: string;
  readonly evidence: readonly string[]; // the looks that were open at that moment and bear on it
  readonly citations: readonly Citation[];
}

export interface ScorePart {
  readonly id: string;
  readonly title: string;
  readonly got: number;
  readonly max: number;
  readonly lines: readonly ScoreLine[];
}

export interface Level {
  readonly id: 'none' | 'random' | 'runbook' | 'expert' | 'you';
  readonly name: string;
  readonly impactEur: number;
  readonly score: number;
}

/** One slot of the cause board: what was true, and what the player put there last. */
export interface CauseSlot {
  readonly slot: 'changed' | 'enters' | 'missed';
  readonly title: string; // "What changed"
  readonly truth: string;
  readonly claimed: string | null; // null where no cause was named
  readonly right: boolean;
}

export interface CauseTonight {
  readonly title: string;
  readonly says: string; // in two sentences
  readonly slots: readonly CauseSlot[];
  readonly hypothesis: string; // id among the beliefs
}

export interface VerdictFacts {
  readonly total: number;
  readonly strictness: Strictness; // how it was judged
  readonly parts: readonly ScorePart[];
  readonly impactEur: number;
  readonly impactAvoided: number | null; // share of what could be avoided; null where nothing could
  readonly harmAddedEur: number;
  readonly levels: readonly Level[]; // on this seed
  readonly meanScores: readonly MeanScore[]; // of programs over many seeds of this cause; none where that is not known
  readonly notUsual: string | null; // says why there are no mean scores where a run's terms are not those that the table was made on
  readonly you: Curve; // euro, summed from the start
  readonly nothing: Curve;
  readonly expert: Curve;
  readonly expertMoments: readonly Moment[];
  readonly cause: CauseTonight;
}

export interface RerunFacts {
  readonly items: readonly string[];
  readonly impactBeforeEur: number;
  readonly impactAfterEur: number;
  readonly firstAlertBefore: Tick | null;
  readonly firstAlertAfter: Tick | null;
}
