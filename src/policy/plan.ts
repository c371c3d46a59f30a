import type { Look } from '../domain/action.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { ChangePattern } from '../scenario/patterns.ts';

/** What a look shows of the causes: tells by id, and the causes that it excludes. */
export interface Findings {
  readonly shows: readonly string[];
  readonly excludes: readonly string[];
}

export interface PlannedStep {
  readonly any: readonly ChangePattern[];
  readonly needs: readonly string[]; // one of these tells first
  readonly when: readonly string[]; // and all of these
}

/** A whole response to one cause, known beforehand. */
export interface Plan {
  readonly rivals: readonly { readonly id: string; readonly hypothesis: string }[];
  readonly telling: readonly string[]; // tells that hold here
  readonly cause: { readonly changed: string; readonly enters: string; readonly missed: string; readonly hypothesis: string };
  readonly mitigate: readonly PlannedStep[];
  readonly fix: readonly PlannedStep[];
  readonly leaveAlone: { readonly needs: readonly string[] } | null;
  readonly preventions: readonly string[];
  expected(look: Look): Findings;
  found(evidence: Evidence): Findings;
}
