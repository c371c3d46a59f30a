import { useEffect, useRef } from 'preact/hooks';

export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>; // by key in lower case: "m", " ", "."

const TYPING = 'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable]';

/** Whether a key belongs to what has the focus: a text field, a box to tick, or a dialog. */
function taken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (document.querySelector('dialog[open]') !== null) return true;
  if (target?.closest(TYPING) != null) return true;
  return event.key === ' ' && target?.closest('input, summary') != null;
}

/**
 * Single keys that act anywhere on a screen. Space acts even on a focused button, where Enter still presses it; switched off,
 * every key does what the browser does with it.
 */
export function useShortcuts(shortcuts: Shortcuts, on: boolean): void {
  useKeys((key) => shortcuts[key], on);
}

/** The same for keys that are looked up when they are pressed. @param find what a key, in lower case, does; undefined for nothing */
export function useKeys(find: (key: string) => (() => void) | undefined, on: boolean): void {
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    if (!on) return undefined;
    let swallow = false; // a button is pressed when Space is let go of
    const down = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || taken(event)) return;
      const act = latest.current(event.key.toLowerCase());
      if (act === undefined) return;
      event.preventDefault();
      swallow = event.key === ' ';
      if (!event.repeat) act();
    };
    const up = (event: KeyboardEvent): void => {
      if (swallow && event.key === ' ') event.preventDefault();
      swallow = false;
    };
    document.addEventListener('keydown', down);
    document.addEventListener('keyup', up, true);
    return () => {
      document.removeEventListener('keydown', down);
      document.removeEventListener('keyup', up, true);
    };
  }, [on]);
}

/** F6 and Shift+F6 go round the regions of a page. Always on: it is no single character. */
export function useRegions(): void {
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || document.querySelector('dialog[open]') !== null) return;
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null);
      if (regions.length === 0) return;
      event.preventDefault();
      const here = regions.findIndex((region) => region.contains(document.activeElement));
      const next = regions[(here + (event.shiftKey ? -1 : 1) + regions.length) % regions.length];
      if (next !== undefined && next.tabIndex < 0) next.tabIndex = -1;
      next?.focus();
    };
    document.addEventListener('keydown', down);
    return () => document.removeEventListener('keydown', down);
  }, []);
}
