import type { Change, DashboardId, Look, TrainingData } from '../domain/action.ts';
import type { ChangeType, LookType } from './words.ts';

/** A number that a pattern accepts: exactly it, or within bounds (inclusive). */
export type NumberPattern = number | { readonly atLeast?: number | undefined; readonly atMost?: number | undefined };

/** Which changes are meant: the type, and each named field must fit. Fields left out accept anything. */
export interface ChangePattern {
  readonly type: ChangeType;
  readonly version?: string | undefined;
  readonly route?: string | undefined;
  readonly mode?: readonly ('forced-open' | 'automatic' | 'off')[] | undefined;
  readonly on?: boolean | undefined;
  readonly share?: NumberPattern | undefined;
  readonly replicas?: NumberPattern | undefined;
  readonly timeoutMs?: NumberPattern | undefined;
  readonly attempts?: NumberPattern | undefined;
  readonly max?: NumberPattern | undefined;
  readonly data?: readonly TrainingData[] | undefined;
  readonly segment?: string | undefined;
  readonly feature?: string | undefined;
  readonly feed?: string | undefined;
  readonly flag?: string | undefined;
  readonly experiment?: string | undefined;
  readonly ask?: boolean | undefined;
  readonly cutoff?: NumberPattern | undefined;
  readonly threshold?: NumberPattern | undefined;
  readonly factor?: NumberPattern | undefined;
  readonly hours?: NumberPattern | undefined; // null, without end, fits no bound
}

/** Which looks are meant. */
export interface LookPattern {
  readonly type: LookType;
  readonly dashboard?: DashboardId | undefined;
  readonly station?: string | undefined;
  readonly pick?: 'slow' | 'typical' | undefined;
  readonly by?: string | undefined;
  readonly of?: string | undefined;
}

const fits = (pattern: unknown, value: unknown): boolean => {
  if (Array.isArray(pattern)) return pattern.includes(value);
  if (typeof pattern === 'object' && pattern !== null && typeof value === 'number') {
    const { atLeast = -Infinity, atMost = Infinity } = pattern as { atLeast?: number; atMost?: number };
    return value >= atLeast && value <= atMost;
  }
  return pattern === value;
};

const matches = (pattern: object, action: object): boolean =>
  Object.entries(pattern).every(([key, wanted]) => wanted === undefined || fits(wanted, (action as Record<string, unknown>)[key]));

/** Whether a change is one of those that the pattern means. */
export const matchesChange = (pattern: ChangePattern, change: Change): boolean => matches(pattern, change);

/** Whether a look is one of those that the pattern means. */
export const matchesLook = (pattern: LookPattern, look: Look): boolean => matches(pattern, look);
