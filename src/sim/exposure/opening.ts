import { binomialAt } from '../../kernel/binomial.ts';
import { drawKey } from '../../kernel/streams.ts';
import { createAlerts } from '../../parts/alerts/step.ts';
import { createColleagues } from '../../parts/colleagues/step.ts';
import { createStakeholder } from '../../parts/stakeholder/step.ts';
import { applySettings } from '../../scenario/settings.ts';
import type { Variant } from '../../scenario/truth.ts';
import { createParts, createRig } from './create.ts';
import { countsAt } from './history.ts';
import { driveInputs, normalInputs } from './inputs.ts';
import { step } from './step.ts';
import type { PartParams, Setup, World } from './world.ts';

const KEPT = 512; // seeds remembered for a variant
const known = new WeakMap<Variant, Map<string, number>>();

/** The system as the variant has it, whatever preventions are in place: the night stays the same one when it is run again with them. */
const beforePreventions = (setup: Setup): PartParams =>
  applySettings(setup.scenario.system, setup.variant.system).parts as unknown as PartParams;

/**
 * Which stream of outcomes a seed tells: the first whose opening reads as the page says. Of all nights that could come, only those
 * that page become a drill; and whatever made the page then is as likely chance as cause.
 * The candidate's draws alone differ from stream to stream, so the search looks at them only.
 */
export function openingStream(setup: Setup): number {
  if (!setup.params.release.opening.on) return 0;
  let seeds = known.get(setup.variant);
  if (seeds === undefined) known.set(setup.variant, (seeds = new Map()));
  let stream = seeds.get(setup.seed);
  if (stream === undefined) {
    if (seeds.size >= KEPT) seeds.clear();
    seeds.set(setup.seed, (stream = search({ ...setup, params: beforePreventions(setup), stream: 0 })));
  }
  return stream;
}

/** A world in which nobody does anything, as far as the opening needs it. */
function unattended(setup: Setup): World {
  const { params } = setup;
  const parts = createParts(setup, {
    alerts: createAlerts(params.alerts),
    stakeholder: createStakeholder(params.stakeholder),
    colleagues: createColleagues(params.colleagues),
    charts: {},
  });
  const state = { tick: 0, inputs: normalInputs(setup), parts, agenda: [] };
  return { setup, state, rig: createRig(setup, null), ledger: { pageTick: null, resolvedTick: null } } as unknown as World;
}

function search(setup: Setup): number {
  const { cells, seed } = setup;
  const { opening } = setup.params.release;
  const { tickSeconds } = setup.scenario.brief;
  const from = Math.round(opening.fromSeconds / tickSeconds);
  const to = from + Math.round(opening.seconds / tickSeconds);
  const world = unattended(setup);
  const exposed: { readonly tick: number; readonly cell: number; readonly n: number; readonly p: number }[] = [];
  let [stableTrials, stableSuccesses, trials] = [0, 0, 0];
  while (world.state.tick < to) {
    const { tick } = world.state;
    driveInputs(world);
    step(world, tick * tickSeconds);
    const { history } = world.rig;
    const counts = history.counted[history.counted.length - 1]!;
    const at = countsAt(history);
    if (tick >= from)
      for (let cell = 0; cell < cells.count; cell += 1) {
        const n = counts[at + cell]!;
        if (cells.sideOf[cell] === 1) {
          if (n > 0) exposed.push({ tick, cell, n, p: world.rig.exposure.success[cell]! });
          trials += n;
        } else {
          stableTrials += n;
          stableSuccesses += counts[at + 2 * cells.count + cell]!;
        }
      }
    world.state.tick = tick + 1;
  }
  let nearest = { stream: 0, off: Infinity };
  for (let stream = 0; stream < opening.tries; stream += 1) {
    const key = drawKey(seed, 'successes', `candidate ${stream}`);
    let successes = 0;
    for (const { tick, cell, n, p } of exposed) successes += binomialAt(key, tick, cell, n, p);
    const gap = (successes / trials - stableSuccesses / stableTrials) * 100;
    const off = gap < opening.gapPp ? opening.gapPp - gap : gap - opening.gapPp;
    if (off <= opening.tolerancePp) return stream;
    if (off < nearest.off) nearest = { stream, off };
  }
  return nearest.stream;
}
