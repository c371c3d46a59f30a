/**
 * Share of requests that a client refuses by itself, from what a backend lately accepted: max(0, (requests − K·accepts) / (requests + 1)).
 * Source: SRE book, Handling Overload. @param requests,accepts counts in one window @param k how many times the accepts may be asked for
 */
export function adaptiveDropShare(requests: number, accepts: number, k: number): number {
  const share = (requests - k * accepts) / (requests + 1);
  return share > 0 ? share : 0;
}
