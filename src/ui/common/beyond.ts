import { useLayoutEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** To which sides of an element more can be scrolled into view: of "left", "right", "up" and "down" those that hold. */
export function useBeyond(ref: RefObject<HTMLElement | null>): string {
  const [beyond, setBeyond] = useState('');
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const look = (): void => setBeyond(sidesOf(element));
    look();
    const observer = new ResizeObserver(look);
    for (const each of [element, ...element.children]) observer.observe(each);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return beyond;
}

function sidesOf({ scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight }: HTMLElement): string {
  const sides = {
    left: scrollLeft,
    right: scrollWidth - clientWidth - scrollLeft,
    up: scrollTop,
    down: scrollHeight - clientHeight - scrollTop,
  };
  return Object.entries(sides)
    .filter(([, px]) => px > 1) // a part of a px is not more
    .map(([side]) => side)
    .join(' ');
}
