import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

const BETWEEN_PX = 14; // two groups, at least

/** What a group takes with all its buttons beside each other, however it lies now. */
function natural(group: Element): number {
  const gap = Number.parseFloat(getComputedStyle(group).columnGap) || 0;
  const widths = [...group.children].map((child) => child.getBoundingClientRect().width);
  return widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1);
}

function fits(row: HTMLElement): boolean {
  const { paddingLeft, paddingRight } = getComputedStyle(row);
  const room = row.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  const groups = [...row.children].map(natural);
  return groups.reduce((sum, width) => sum + width, 0) + BETWEEN_PX * (groups.length - 1) <= room;
}

/** Whether the groups in a row of buttons find room beside each other, followed as the window and the words change. */
export function useOneRow(): { readonly ref: RefObject<HTMLDivElement | null>; readonly oneRow: boolean } {
  const ref = useRef<HTMLDivElement>(null);
  const [oneRow, setOneRow] = useState(false);
  const measure = (): void => {
    if (ref.current !== null) setOneRow(fits(ref.current));
  };
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    if (ref.current !== null) observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, oneRow };
}
