import type { Visitor } from './visitor.ts';

const LARGER = [100, 110, 125, 150, 175, 200] as const; // percent, as the settings step through them

/** Sets the size of text as a reader does, on the first screen. */
export async function setTextSize({ page, go }: Visitor, percent: (typeof LARGER)[number]): Promise<void> {
  await go('');
  await page.getByRole('button', { name: 'Settings' }).click();
  for (let i = 0; i < LARGER.indexOf(percent); i++) await page.getByRole('button', { name: 'A+: larger text' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
}
