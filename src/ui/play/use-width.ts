import { useEffect, useState } from 'preact/hooks';

export type Width = 'wide' | 'middle' | 'phone';

const WIDE_FROM = 1280; // px at the normal text size
const MIDDLE_FROM = 768;

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
