import { moveExperiment, takeLook } from '../../parts/experiment/step.ts';
import { passesGate } from '../../parts/release/gate.ts';
import { answerAmber, replaceCandidate, rollBack, sendRelease, setShare, timeOut } from '../../parts/release/step.ts';
import { compareAnew } from './compare.ts';
import { bookDelay } from './delay.ts';
import { shadowObjects } from './shadow.ts';
import type { World } from './world.ts';

/** What happens to a release by itself at a tick: planned steps, gates, the agreed rule, an amber that nobody answers, a new version that is ready. */
export function advanceRelease(world: World, now: number): void {
  const { release } = world.state.parts;
  const params = world.setup.params.release;
  if (now >= release.comingAt) bringNew(world, now);
  if (now >= release.canaryUntil) endCanary(world);
  if (release.byPlan) plannedSteps(world, now);
  if (!release.closed && world.ledger.resolvedTick !== null) closeAsItIs(world, now);
  if (timeOut(release, params, now)) bookDelay(world);
  if (release.judging && now >= release.nextLookAt) judge(world, now);
}

/** Who closes an incident answers its amber. A release that is still under way then goes on as agreed: the rule decides on it, as it is. */
function closeAsItIs(world: World, now: number): void {
  const { release } = world.state.parts;
  release.closed = true;
  answerAmber(release);
  if (release.share <= 0 || release.share >= 1 || release.judging) return;
  release.judging = true;
  compareAnew(world, now);
}

function bringNew(world: World, now: number): void {
  const { setup, state } = world;
  const { release } = state.parts;
  release.comingAt = NaN;
  if (!passesGate(setup.params.release, setup.params.audience, release.coming)) return;
  replaceCandidate(release, release.coming);
  release.byPlan = false;
  compareAnew(world, now);
}

/** The canary before the planned steps has run its time and nothing spoke against it. */
function endCanary({ state }: World): void {
  const { release, experiment } = state.parts;
  release.canaryUntil = NaN;
  release.judging = false;
  moveExperiment(experiment, 'RAMP');
}

function plannedSteps(world: World, now: number): void {
  const { setup, state } = world;
  const { release } = state.parts;
  const params = setup.params.release;
  while (release.byPlan && release.steps < params.ramp.length && params.ramp[release.steps]!.atSeconds <= now) {
    if (release.canaryUntil === release.canaryUntil) return; // a canary is under way
    const step = params.ramp[release.steps]!;
    const last = release.steps === params.ramp.length - 1;
    if (release.steps === 0 && !passesGate(params, setup.params.audience, release.candidate)) return block(world);
    if (params.shadow.on && !last) {
      release.steps += 1; // both versions score; nobody sees the candidate's answer
      sendRelease(release, 'SHADOW');
      continue;
    }
    if (params.shadow.on && last && shadowObjects(world)) return block(world);
    if (params.canary.on && release.share === 0) {
      setShare(release, params.canary.share);
      compareAnew(world, now);
      release.canaryUntil = now + params.canary.seconds;
      release.judging = true;
      return;
    }
    release.steps += 1;
    setShare(release, step.share);
    if (params.shadow.on) release.cold = 0; // its pods have answered for a while
    release.listsCopied = step.share >= 1 && params.copiesLists;
    compareAnew(world, now);
  }
}

function block({ state }: World): void {
  const { release } = state.parts;
  sendRelease(release, 'BLOCK');
  release.share = 0;
  release.byPlan = false;
}

/** One look of the agreed rule, and what follows from it. */
function judge(world: World, now: number): void {
  const { setup, state } = world;
  const { release, experiment } = state.parts;
  const canary = release.canaryUntil === release.canaryUntil;
  release.nextLookAt = now + setup.params.experiment.lookSeconds;
  const { decision } = takeLook(experiment, setup.params.experiment);
  if (decision === 'stop-for-harm' || (decision === 'conclude' && !canary)) {
    rollBack(release);
    bookDelay(world);
  } else if (decision === 'ramp' && !canary) {
    release.judging = false;
    setShare(release, Math.max(release.share, 0.5));
    compareAnew(world, now);
  } else if (decision !== 'continue') release.judging = false;
}
