import { useEffect, useState } from 'preact/hooks';

/** Whether the window is at least so wide, now and whenever that changes. @param px as in the style sheets' media queries */
export function useFromWidth(px: number): boolean {
  const [fits, setFits] = useState(() => matchMedia(`(min-width: ${px}px)`).matches);
  useEffect(() => {
    const media = matchMedia(`(min-width: ${px}px)`);
    const changed = (): void => setFits(media.matches);
    changed();
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, [px]);
  return fits;
}
