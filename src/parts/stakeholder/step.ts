import { ZERO } from '../../kernel/zero.ts';
import type { MessageBlock } from '../../domain/action.ts';
import { leftOut } from '../../domain/full-update.ts';
import type { StakeholderParams } from './params.ts';

export interface StakeholderState {
  trust: number;
  lastWordAt: number | null; // s, of the last message or the page; null before the page
  chart: string;
}

export const createStakeholder = (params: StakeholderParams): StakeholderState => ({
  trust: params.startTrust + ZERO,
  lastWordAt: null,
  chart: 'quiet',
});

const clamp = (trust: number): number => (trust < 0 ? 0 : trust > 100 ? 100 : trust);

/** Trust after a message at second `now`. */
export function hear(
  state: StakeholderState,
  params: StakeholderParams,
  blocks: readonly MessageBlock[],
  unbackedCause: boolean,
  now: number,
): void {
  if (unbackedCause) state.trust = clamp(state.trust - params.unbackedClaim);
  else if (state.lastWordAt === null || now - state.lastWordAt >= params.tooSoonSeconds || state.chart !== 'informed')
    state.trust = clamp(state.trust + (leftOut(blocks).length === 0 ? params.goodUpdate : params.thinUpdate));
  state.lastWordAt = now;
}

/** Trust lost to silence over `seconds` that end at `now`. */
export function waitInSilence(state: StakeholderState, params: StakeholderParams, now: number, seconds: number): void {
  if (state.lastWordAt !== null && now - state.lastWordAt > params.silenceSeconds)
    state.trust = clamp(state.trust - (params.silencePerMinute * seconds) / 60);
}
