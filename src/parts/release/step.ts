import { stepperOf, type Stepper } from '../../kernel/stepper.ts';
import { ZERO } from '../../kernel/zero.ts';
import { releaseChart } from './chart.ts';
import type { ReleaseParams } from './params.ts';
import { cooledBy, joinedBy, podsFor } from './warm-up.ts';

export interface ReleaseState {
  chart: string;
  candidate: string; // the version on the candidate's side
  share: number; // of all requests, to the candidate
  steps: number; // of the planned ramp that are done
  byPlan: boolean; // the planned steps still go on
  listsCopied: boolean; // the candidate's side serves stored lists of the stable version until they expire
  warmsFirst: boolean; // caches of a pod are filled before it gets requests
  cold: number; // 1 pods just started, 0 warm
  byUnit: boolean; // the split was made anew, by the unit
  guardrailPp: number; // amber below this
  amberSince: number; // s; NaN while there is none
  closed: boolean; // the incident is closed, and the release goes on as agreed
  answered: boolean; // someone has taken over from the guardrail
  judging: boolean; // the agreed rule decides, look after look
  nextLookAt: number; // s, of that rule
  canaryUntil: number; // s; NaN where no share is tried before the planned steps
  comparedSince: number; // s, the start of the comparison of the two sides; NaN while there is none
  coming: string; // a version in training, "" if none
  comingAt: number; // s
  delayed: boolean; // the release comes a week later, and that has been booked
}

export const releaseStepper = stepperOf(releaseChart);
export type ReleaseEvent = typeof releaseStepper extends Stepper<infer E> ? E : never;

export const sendRelease = (state: ReleaseState, event: ReleaseEvent): void => {
  state.chart = releaseStepper.send(state.chart, event);
};

export const createRelease = (params: ReleaseParams): ReleaseState => ({
  chart: releaseStepper.initial,
  candidate: params.candidate,
  share: ZERO,
  steps: 0,
  byPlan: true,
  listsCopied: false,
  warmsFirst: params.warmFirst,
  cold: params.warmFirst ? ZERO : 1,
  byUnit: params.splitByUnit,
  guardrailPp: params.guardrail.gapPp,
  amberSince: NaN,
  closed: false,
  answered: false,
  judging: false,
  nextLookAt: NaN,
  canaryUntil: NaN,
  comparedSince: NaN,
  coming: '',
  comingAt: NaN,
  delayed: false,
});

/** Brings the candidate to a share of the requests. Pods that this starts are cold, unless caches are filled first. */
export function setShare(state: ReleaseState, share: number): void {
  if (!state.warmsFirst) state.cold = joinedBy(state.cold, state.share, share);
  state.share = share;
  if (share <= 0) sendRelease(state, 'ROLL_BACK');
  else sendRelease(state, share >= 1 ? 'PROMOTE' : share >= 0.5 ? 'WIDEN' : 'START');
}

/** A person takes over from the guardrail: what was amber is no longer waited for. */
export function answerAmber(state: ReleaseState): void {
  if (state.chart === 'amber') sendRelease(state, 'ANSWER');
  state.amberSince = NaN;
  state.answered = true;
}

/** Everything goes to the stable version again, and the plan stops. */
export function rollBack(state: ReleaseState): void {
  sendRelease(state, 'ROLL_BACK');
  state.share = 0;
  state.byPlan = false;
  state.judging = false;
  state.canaryUntil = NaN;
  state.amberSince = NaN;
  state.answered = true;
}

/** Another version takes the candidate's place, with lists of its own. */
export function replaceCandidate(state: ReleaseState, version: string): void {
  state.candidate = version;
  state.listsCopied = false;
  setShare(state, 1);
}

/** Caches fill by what the pods serve. @param requests expected in this tick, of all */
export function warmUp(state: ReleaseState, params: ReleaseParams, requests: number): void {
  if (state.share > 0 && state.cold > 0)
    state.cold = cooledBy(state.cold, requests * state.share, podsFor(state.share, params.podShare), params.refillRequests);
}

/** An amber that nobody answers in time is aborted. @returns whether that happened now */
export function timeOut(state: ReleaseState, params: ReleaseParams, now: number): boolean {
  if (!(now - state.amberSince >= params.guardrail.timeoutSeconds)) return false; // NaN: no amber
  sendRelease(state, 'TIME_OUT');
  state.share = 0;
  state.byPlan = false;
  state.amberSince = NaN;
  return true;
}

/** The guardrail reads the comparison. @param gapPp NaN: nothing to read yet @returns whether it turned amber now */
export function readGuardrail(state: ReleaseState, params: ReleaseParams, gapPp: number, now: number): boolean {
  if (!params.guardrail.on || state.answered || state.chart !== 'canary' || !(gapPp < state.guardrailPp)) return false;
  sendRelease(state, 'AMBER');
  state.amberSince = now;
  return true;
}
