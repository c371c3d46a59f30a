import type { ColleagueOffer, LookOffer } from '../domain/observation.ts';
import { refusalWords } from '../domain/words/refusals.ts';
import { askRefusal, callRefusal, readsLook } from './colleagues.ts';
import type { World } from './plant.ts';

/** Who can be called in and for what, and which looks those who are there can be asked for. @param looks that the system has */
export const colleagueOffers = (world: World, looks: readonly LookOffer[]): ColleagueOffer[] =>
  world.setup.params.colleagues.people.map((one) => {
    const own = looks.filter(({ look }) => readsLook(one, look));
    return {
      id: one.id,
      name: one.name,
      reads: own.map(({ label }) => label),
      decides: one.decides,
      comesSeconds: { from: one.comes[0], to: one.comes[1] },
      eur: one.eur,
      refusal: overRefusal(world) ?? callRefusal(world, one.id),
      looks: own.map((offer) => ({ ...offer, refusal: overRefusal(world) ?? askRefusal(world, one.id, offer.look) })),
    };
  });

const overRefusal = ({ ledger, state, setup }: World): string | null =>
  ledger.resolvedTick !== null || state.tick >= setup.scenario.brief.ticks ? refusalWords.over : null;
