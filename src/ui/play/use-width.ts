import { useEffect, useState } from 'preact/hooks';

export type Width = 'wide' | 'middle' | 'phone';

const WIDE_FROM = 1280; // px at the normal text size
const MIDDLE_FROM = 768;
const LARGE_TEXT = 130; // percent
const LOW_BELOW = 790; // px at the normal text size: a phone's map, a chart and the actions need that

const fits = (textSize: number): Width =>
  innerWidth < MIDDLE_FROM ? 'phone' : (innerWidth * 100) / Math.max(100, textSize) < WIDE_FROM ? 'middle' : 'wide';

/**
 * Which of the three layouts fits: larger text needs the room of a smaller window.
 * @param textSize percent
 */
export function useWidth(textSize: number): Width {
  const [width, setWidth] = useState<Width>(() => fits(textSize));
  useEffect(() => {
    const changed = (): void => setWidth(fits(textSize));
    changed();
    window.addEventListener('resize', changed);
    return () => window.removeEventListener('resize', changed);
  }, [textSize]);
  return width;
}

const mustScroll = (width: Width, textSize: number): boolean =>
  textSize > LARGE_TEXT || (width === 'phone' && (innerHeight * 100) / Math.max(100, textSize) < LOW_BELOW);

/** Whether a phone scrolls as a page, so that the map keeps its size: where text is large or the window low. */
export function useScrolling(width: Width, textSize: number): boolean {
  const [scrolling, setScrolling] = useState(() => mustScroll(width, textSize));
  useEffect(() => {
    const changed = (): void => setScrolling(mustScroll(width, textSize));
    changed();
    window.addEventListener('resize', changed);
    return () => window.removeEventListener('resize', changed);
  }, [width, textSize]);
  return scrolling;
}
