/** Moves focus among the items of a group with arrows, Home and End; only one of them is in the tab order. */
export function rove(event: KeyboardEvent, selector: string, axis: 'row' | 'column' | 'both' = 'both'): HTMLElement | null {
  const group = event.currentTarget as HTMLElement;
  const items = [...group.querySelectorAll<HTMLElement>(selector)].filter((item) => item.offsetParent !== null);
  const here = items.indexOf(document.activeElement as HTMLElement);
  const last = items.length - 1;
  const forth = (axis !== 'column' && event.key === 'ArrowRight') || (axis !== 'row' && event.key === 'ArrowDown');
  const back = (axis !== 'column' && event.key === 'ArrowLeft') || (axis !== 'row' && event.key === 'ArrowUp');
  const to = forth
    ? here >= last
      ? 0
      : here + 1
    : back
      ? here <= 0
        ? last
        : here - 1
      : event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : -1;
  const target = items[to];
  if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return null;
  event.preventDefault();
  for (const item of items) item.tabIndex = item === target ? 0 : -1;
  target.focus();
  return target;
}
