import { useEffect, useRef } from 'preact/hooks';
import { actionChoices } from '../../game/action-groups.ts';
import type { Target } from '../../game/guide/target.ts';
import { shownTabs } from '../../game/evidence-tabs.ts';
import { sameLook } from '../../domain/same-look.ts';
import { isChange } from '../../domain/action.ts';
import { guideWords } from '../../game/words/guide.ts';
import type { Play } from '../play/play-ui.ts';

const { places } = guideWords;

const first = (selector: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.offsetParent !== null) ?? null;

const phoneTab = (name: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>('.phone-tabs button')].find(
    (button) => button.textContent?.trim().startsWith(name) === true,
  ) ?? null;

const actionButton = (name: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>('.action-bar .button')].find(
    (button) => button.textContent?.trim().startsWith(name) === true,
  ) ?? null;

function evidencePlace({ ui, state }: Play, tab: string, row: string | null): HTMLElement | null {
  const shown = shownTabs(state.observation, state.menu).find((each) => each.holds.some((held) => held === tab));
  const open = shown !== undefined && shown.holds.includes(ui.tab.value);
  const selector =
    open && row !== null ? `.look-row button[aria-label*="${CSS.escape(places.look(row))}"]` : `#evidence-tab-${shown?.id ?? tab}`;
  return first(selector) ?? phoneTab(places.views.evidence);
}

/** The element that a target is on the screen as it stands; where it is in another view of a phone, the way there. */
export function elementOf(target: Target, play: Play): HTMLElement | null {
  switch (target.kind) {
    case 'look': {
      const label = play.state.menu.looks.find((offer) => sameLook(offer.look, target.look))?.label ?? null;
      return evidencePlace(play, target.tab, label);
    }
    case 'tab':
      return evidencePlace(play, target.tab, null);
    case 'actions':
      return first(`.action-group[aria-label="${places.groups[target.group]}"]`);
    case 'change': {
      const { action } = target;
      const choices = [...actionChoices(play.state.menu, 'mitigate'), ...actionChoices(play.state.menu, 'fix')];
      const choice = isChange(action) ? choices.find((each) => each.type === action.type) : undefined;
      return choice === undefined ? null : actionButton(choice.label);
    }
    case 'button':
      return actionButton(places.buttons[target.does]);
    case 'board':
      return first('.board .slots') ?? first('.drawer-open') ?? phoneTab(places.views.board);
    case 'time':
      return first('.speeds') ?? first('.time-controls');
  }
}

/** Rings what the guidance speaks of, wherever it is on the screen; at most one thing at a time. */
export function useLit(target: Target | null, play: Play): void {
  const { tab, phone, dialog, drawer } = play.ui;
  const shown = [tab.value, phone.value, dialog.value === null, drawer.value].join();
  const place = JSON.stringify([target, shown]);
  const returned = play.state.observation.evidence.length;
  const before = useRef({ place: '', returned });
  useEffect(() => {
    let element: HTMLElement | null = null;
    const frame = requestAnimationFrame(() => {
      element = target === null ? null : elementOf(target, play);
      element?.setAttribute('data-lit', '');
      // What a look has just brought is read first: it is not scrolled away.
      const isNew = before.current.place !== place && before.current.returned === returned;
      before.current = { place, returned };
      if (isNew && element?.closest('.look-row') != null) element.scrollIntoView({ block: 'nearest' });
    });
    return () => {
      cancelAnimationFrame(frame);
      element?.removeAttribute('data-lit');
    };
  }, [place, returned, play.state.log.length, play.state.jumpingTo === null]);
}

/** Brings a target into view and gives it the focus. */
export function reveal(target: Target, play: Play): void {
  const { ui } = play;
  if (target.kind === 'look' || target.kind === 'tab') {
    ui.tab.value = target.tab;
    ui.phone.value = 'evidence';
  }
  if (target.kind === 'board') {
    ui.phone.value = 'board';
    ui.drawer.value = true;
  }
  requestAnimationFrame(() => {
    const element = elementOf(target, play);
    element?.scrollIntoView({ block: 'nearest', inline: 'center' });
    if (target.kind === 'actions') return element?.focus(); // none of them is picked out
    const button =
      element?.matches('button') === true ? element : element?.querySelector<HTMLElement>('button:not([tabindex="-1"]), button');
    button?.focus();
  });
}
