import { exp } from '../../kernel/math.ts';

/**
 * The caches of a candidate's pods: 1 just started, 0 warm. A cache fills by the requests that its pod serves, so at night it takes
 * longer than by day.
 * @param requests that all the candidate's pods served @param pods how many they are
 */
export const cooledBy = (cold: number, requests: number, pods: number, refillRequests: number): number =>
  cold <= 1e-6 ? 0 : cold * exp(-requests / pods / refillRequests);

/** How many pods a share of the requests takes. */
export const podsFor = (share: number, podShare: number): number => Math.max(1, Math.ceil(share / podShare - 1e-9));

/** How cold the pods are together when a share grows: those that join have just started. */
export const joinedBy = (cold: number, share: number, newShare: number): number =>
  newShare <= share ? cold : (share * cold + (newShare - share)) / newShare;
