import type { MomentKind } from '../../game/debrief-facts.ts';
import { momentWords } from '../../game/words/moments.ts';

/** The mark of a moment, the same on the graph, in lists and in the key: page crit diamond, yours violet, messages outlined. */
export function MomentShape({ kind, x = 9, y = 9 }: { readonly kind: MomentKind; readonly x?: number; readonly y?: number }) {
  const at = `translate(${x} ${y})`;
  switch (kind) {
    case 'page':
      return <path d="m0-8 8 8-8 8-8-8z" fill="var(--crit)" transform={at} />;
    case 'change':
      return <circle r="6.5" fill="var(--you)" transform={at} />;
    case 'take-back':
      return (
        <g transform={at} fill="none" stroke="var(--you-text)" stroke-width="2" stroke-linecap="round">
          <circle r="6.5" fill="var(--base)" />
          <path d="M3 2.6A3.4 3.4 0 1 0-2.6 2M-3.4-.9-2.8 2.2.3 1.9" stroke-width="1.6" />
        </g>
      );
    case 'message':
    case 'asked':
      return (
        <path
          d="M-7-6H7V4H0l-4 4V4h-3z"
          fill={kind === 'asked' ? 'none' : 'var(--base)'}
          stroke={kind === 'asked' ? 'var(--bright)' : 'var(--you-text)'}
          stroke-dasharray={kind === 'asked' ? '3 2' : undefined}
          stroke-width="1.8"
          stroke-linejoin="round"
          transform={at}
        />
      );
    case 'claim':
    case 'leave-alone':
      return (
        <g transform={at}>
          <circle r="7" fill="var(--base)" stroke="var(--you-text)" stroke-width="2" />
          <circle r="2.6" fill="var(--you-text)" />
        </g>
      );
    case 'not-recovered':
      return (
        <g transform={at}>
          <circle r="6.5" fill="var(--base)" stroke="var(--core)" stroke-width="2" />
          <path d="M-3 0h6" stroke="var(--core)" stroke-width="2" stroke-linecap="round" />
        </g>
      );
    case 'verify':
    case 'resolve':
      return (
        <g transform={at}>
          <circle r="7.5" fill="var(--core)" />
          {kind === 'verify' ? (
            <path
              d="m-3.4.3 2.4 2.5L3.4-2.8"
              fill="none"
              stroke="var(--base)"
              stroke-width="2"
              stroke-linecap="round"
              stroke-linejoin="round"
            />
          ) : (
            <path d="M-3-3h6v6h-6z" fill="var(--base)" />
          )}
        </g>
      );
    case 'end':
      return <path d="M0-7V7M-5-7H5M-5 7H5" stroke="var(--bright)" stroke-width="1.8" transform={at} />;
    default: // looks, beliefs, acknowledgement: seen, nothing touched
      return <circle r={kind === 'look' ? 5 : 4} fill="var(--base)" stroke="var(--core)" stroke-width="2" transform={at} />;
  }
}

/** The same mark as an 18 px picture with its word for readers. */
export function MomentIcon({ kind, label }: { readonly kind: MomentKind; readonly label?: string }) {
  const words = label ?? momentWords.kinds[kind];
  return (
    <svg
      class="status-mark"
      viewBox="0 0 18 18"
      {...(words === '' ? { 'aria-hidden': 'true' as const } : { role: 'img' as const, 'aria-label': words })}
    >
      <MomentShape kind={kind} />
    </svg>
  );
}
