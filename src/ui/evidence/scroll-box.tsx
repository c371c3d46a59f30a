import type { ComponentChildren } from 'preact';

/** What may be wider than its place scrolls inside it, also by keyboard. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="scroll scroll-box" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
