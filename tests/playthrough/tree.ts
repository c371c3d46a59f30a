import type { CDPSession, Page } from 'playwright-core';
import { eventually as until } from './eventually.ts';
import { beginning, type Hand, type Role } from './hand.ts';

const PATIENCE_MS = 40_000; // a machine may be busy

/** The default action of a node that is there and not dimmed. @returns whether it was */
const PRESS = `function () {
  if (!this.isConnected || this.getAttribute('aria-disabled') === 'true') return false;
  this.focus();
  this.click();
  return true;
}`;

interface AxNode {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly value?: { readonly value: unknown };
  readonly backendDOMNodeId?: number;
  readonly childIds?: readonly string[];
}

/** As a screen reader works the page: only what the accessibility tree names, by role and name, and its default action. */
export async function treeHand(page: Page): Promise<Hand> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('Accessibility.enable');
  await cdp.send('DOM.enable');
  const nodes = async (role: Role): Promise<readonly AxNode[]> => {
    const { nodes: all } = (await cdp.send('Accessibility.getFullAXTree')) as unknown as { readonly nodes: readonly AxNode[] };
    return all.filter((each) => !each.ignored && each.role?.value.toLowerCase() === role && each.backendDOMNodeId !== undefined);
  };
  const nameOf = (node: AxNode): string => (node.name?.value ?? '').replaceAll(/\s+/g, ' ').trim();
  const find = async (role: Role, name: string | RegExp): Promise<AxNode> => {
    const end = Date.now() + PATIENCE_MS;
    let heard: readonly string[] = [];
    while (Date.now() < end) {
      const all = await nodes(role);
      const found = all.find((each) => beginning(name).test(nameOf(each)));
      if (found !== undefined) return found;
      heard = all.map(nameOf);
      await page.waitForTimeout(100);
    }
    throw new Error(`expected the accessibility tree to name a ${role} ${String(name)}, got: ${heard.join(' | ').slice(0, 900)}`);
  };
  const call = async (node: AxNode, functionDeclaration: string): Promise<unknown> => {
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: node.backendDOMNodeId! });
    const { result } = await cdp.send('Runtime.callFunctionOn', { objectId: object.objectId!, functionDeclaration, returnByValue: true });
    return result.value;
  };
  const focus = (node: AxNode): Promise<unknown> => call(node, 'function () { this.focus(); }');
  return {
    way: 'tree',
    press: async (role, name) => {
      // dimmed for now, or drawn anew between being found and being pressed
      await until(`the ${role} ${String(name)} takes a press`, async () => (await call(await find(role, name), PRESS)) === true);
    },
    slide: async (name, percent) => {
      await focus(await find('slider', name));
      for (let i = 0; i < 40; i++) {
        const got = Number((await find('slider', name)).value?.value);
        if (got === percent) return;
        await page.keyboard.press(got < percent ? 'ArrowRight' : 'ArrowLeft');
      }
      throw new Error(`expected the slider ${name} to stop at ${percent}`);
    },
    choose: async (name, option) => {
      await focus(await find('combobox', name));
      await page.keyboard.press('Home');
      for (let i = 0; i < 40; i++) {
        const got = (await find('combobox', name)).value?.value;
        if (String(got).trim() === option) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`expected the list ${name} to have ${option}`);
    },
    write: async (name, text) => {
      await focus(await find('textbox', name));
      await page.keyboard.insertText(text);
    },
    names: async (role) => (await nodes(role)).map(nameOf),
    key: async () => false,
  };
}
