import type { Locator, Page } from 'playwright-core';
import { answers, beginning, inFront, type Hand, type Role } from './hand.ts';

const PATIENCE_MS = 40_000; // a machine may be busy

/** Whether a person could have scrolled to where something is: a script can scroll what hides its overflow, a finger cannot. */
const hiddenFromFingers = (element: Element): string | null => {
  for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    const locked = (how: string): boolean => how === 'hidden' || how === 'clip';
    if ((at.scrollTop > 1 && locked(overflowY)) || (at.scrollLeft > 1 && locked(overflowX))) return `${at.tagName}.${at.className}`;
  }
  const box = element.getBoundingClientRect();
  if (box.right > innerWidth + 1 || box.left < -1)
    return `beyond the side of the window: ${Math.round(box.left)}..${Math.round(box.right)}`;
  return null;
};

/** Points at what it sees: a click, or on a phone a touch, in the middle of what is visible and not covered. */
export function mouseHand(page: Page, touch: boolean): Hand {
  const point = async (target: Locator): Promise<void> => {
    await (touch ? target.tap({ timeout: PATIENCE_MS }) : target.click({ timeout: PATIENCE_MS }));
  };
  const visible = async (role: Role, name: string | RegExp): Promise<Locator> => {
    const front = await inFront(page);
    const all = front.getByRole(role, { name: beginning(name) });
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      for (const one of await all.all()) if (await answers(one)) return one;
      await page.waitForTimeout(60);
    }
    throw new Error(
      `expected to see a ${role} ${String(name)}; seen: ${(await front.getByRole(role).allInnerTexts()).join(' | ').slice(0, 900)}`,
    );
  };
  const press = async (role: Role, name: string | RegExp): Promise<void> => {
    let target = await visible(role, name);
    if (role === 'radio' || role === 'checkbox') {
      const label = target.locator('xpath=ancestor::label[1]'); // words belong to their box
      if ((await label.count()) === 1) target = label;
    }
    await target.scrollIntoViewIfNeeded();
    const hidden = await target.evaluate(hiddenFromFingers);
    if (hidden !== null) throw new Error(`expected ${String(name)} where a finger can scroll to, got ${hidden}`);
    await point(target);
  };
  return {
    way: 'mouse',
    press,
    slide: async (name, percent) => {
      const slider = await visible('slider', name);
      await slider.scrollIntoViewIfNeeded();
      const box = (await slider.boundingBox())!;
      const shown = async (): Promise<number> => Number(await slider.inputValue());
      for (let nudge = 0, tries = 0; tries < 12; tries++) {
        const x = Math.min(box.width - 1, Math.max(1, (box.width * percent) / 100 + nudge));
        await (touch ? page.touchscreen.tap(box.x + x, box.y + box.height / 2) : page.mouse.click(box.x + x, box.y + box.height / 2));
        const got = await shown();
        if (got === percent) return;
        nudge += got < percent ? 3 : -3;
      }
      throw new Error(`expected the slider ${name} to stop at ${percent}, got ${await shown()}`);
    },
    choose: async (name, option) => {
      const list = await visible('combobox', name);
      await point(list);
      await list.selectOption({ label: option }); // the system's own list is not part of the page
    },
    write: async (name, text) => {
      const field = await visible('textbox', name);
      await point(field);
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
    key: async () => false,
  };
}
