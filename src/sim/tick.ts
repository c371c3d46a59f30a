import { hearColleagues } from './colleagues.ts';
import { returnLooks } from './looks.ts';
import type { World } from './plant.ts';
import { scrape } from './scrape.ts';
import { settleVerification } from './verify.ts';

/** Moves the world by one tick. The order of a tick stands here and nowhere else. */
export function stepWorld(world: World): void {
  const { setup, state } = world;
  const { plant } = setup;
  effectsDue(world);
  plant.driveInputs(world);
  plant.step(world, state.tick * setup.scenario.brief.tickSeconds);
  state.tick++;
  if (state.tick % world.scrapeTicks === 0) scrape(world);
  if (world.ledger.looks.length > 0) returnLooks(world);
  if (state.parts.colleagues.onTheWay > 0 || world.ledger.lent.length > 0) hearColleagues(world);
  if (world.ledger.verifying !== null) settleVerification(world);
}

function effectsDue(world: World): void {
  const { state } = world;
  if (state.agenda.length === 0) return;
  const due = state.agenda.filter((entry) => entry.at <= state.tick);
  if (due.length === 0) return;
  state.agenda = state.agenda.filter((entry) => entry.at > state.tick);
  for (const entry of due) {
    world.setup.plant.takeEffect(world, entry.action);
    const last = world.ledger.lastChange;
    if (last !== null && last.due.entry === entry.entry) world.ledger.lastChange = { ...last, effectDone: true };
  }
}
