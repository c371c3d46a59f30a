import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Command } from '../../game/commands/command.ts';
import { commandAt, keyName, keyOf, type Keys, type Place } from '../../game/commands/keys.ts';
import { paletteWords } from '../../game/words/palette.ts';
import { announce } from '../common/live.tsx';
import { useKeys } from './shortcuts.ts';

/** A command that what is on the screen can carry out. One that is refused says why when it is run. */
export interface Offered extends Command {
  readonly run: () => void;
}

type Source = () => readonly Offered[];

const sources = new Set<Source>();

/** Offers the commands of a screen for as long as it is shown; they are asked for when a key is pressed or the list is opened. */
export function useCommands(source: Source): void {
  const latest = useRef(source);
  latest.current = source;
  useEffect(() => {
    const mine: Source = () => latest.current();
    sources.add(mine);
    return () => void sources.delete(mine);
  }, []);
}

/** All commands of what is on the screen: its own, then those of the page. */
export const offeredNow = (): readonly Offered[] => [...sources].flatMap((source) => source());

export const paletteOpen = signal(false);

const bound = signal<{ readonly keys: Keys; readonly on: boolean }>({ keys: {}, on: true });

/** The key of a command as it is bound now, to be shown on its button; undefined for none, or where single keys are off. */
export function boundKey(id: string): string | undefined {
  const { keys, on } = bound.value;
  const key = keyOf(keys, id);
  return on && key !== '' ? keyName(key) : undefined;
}

const find = (id: string | null): (() => void) | undefined =>
  id === null ? undefined : offeredNow().find((command) => command.id === id)?.run;

/** Keys of the whole page: single ones as they are bound, Ctrl or ⌘ with K for all commands, with Z to take back. */
export function useCommandKeys(keys: Keys, on: boolean, place: Place): void {
  useEffect(() => {
    bound.value = { keys, on };
  }, [keys, on]);
  useKeys((key) => find(commandAt(keys, key, place)), on);
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      if (key === 'k') {
        event.preventDefault();
        if (!event.repeat) paletteOpen.value = !paletteOpen.value;
      } else if (key === 'z' && document.querySelector('dialog[open]') === null) {
        if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null) return;
        const back = find('prove/take-back');
        if (back === undefined) return;
        event.preventDefault();
        back();
      }
    };
    document.addEventListener('keydown', down);
    return () => document.removeEventListener('keydown', down);
  }, []);
}

/** A command of the page with what it does; where it is refused, its reason is said instead. */
export const offer = <C extends Command>(command: C, run: (command: C) => void, refuse: (reason: string) => void = say): C & Offered => ({
  ...command,
  run: () => (command.refusal === null ? run(command) : refuse(command.refusal)),
});

const say = (reason: string): void => announce(paletteWords.notDone(reason));
