import type { Change } from '../../domain/action.ts';
import { exposureRefusals as no } from '../../domain/words/exposure-refusals.ts';
import { refusalWords } from '../../domain/words/refusals.ts';
import { answerAmber, replaceCandidate, rollBack, setShare } from '../../parts/release/step.ts';
import { compareAnew } from './compare.ts';
import { bookDelay } from './delay.ts';
import type { World } from './world.ts';

/** What a change does once its delay is over. Only causes are touched here; figures follow by themselves. */
export function takeEffect(world: World, change: Change): void {
  const { setup, state } = world;
  const { release, audience } = state.parts;
  const { params } = setup;
  const now = state.tick * setup.scenario.brief.tickSeconds;
  switch (change.type) {
    case 'rollback':
      return expose(world, 0, now);
    case 'shift-traffic':
      return expose(world, change.version === params.release.stable ? 1 - change.share : change.share, now);
    case 'set-ramp':
      return expose(world, change.share, now);
    case 'extend-sample':
      takeOver(world);
      release.judging = true;
      return compareAnew(world, now);
    case 'warm-pods':
      release.cold = 0;
      release.warmsFirst = true;
      return mendComparison(world, now);
    case 'rerandomise':
      release.byUnit = true;
      return mendComparison(world, now);
    case 'move-guardrail':
      release.guardrailPp = change.threshold * 100;
      return takeOver(world);
    case 'ship-next':
      if (params.release.next !== null) replaceCandidate(release, params.release.next);
      takeOver(world);
      return compareAnew(world, now);
    case 'retrain': {
      const made = params.release.retrained.find(({ data }) => data === (change.data ?? 'all'));
      if (made === undefined || !made.promotes) return;
      release.coming = made.version;
      release.comingAt = now + made.extraSeconds;
      return;
    }
    case 'set-flag':
      if (change.flag === params.audience.clientFlag) audience.clientOff = !change.on;
      return;
    case 'pause-experiment':
      if (change.experiment === params.audience.experiment) audience.pauseAt = now + (change.ask ? params.audience.askSeconds : 0);
      return;
    default:
      return; // an alert that is muted changes nothing that happens
  }
}

/** An amber is answered and the planned steps stop. */
function answerFor({ state }: World): void {
  answerAmber(state.parts.release);
  state.parts.release.byPlan = false;
}

/** What was compared is made sound: the rule that was agreed on decides on what is compared from here on. */
function mendComparison(world: World, now: number): void {
  answerFor(world);
  world.state.parts.release.judging = true;
  compareAnew(world, now);
}

/** A person decides from here on. */
function takeOver(world: World): void {
  answerFor(world);
  world.state.parts.release.judging = false;
}

function expose(world: World, share: number, now: number): void {
  const { release } = world.state.parts;
  takeOver(world);
  if (share <= 0) {
    if (release.share > 0) bookDelay(world);
    rollBack(release);
  } else setShare(release, share);
  compareAnew(world, now);
}

/** At once when a change is asked for: what is paid. */
export function asked({ setup, state }: World, change: Change): void {
  const { successes } = state.parts;
  const params = setup.params.successes;
  if (change.type === 'retrain') successes.costEur += params.retrainEur;
  if (change.type === 'pause-experiment' && !change.ask) successes.costEur += params.pauseEur;
}

/** Settings that a change moves, as they stand: enough to take it back. Null where it cannot be taken back once in effect. */
export function undoOf({ state }: World, change: Change): Record<string, unknown> | null {
  const { audience, release } = state.parts;
  switch (change.type) {
    case 'set-flag':
      return { clientOff: audience.clientOff };
    case 'pause-experiment':
      return { armsPaused: audience.armsPaused };
    case 'move-guardrail':
      return { guardrailPp: release.guardrailPp };
    default:
      return null;
  }
}

/** Puts the settings back that a change moved. */
export function takeBack({ state }: World, change: Change, undo: Record<string, unknown>): void {
  const { audience, release } = state.parts;
  if (change.type === 'set-flag') audience.clientOff = undo['clientOff'] === true;
  if (change.type === 'pause-experiment') {
    audience.armsPaused = undo['armsPaused'] === true;
    audience.pauseAt = NaN;
  }
  if (change.type === 'move-guardrail') release.guardrailPp = undo['guardrailPp'] as number;
}

/** Why a change cannot be made now; null where it can. */
export function refusalOf({ setup, state }: World, change: Change): string | null {
  const { release, audience } = setup.params;
  const { share } = state.parts.release;
  const of = (what: string, got: string, known: readonly (string | null)[]): string | null =>
    known.includes(got) ? null : no.expected(what, known.filter((one) => one !== null), got);
  switch (change.type) {
    case 'rollback':
      return share === 0 ? no.allStable : null;
    case 'shift-traffic':
      return of('version', change.version, [release.stable, state.parts.release.candidate]);
    case 'extend-sample':
    case 'rerandomise':
    case 'warm-pods':
      return share === 0 ? no.nobodyExposed : share === 1 ? no.noOtherSide : null;
    case 'ship-next':
      return release.next === null ? no.noneReady : null;
    case 'retrain':
      return of('data', change.data ?? 'all', release.retrained.map(({ data }) => data));
    case 'set-flag':
      return of('flag', change.flag, [audience.clientFlag]);
    case 'pause-experiment':
      return of('experiment', change.experiment, [audience.experiment]);
    case 'set-ramp':
    case 'move-guardrail':
    case 'mute-alert':
      return null;
    default:
      return refusalWords.nobodyCan(change.type);
  }
} // prettier-ignore
