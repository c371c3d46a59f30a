import type { Status } from '../../domain/observation.ts';
import { markWords } from '../../game/words/marks.ts';

export type MarkState = Status | 'you' | 'pending' | 'verified';

/** A state by its shape first, then its colour. `label` replaces the word that a screen reader hears; "" leaves it silent. */
export function StatusMark({ state, label }: { readonly state: MarkState; readonly label?: string }) {
  const words = label ?? markWords[state];
  const naming = words === '' ? { 'aria-hidden': 'true' as const } : { role: 'img' as const, 'aria-label': words };
  return (
    <svg class="status-mark" viewBox="0 0 18 18" {...naming}>
      {state === 'healthy' && <circle cx="9" cy="9" r="5.5" fill="none" stroke="var(--bright)" stroke-width="2.4" />}
      {state === 'warn' && (
        <g fill="none" stroke="var(--warn)" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">
          <path d="M9 2.5 16 15H2z" />
          <path d="M9 7.2v3.2m0 2.1v.1" />
        </g>
      )}
      {state === 'crit' && <path d="m9 1 8 8-8 8-8-8z" fill="var(--crit)" />}
      {state === 'unknown' && <circle cx="9" cy="9" r="6" fill="none" stroke="var(--unknown)" stroke-width="2" stroke-dasharray="3 2.6" />}
      {state === 'you' && (
        <path d="m6 3 6 6-6 6" fill="none" stroke="var(--you)" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" />
      )}
      {state === 'pending' && (
        <g stroke="var(--bright)" stroke-width="1.8">
          <path d="m9 1.8 7.2 7.2L9 16.2 1.8 9z" fill="none" />
          <path d="M9 1.8v14.4L1.8 9z" fill="var(--bright)" stroke="none" />
        </g>
      )}
      {state === 'verified' && (
        <g>
          <circle cx="9" cy="9" r="8" fill="var(--core)" />
          <path
            d="m5.4 9.3 2.5 2.6 4.7-5.6"
            fill="none"
            stroke="var(--base)"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </g>
      )}
    </svg>
  );
}
