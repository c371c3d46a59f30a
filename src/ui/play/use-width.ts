import { useEffect, useState } from 'preact/hooks';

export type Width = 'wide' | 'middle' | 'phone';

const WIDE_FROM = 1280; // px at the normal text size
const MIDDLE_FROM = 768;
const LYING_BELOW = { width: 1024, height: 480 }; // px: a phone that lies on its side, where columns would leave each a strip
export const LARGE_TEXT = 130; // percent: above it, words have no room beside each other
const LOW_BELOW = 790; // px at the normal text size: a phone's map, a chart and the actions need that
const ONE_VIEW_BELOW = 560; // px at the normal text size: the clock, the alert, a map and the actions need that

const fits = (textSize: number): Width =>
  innerWidth < MIDDLE_FROM || (innerWidth < LYING_BELOW.width && innerHeight < LYING_BELOW.height)
    ? 'phone'
    : (innerWidth * 100) / Math.max(100, textSize) < WIDE_FROM
      ? 'middle'
      : 'wide';

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

export type Fit = 'roomy' | 'low' | 'scrolling';

const fitOf = (width: Width, textSize: number): Fit => {
  const height = (innerHeight * 100) / Math.max(100, textSize);
  if (textSize > LARGE_TEXT || (width === 'phone' && height < ONE_VIEW_BELOW)) return 'scrolling';
  return width === 'phone' && height < LOW_BELOW ? 'low' : 'roomy';
};

/**
 * How a phone uses its height, so that the map keeps its size: a chart below the map; in a low window one of the two at a time; and the
 * page scrolls as a whole where text is large or the window lower still.
 */
export function useFit(width: Width, textSize: number): Fit {
  const [fit, setFit] = useState(() => fitOf(width, textSize));
  useEffect(() => {
    const changed = (): void => setFit(fitOf(width, textSize));
    changed();
    window.addEventListener('resize', changed);
    return () => window.removeEventListener('resize', changed);
  }, [width, textSize]);
  return fit;
}
