import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const HEIGHT = '--phone-top'; // px

/** Tells the style sheets how high the clock is that keeps its place over a page that scrolls, as its words wrap. */
export function useStickyHead(): RefObject<HTMLElement | null> {
  const head = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = head.current;
    if (element === null) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty(HEIGHT, `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(HEIGHT);
    };
  }, []);
  return head;
}
