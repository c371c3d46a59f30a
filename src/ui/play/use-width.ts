import { useEffect, useState } from 'preact/hooks';

export type Width = 'wide' | 'middle' | 'phone';

const WIDE = '(min-width: 1280px)';
const PHONE = '(max-width: 767px)';

const read = (): Width => (matchMedia(WIDE).matches ? 'wide' : matchMedia(PHONE).matches ? 'phone' : 'middle');

/** Which of the three layouts fits. */
export function useWidth(): Width {
  const [width, setWidth] = useState<Width>(read);
  useEffect(() => {
    const queries = [matchMedia(WIDE), matchMedia(PHONE)];
    const changed = (): void => setWidth(read());
    queries.forEach((query) => query.addEventListener('change', changed));
    return () => queries.forEach((query) => query.removeEventListener('change', changed));
  }, []);
  return width;
}
