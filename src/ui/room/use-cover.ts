import { useLayoutEffect } from 'preact/hooks';
import type { RefObject } from 'preact';

const station = (id: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-station="${CSS.escape(id)}"] button`);

/**
 * A room lies over other things, which cannot be reached meanwhile. It takes the focus, and gives it back to the button of its station.
 * @param covered a selector of what lies beneath
 */
export function useCover(id: string, title: RefObject<HTMLElement | null>, covered: string): void {
  useLayoutEffect(() => {
    const beneath = [...document.querySelectorAll<HTMLElement>(covered)];
    for (const element of beneath) element.inert = true;
    title.current?.focus();
    return () => {
      for (const element of beneath) element.inert = false;
      requestAnimationFrame(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) station(id)?.focus();
      });
    };
  }, [id, covered]);
}
