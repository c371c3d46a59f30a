import type { Change } from '../../domain/action.ts';
import { actionChoices } from '../../game/action-groups.ts';
import type { PlayDeed } from '../../game/commands/play-command.ts';
import { nextAwaited } from '../../game/awaited.ts';
import { playCommands } from '../../game/commands/play-commands.ts';
import { handStep, handSteps } from '../../game/debrief-clock.ts';
import { tabOf } from '../../game/evidence-tabs.ts';
import { announcements } from '../../game/words/announcements.ts';
import { announce } from '../common/live.tsx';
import { offer, type Offered } from '../shell/command-center.ts';
import { refusalSentence, type Anchor, type Play } from './play-ui.ts';

/** Focus on what the next rendering may bring. */
export const focusSoon = (selector: string): void =>
  void requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());

/** Takes the latest change back. What offered that goes with it, so the focus moves on to the button of such changes. */
export function takeBack({ act, ui }: Play, type: Change['type'] | undefined): void {
  act({ type: 'take-back' });
  document.querySelector<HTMLElement>(`.action-bar [data-choice='${type}']`)?.focus({ preventScroll: true });
  ui.looked.value = null; // that it was taken back is read first
}

/** The middle of an action's button, and the upper edge of the bar that it stands in. */
export function anchorOf(button: Element | null): Anchor | null {
  if (button === null) return null;
  const box = button.getBoundingClientRect();
  const bar = button.closest('.action-bar')?.getBoundingClientRect();
  return { middle: box.left + box.width / 2, top: bar?.top ?? box.top };
}

function openPreview({ state, ui }: Play, change: Change): void {
  for (const group of ['mitigate', 'fix'] as const) {
    const choice = actionChoices(state.menu, group).find((each) => each.forms.some((form) => form.action === change));
    if (choice === undefined) continue;
    const button = document.querySelector(`.action-bar [data-choice="${choice.key}"]`);
    button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    ui.form.value = choice.forms.findIndex((form) => form.action === change);
    ui.dialog.value = { kind: 'preview', choice, anchor: anchorOf(button) };
  }
}

function pause({ session, state }: Play): void {
  session.setPaused(!state.paused);
  announce(state.paused ? announcements.goingOn : announcements.paused);
}

function show({ ui }: Play, part: 'board' | 'map' | 'actions' | 'people'): void {
  if (part === 'board' || part === 'people') ui.drawer.value = true;
  if (part !== 'actions') ui.phone.value = part === 'people' ? 'tell' : part;
  // On the map the station that arrows start from; before it is drawn, the map.
  const first = document.querySelector('.map-mirror [tabindex="0"]') === null ? '.map-panel' : '.map-mirror [tabindex="0"]';
  focusSoon({ board: '.board .slot', map: first, actions: '.action-bar .button', people: '.alerts' }[part]);
}

/** Carries out what a command of the drill stands for. */
export function doDeed(play: Play, deed: PlayDeed): void {
  const { session, state, ui, board, act } = play;
  const tab = (kind: Parameters<typeof tabOf>[0] | null, id = kind === null ? null : tabOf(kind)): void => {
    if (id === null) return;
    ui.tab.value = id;
    ui.phone.value = 'evidence';
  };
  switch (deed.do) {
    case 'act':
      act(deed.action);
      return;
    case 'look':
      if (act(deed.look)) tab(deed.look);
      return;
    case 'preview':
      openPreview(play, deed.change);
      return;
    case 'dialog':
      ui.dialog.value = { kind: deed.dialog };
      return;
    case 'slot':
      ui.dialog.value = { kind: 'slot', slot: deed.slot };
      return;
    case 'belief': {
      const belief = board.beliefs.find((each) => each.cause.id === deed.cause);
      if (belief !== undefined) ui.dialog.value = { kind: 'belief', belief };
      return;
    }
    case 'tab':
      tab(null, deed.tab);
      focusSoon(`#evidence-tab-${deed.tab}`);
      return;
    case 'show':
      show(play, deed.part);
      return;
    case 'station':
      ui.phone.value = 'map';
      ui.station.value = deed.station;
      return;
    case 'pause':
      pause(play);
      return;
    case 'speed':
      session.setSpeed(deed.speed);
      announce(announcements.speed(deed.speed));
      return;
    case 'wait':
      session.wait(handStep(session.brief));
      return;
    case 'wait-for-effect': {
      const tick = nextAwaited(state.observation, session.brief.tickSeconds);
      if (tick !== null) session.waitUntil(tick);
      return;
    }
    case 'untimed':
      session.setUntimed(deed.on);
      announce(deed.on ? announcements.untimed : announcements.timed);
      return;
  }
}

/** The drill's commands as the page offers them: a refusal is shown beside the actions and said aloud. */
export function offeredInPlay(play: Play): readonly Offered[] {
  const { session, ui } = play;
  const refuse = (reason: string): void => {
    ui.refused.value = refusalSentence(reason);
    announce(announcements.notDone(reason));
  };
  const refusalOf = (id: string): ((reason: string) => void) => {
    if (id === 'time/pause') return () => announce(announcements.cannotPause(handSteps(session.brief, 1)));
    // Who asks once more for time to pass while it does gets what was asked for.
    if (id.startsWith('time/wait') && session.state().jumpingTo !== null) return () => undefined;
    return refuse;
  };
  return playCommands({ brief: session.brief, state: session.state(), board: play.board }).map((each) =>
    offer(each, () => doDeed(play, each.deed), refusalOf(each.id)),
  );
}
