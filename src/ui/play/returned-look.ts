import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { lookedBy } from '../../domain/looked-by.ts';
import { textScale } from '../common/element-width.ts';
import { usePlay } from './play-ui.ts';

const READ_PX = 200; // at the normal text size: of what came back that has to be in sight, its title with a chart below

const px = (length: string): number => Number.parseFloat(length) || 0; // 0 for "auto"

/** Scrolls what came back to the top of whatever scrolls, unless enough of it is in sight where it is. */
function bringIntoSight(heading: HTMLElement, panel: HTMLElement): void {
  panel.scrollTop = 0; // what is newest stands first
  const { top } = heading.getBoundingClientRect();
  const room = panel.getBoundingClientRect();
  const page = getComputedStyle(document.documentElement);
  const from = Math.max(room.top, px(page.scrollPaddingTop));
  const to = Math.min(room.bottom, innerHeight - px(page.scrollPaddingBottom));
  if (top < from || top + READ_PX * textScale() > to) heading.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** What a look of the player's brought is read next: it comes into sight, and the focus goes to it from the button that asked for it. */
export function useReturnedLook(panel: RefObject<HTMLElement | null>): void {
  const { state, session } = usePlay();
  const { evidence } = state.observation;
  const before = useRef(evidence.length);
  useLayoutEffect(() => {
    const own = evidence.slice(before.current).findLast((each) => lookedBy(each, session.brief.system.colleagues) === null);
    before.current = evidence.length;
    const heading = panel.current?.querySelector<HTMLElement>(`[data-evidence='${own?.id}']`) ?? null;
    if (own === undefined || heading === null || panel.current === null || heading.getClientRects().length === 0) return; // in another view
    bringIntoSight(heading, panel.current);
    const { activeElement } = document;
    const asked = activeElement?.closest<HTMLElement>('.evidence [data-look]')?.dataset['look'] ?? null;
    // A dashboard's button is gone once it is open, and leaves the focus nowhere.
    if (activeElement === document.body || asked === JSON.stringify(own.look)) heading.focus({ preventScroll: true });
  }, [evidence.length]);
}
