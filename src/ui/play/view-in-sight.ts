import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PhoneView } from './play-ui.ts';

const HEAD_SHARE = 0.45; // of the window that the clock and the alert above a view may take

/** Scrolls the page so that a view begins in sight: below the clock and the alert where these leave it room, else right below the clock. */
function bringToTop(element: HTMLElement | null): void {
  if (element === null) return;
  const clock = document.querySelector('.phone-top')?.clientHeight ?? 0; // which keeps its place
  const top = element.getBoundingClientRect().top + scrollY;
  scrollTo({ top: top <= innerHeight * HEAD_SHARE ? 0 : top - clock, behavior: 'instant' });
}

/** Where a phone scrolls as a page, another view begins at its beginning, not at the height where the one before was left. */
export function useViewInSight(view: PhoneView): { readonly place: RefObject<HTMLDivElement | null>; readonly toView: () => void } {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(view);
  useLayoutEffect(() => {
    if (before.current !== view) bringToTop(place.current);
    before.current = view;
  }, [view]);
  return { place, toView: () => bringToTop(place.current) };
}
