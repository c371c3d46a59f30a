import type { Locator, Page } from 'playwright-core';

export type Way = 'mouse' | 'keyboard' | 'tree';
export const WAYS: readonly Way[] = ['mouse', 'keyboard', 'tree'];

export type Role = 'button' | 'tab' | 'radio' | 'checkbox' | 'slider' | 'combobox' | 'textbox';

/** One way to work the page. All of them name a control by what it is and how its name begins. */
export interface Hand {
  readonly way: Way;
  /** Presses, ticks or picks. @param name how the name begins, or a pattern */
  press(role: Role, name: string | RegExp): Promise<void>;
  /** Moves a slider to a percentage. */
  slide(name: string, percent: number): Promise<void>;
  /** Picks from a list by the words of the option. */
  choose(name: string, option: string): Promise<void>;
  write(name: string | RegExp, text: string): Promise<void>;
  /** Names of all that can be reached of a role, in order. */
  names(role: Role): Promise<readonly string[]>;
  /** A single key where this way has keys; false where it has none. */
  key(key: string): Promise<boolean>;
}

export const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words at the start of a name, with any white space. */
export const beginning = (name: string | RegExp): RegExp =>
  typeof name === 'string' ? new RegExp(`^\\s*${escaped(name).replaceAll(/\s+/g, '\\s+')}`) : name;

/** Within the open dialog where there is one: the rest of the page does not answer then. */
export const inFront = async (page: Page) => {
  const dialog = page.locator('dialog[open]').last();
  return (await dialog.count()) > 0 ? dialog : page.locator('body');
};

/** Whether a control is seen and not set aside by what lies over it. */
export const answers = async (control: Locator): Promise<boolean> =>
  (await control.isVisible()) && !(await control.evaluate((element) => element.closest('[inert]') !== null));
