import type { MessageBlock } from './action.ts';

/** What an update says that serves its reader: what it costs, what is being done, and when the next word comes. */
const SAID_BY = {
  cost: ['impact', 'users-see'],
  step: ['next-step', 'options'],
  when: ['next-update'],
} as const satisfies Readonly<Record<string, readonly MessageBlock[]>>;
export type UpdateNeed = keyof typeof SAID_BY;

/** What an update leaves out; nothing where it is a full one. */
export const leftOut = (blocks: readonly MessageBlock[]): readonly UpdateNeed[] =>
  (Object.keys(SAID_BY) as UpdateNeed[]).filter((need) => !SAID_BY[need].some((block) => blocks.includes(block)));
