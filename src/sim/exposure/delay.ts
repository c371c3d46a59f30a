import { createExposure, expose } from '../../parts/successes/exposure.ts';
import { meanArrivals } from '../../parts/audience/step.ts';
import { exposureInputs } from './inputs.ts';
import type { World } from './world.ts';

/** What a day with the candidate for everyone would lose in counted outcomes, once its pods are warm and its split is fair. € */
export function dailyLossEur({ setup, state }: World): number {
  const { params, cells } = setup;
  const out = createExposure(cells);
  const version = { ...state.parts.release, share: 1, cold: 0, byUnit: true, listsCopied: false, candidate: params.release.candidate };
  const arrivals = meanArrivals(
    { ...params.audience, byHour: Array.from({ length: 24 }, () => 1), byWeekday: [1, 1, 1, 1, 1, 1, 1] },
    0,
    86_400,
  );
  expose(
    out,
    cells,
    params.audience,
    params.release,
    params.successes,
    { ...state.parts.audience, arrivals },
    version,
    exposureInputs(state.inputs),
  );
  let lost = 0;
  for (let cell = 0; cell < cells.count; cell += 1) lost += out.arrivals[cell]! * (out.planned[cell]! - out.success[cell]!);
  return Math.max(0, lost) * params.successes.eurPerSuccess;
}

/** A release that is taken back comes a week later. What it would have been worth in that time, if anything, is booked once. */
export function bookDelay(world: World): void {
  const { release, successes } = world.state.parts;
  const { delayEurPerDay, delayDays, candidate } = world.setup.params.release;
  if (release.delayed || release.candidate !== candidate) return;
  release.delayed = true;
  if (delayEurPerDay > 0) successes.delayEur += Math.max(0, delayEurPerDay - dailyLossEur(world)) * delayDays;
}
