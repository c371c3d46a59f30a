import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** The width of an element in CSS px, followed as it changes; 0 before it is laid out. */
export function useWidth<E extends HTMLElement>(): { readonly ref: RefObject<E | null>; readonly width: ReadonlySignal<number> } {
  const ref = useRef<E>(null);
  const width = useSignal(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    width.value = Math.floor(element.clientWidth);
    const observer = new ResizeObserver(() => {
      width.value = Math.floor(element.clientWidth);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

/** How large the reader has set the text: 1 is 100 %. Charts give their words as much more room. */
export const textScale = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
