import type { Policy } from './policy.ts';

/** Never answers the pager: what the incident costs when left alone. */
export const none: Policy = {
  id: 'none',
  begin:
    ({ brief }) =>
    () => ({ wait: brief.ticks }),
};
