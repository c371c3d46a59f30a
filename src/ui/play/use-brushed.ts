import { useEffect, useRef, useState } from 'preact/hooks';
import { usePlay } from './play-ui.ts';

/**
 * Which chart a stretch was chosen on: the one that is being pressed then, else the pager's own. It stays until the stretch is let go.
 * @param pager the place of the pager's chart
 */
export function useBrushed(pager: string): {
  readonly brushed: string;
  readonly onPointerDown: (place: string, event: PointerEvent) => void;
} {
  const { ui } = usePlay();
  const pressed = useRef<string | null>(null);
  const [brushed, setBrushed] = useState(pager);
  useEffect(
    () =>
      ui.stretch.subscribe((stretch) => {
        if (stretch === null) setBrushed(pager);
        else if (pressed.current !== null) setBrushed(pressed.current);
      }),
    [ui, pager],
  );
  const onPointerDown = (place: string, { pointerType }: PointerEvent): void => {
    pressed.current = place;
    const over = pointerType === 'mouse' ? ['click'] : ['pointerup', 'pointercancel']; // by then the drag has chosen, or was none
    for (const each of over) addEventListener(each, () => void (pressed.current = null), { once: true });
  };
  return { brushed, onPointerDown };
}
