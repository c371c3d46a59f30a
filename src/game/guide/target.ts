import type { Action, Look } from '../../domain/action.ts';
import { isChange, isLook } from '../../domain/action.ts';
import type { EvidenceTab } from '../evidence-tabs.ts';
import { tabOf } from '../evidence-tabs.ts';

/** What on the play screen a line of guidance speaks of. */
export type Target =
  | { readonly kind: 'look'; readonly look: Look; readonly tab: EvidenceTab }
  | { readonly kind: 'tab'; readonly tab: EvidenceTab }
  | { readonly kind: 'actions'; readonly group: 'mitigate' | 'fix' }
  | { readonly kind: 'change'; readonly action: Action }
  | { readonly kind: 'button'; readonly does: 'message' | 'verify' | 'resolve' | 'leave-alone' | 'take-back' }
  | { readonly kind: 'board' }
  | { readonly kind: 'time' };

/** Where on the screen an action is done. */
export function targetOf(action: Action): Target {
  if (isLook(action)) return { kind: 'look', look: action, tab: tabOf(action) };
  if (isChange(action)) return { kind: 'change', action };
  switch (action.type) {
    case 'message':
    case 'verify':
    case 'resolve':
    case 'leave-alone':
    case 'take-back':
      return { kind: 'button', does: action.type };
    default:
      return { kind: 'board' };
  }
}
