import { opened, untilScrape } from '../../policy/habits.ts';
import type { Policy } from '../../policy/policy.ts';

/** Opens everything there is to see, one after the other, and resolves without a word: what reading alone scores. */
export const silent: Policy = {
  id: 'silent',
  begin: () => {
    let acknowledged = false;
    return (view) => {
      const { observation, menu, brief } = view;
      if (observation.over) return { wait: brief.ticks };
      if (observation.pageTick === null) return untilScrape(view);
      if (!acknowledged) {
        acknowledged = true;
        return { act: { type: 'acknowledge' } };
      }
      const unseen = menu.looks.find((offer) => offer.refusal === null && !opened(observation, offer.look));
      return { act: unseen?.look ?? { type: 'resolve' } };
    };
  },
};
