import type { Change, Look } from '../domain/action.ts';
import { CALENDAR_KINDS } from '../domain/evidence.ts';

export type ChangeType = Change['type'];
export type LookType = Look['type'];

/** The eight beats of a story, in order. */
export const BEATS = ['context', 'detection', 'hypotheses', 'mitigation', 'cause', 'verification', 'communication', 'change'] as const;
export type Beat = (typeof BEATS)[number];

/** What a fact of a run can be; a story key says which of them belong in which beat. */
export const FACT_KINDS = [
  'page', // the alert and its figures
  'acknowledge',
  'impact', // euro and users hit, as seen
  'look', // a piece of evidence was opened
  'tell', // a reading that separates causes was seen
  'hypothesis', // opened, supported, weakened or excluded
  'wrong-turn', // a change that did not help, or a hypothesis later excluded
  'change', // a change to the system
  'effect', // what a change did to the pager metric
  'relapse', // it came back
  'claim', // the cause board was filled in
  'verify',
  'resolve',
  'question', // a stakeholder asked
  'message',
  'prevention', // an item picked, with its two impacts
  'review', // a statement of the blameless review
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** What a scenario's history may hold: changes, entries of the calendar, and messages. */
export const HISTORY_KINDS = ['model-deploy', 'config', 'data', 'scale', ...CALENDAR_KINDS, 'message'] as const;

/** Ways in which a system can look suspicious without being broken there; a note is an entry of the history that has nothing to do with it. */
export const RED_HERRING_KINDS = ['gc-warnings', 'replica-restart', 'drift-amber', 'note'] as const;
export type RedHerringKind = (typeof RED_HERRING_KINDS)[number];

/** What a prevention does to a variant's impact: lower, higher, or nothing but its own cost. */
export const EFFECTS = ['better', 'none', 'worse'] as const;
export type Effect = (typeof EFFECTS)[number];
