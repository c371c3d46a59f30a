import { changeSchema, type Change } from './action.ts';

/** Other figures to try for a change that has one, as multiples of what the menu suggests or as they are. */
function others(change: Change): readonly Change[] {
  switch (change.type) {
    case 'scale':
      return [0.6, 0.75, 1.5].map((factor) => ({ ...change, replicas: Math.max(1, Math.round(change.replicas * factor)) }));
    case 'raise-max-replicas':
      return [0.75, 2].map((factor) => ({ ...change, max: Math.max(1, Math.round(change.max * factor)) }));
    case 'shed':
      return [0.05, 0.1, 0.3, 0.5].map((share) => ({ ...change, share }));
    case 'shift-traffic':
      return [0.5, 1].map((share) => ({ ...change, share }));
    case 'set-retries':
      return [2].map((attempts) => ({ ...change, attempts }));
    default:
      return [];
  }
}

/** Changes as the menu suggests them, and with other figures where they have one; each is one that a record can keep. */
export function changesWithFigures(suggested: readonly Change[]): readonly Change[] {
  const all = suggested.flatMap((change) => [change, ...others(change)]);
  const distinct = new Map(all.map((change) => [JSON.stringify(change), change]));
  return [...distinct.values()].filter((change) => changeSchema.safeParse(change).success);
}

/** A change, and the other modes that it can have where the menu does not spell them out. */
export const withOtherModes = (change: Change): readonly Change[] =>
  change.type === 'set-breaker' ? [change, { ...change, mode: 'off' }] : [change];
