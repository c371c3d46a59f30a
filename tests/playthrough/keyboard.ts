import type { Locator, Page } from 'playwright-core';
import { answers, beginning, inFront, type Hand, type Role } from './hand.ts';

const MOST_STEPS = 160;
const PATIENCE_MS = 40_000; // a machine may be busy

/** Where the focus is beside its goal: on it, in the same group that arrows move in, or elsewhere. */
const whereFrom = (
  goal: Element,
): { readonly at: 'goal' | 'row' | 'column' | 'elsewhere'; readonly what: string; readonly covered: boolean } => {
  const here = document.activeElement;
  const name = (element: Element | null): string =>
    element === null || element === document.body
      ? '(nothing)'
      : (element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent ?? '')
          .replace(/\s+/g, ' ')
          .trim()
          .slice(0, 40);
  const what = name(here);
  if (here === goal) {
    const box = goal.getBoundingClientRect();
    const target = goal.closest('label') ?? goal;
    const seen = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
    const covered = seen === null || !(target.contains(seen) || seen.contains(target));
    return { at: 'goal', what, covered };
  }
  const sameRadio =
    goal instanceof HTMLInputElement &&
    here instanceof HTMLInputElement &&
    goal.type === 'radio' &&
    here.type === 'radio' &&
    goal.name === here.name &&
    goal.form === here.form;
  if (sameRadio) return { at: 'column', what, covered: false };
  const group = goal.closest('[role=tablist], [role=radiogroup], .action-scroll, .phone-tabs');
  if (group !== null && group.contains(here) && goal instanceof HTMLElement && goal.tabIndex < 0)
    return { at: 'row', what, covered: false };
  return { at: 'elsewhere', what, covered: false };
};

/** Keys alone: Tab, arrows in groups, Space and Enter, and the letters of the drill. */
export function keyboardHand(page: Page, stumbles: string[]): Hand {
  const goalOf = async (role: Role, name: string | RegExp): Promise<Locator> => {
    const front = await inFront(page);
    const all = front.getByRole(role, { name: beginning(name) });
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      for (const one of await all.all()) if (await answers(one)) return one;
      await page.waitForTimeout(60);
    }
    throw new Error(`expected a ${role} ${String(name)} to reach by keyboard`);
  };
  const reach = async (role: Role, name: string | RegExp): Promise<Locator> => {
    const goal = await goalOf(role, name);
    const passed: string[] = [];
    for (let i = 0; i < MOST_STEPS; i++) {
      const { at, what, covered } = await goal.evaluate(whereFrom);
      if (at === 'goal') {
        if (covered) stumbles.push(`focus on "${what}" cannot be seen`);
        return goal;
      }
      passed.push(what);
      await page.keyboard.press(at === 'row' ? 'ArrowRight' : at === 'column' ? 'ArrowDown' : 'Tab');
    }
    throw new Error(`expected to reach ${String(name)} by keys, passed: ${passed.slice(-40).join(' | ')}`);
  };
  const press = async (role: Role, name: string | RegExp): Promise<void> => {
    const goal = await reach(role, name);
    if (role === 'radio' && (await goal.isChecked())) return;
    if (role === 'tab') return; // arrows have selected it
    await page.keyboard.press(role === 'button' ? 'Enter' : 'Space');
  };
  return {
    way: 'keyboard',
    press,
    slide: async (name, percent) => {
      const slider = await reach('slider', name);
      for (let i = 0; i < 40; i++) {
        const got = Number(await slider.inputValue());
        if (got === percent) return;
        await page.keyboard.press(got < percent ? 'ArrowRight' : 'ArrowLeft');
      }
      throw new Error(`expected the slider ${name} to stop at ${percent}`);
    },
    choose: async (name, option) => {
      const list = await reach('combobox', name);
      await page.keyboard.press('Home');
      for (let i = 0; i < 40; i++) {
        const got = await list.evaluate((each) => (each as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');
        if (got.trim() === option) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`expected the list ${name} to have ${option}`);
    },
    write: async (name, text) => {
      await reach('textbox', name);
      await page.keyboard.type(text);
    },
    names: async (role) => {
      const front = await inFront(page);
      const texts: string[] = [];
      for (const one of await front.getByRole(role).all()) {
        const label = one.locator('xpath=ancestor::label[1]');
        texts.push((await ((await label.count()) === 1 ? label : one).innerText()).replaceAll(/\s+/g, ' ').trim());
      }
      return texts;
    },
    key: async (key) => {
      await page.keyboard.press(key);
      return true;
    },
  };
}
