import type { Change, TrainingData } from '../../domain/action.ts';
import type { LookPattern, NumberPattern } from '../../scenario/patterns.ts';

/**
 * What evidence can show of a fault, whatever the scenario: one reading of one kind of look, beyond a bound. `times` bounds are
 * multiples of what the reading says is normal, so that a mark means the same on a system of another size.
 */
export interface Mark {
  readonly look: LookPattern;
  readonly part?: string; // whose station the look must be of, where it is of one
  readonly reading: string; // without label: any series of that name counts
  readonly above?: number;
  readonly below?: number;
  readonly timesAbove?: number;
  readonly timesBelow?: number;
}

/** A change that a cause asks for; a route is named by the part that it leads to, since routes have other names elsewhere. */
export interface Remedy {
  readonly type: Change['type'];
  readonly routeTo?: string; // part
  readonly mode?: readonly ('forced-open' | 'automatic')[];
  readonly on?: boolean;
  readonly ask?: boolean;
  readonly share?: NumberPattern;
  readonly replicas?: NumberPattern;
  readonly max?: NumberPattern;
  readonly attempts?: NumberPattern;
  readonly factor?: NumberPattern;
  readonly hours?: NumberPattern;
  readonly cutoff?: NumberPattern;
  readonly data?: readonly TrainingData[];
  readonly target?: 'feature' | 'segment' | 'feed' | 'flag' | 'experiment'; // which one it is done to: that which the evidence names
  readonly namedBy?: string; // the mark whose evidence names it; left out: all that the signature always leaves
  readonly when?: readonly string[]; // marks that must have been seen before it is right
}

/** How a kind of fault shows itself, and what is done about it: the same in every scenario. */
export interface Signature {
  /** Physical inputs whose faults leave these marks, "part.input"; where a setting says which, "part.setting=value". */
  readonly inputs: readonly string[];
  readonly shows: readonly string[]; // marks that it always leaves; none: it is what is left when all others are excluded
  readonly may: readonly string[]; // marks that it may leave; all others speak against it
  readonly words: { readonly changed: RegExp; readonly enters: RegExp; readonly missed: RegExp; readonly hypothesis: RegExp };
  readonly mitigate: readonly Remedy[]; // best first
  readonly fix: readonly Remedy[];
  readonly leaveAlone?: boolean; // no change is right
  readonly prevents: RegExp; // words of the preventions that are worth their effort
}
