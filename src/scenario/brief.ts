import type { Line, Route, Settings, Station } from './system.ts';
import type { Beat, FactKind } from './words.ts';

export interface Option {
  readonly id: string;
  readonly text: string;
}

export interface Stakeholder {
  readonly id: string; // "checkout-lead"
  readonly name: string; // "Checkout lead"
}

/** What is public about the system that a drill runs on. */
export interface SystemBrief {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly stations: readonly Station[];
  readonly lines: readonly Line[];
  readonly routes: readonly Route[];
  readonly colleagues: readonly Stakeholder[]; // who can be called in
}

/** A question that a stakeholder may ask; when it is asked is part of the truth. */
export interface Question {
  readonly id: string;
  readonly from: string; // stakeholder id
  readonly text: string;
  readonly options: readonly (Option & { readonly tradeOff: string })[];
}

export interface Prevention {
  readonly id: string;
  readonly title: string;
  readonly effort: number; // points, 1..10
  readonly says: string; // the mechanism, in words
  readonly set: Settings; // the mechanism, as parameters of the system for a re-run
  readonly cites: readonly string[];
}

/** A contributing factor said twice: as a person's failing and as a condition of the system. */
export interface ReviewPair {
  readonly id: string;
  readonly person: string;
  readonly condition: string;
}

export interface StoryBeat {
  readonly beat: Beat;
  readonly asks: string; // what a listener wants to hear here
  readonly facts: readonly FactKind[]; // the facts of a run that belong here
  readonly cites: readonly string[];
}

/** Everything about a scenario that a player may know before playing. */
export interface Brief {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly systemId: string;
  readonly system: SystemBrief;
  readonly skill: string; // what the drill trains, one sentence
  readonly difficulty: 1 | 2 | 3 | 4 | 5;
  readonly minutes: number; // of play
  readonly startClock: string; // wall clock at tick 0, "HH:MM:SS"
  readonly tickSeconds: number;
  readonly ticks: number; // the last tick of an episode
  /** How a change is seen to have stopped the harm: a metric that is back within a time after its effect, and stays so. */
  readonly recovery: {
    readonly metric: string;
    readonly withinSeconds: number;
    readonly holdSeconds: number;
    readonly leftShare: number; // of the metric's worst departure from typical that may be left
    readonly impactLeftShare: number; // of the impact rate at its worst that may be left: some of it nobody can save
    readonly lateSeconds: number; // for how long after a change the metric still shows what came before it, as late labels do
  };
  readonly pager: { readonly text: string; readonly alert: string; readonly metric: string };
  readonly intro: readonly string[];
  readonly board: { readonly changed: readonly Option[]; readonly enters: readonly Option[]; readonly missed: readonly Option[] };
  readonly causes: readonly Option[]; // the hypotheses that can be put on the board
  readonly stakeholders: readonly Stakeholder[];
  readonly questions: readonly Question[];
  readonly preventions: readonly Prevention[];
  readonly review: readonly ReviewPair[];
  readonly story: readonly StoryBeat[]; // eight, in order
  readonly floorEur: number; // least avoidable impact that "impact avoided" is measured against
}
