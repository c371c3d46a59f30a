import type { Locator, Page } from 'playwright-core';

/**
 * Drags a finger over an element, in steps as a hand would.
 * @param by px to the right and down @param from px inside the element, from its left upper corner
 */
export async function drag(page: Page, element: Locator, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('expected what the finger drags on to be shown');
  const session = await page.context().newCDPSession(page);
  const STEPS = 10;
  const at = (step: number) => ({ x: box.x + from.x + (by.x * step) / STEPS, y: box.y + from.y + (by.y * step) / STEPS });
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] });
  for (let step = 1; step <= STEPS; step++) await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(step)] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
