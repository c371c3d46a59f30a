import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useBeyond } from '../common/beyond.ts';

/** What may be wider than its place scrolls inside it, also by keyboard; where more follows, it fades out, as phones show no bar. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  const ref = useRef<HTMLDivElement>(null);
  return (
    <div class="scroll-frame" data-beyond={useBeyond(ref)}>
      <div class="scroll scroll-box" role="region" aria-label={label} tabIndex={0} ref={ref}>
        {children}
      </div>
    </div>
  );
}
