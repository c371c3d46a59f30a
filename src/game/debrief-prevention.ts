import { formatValue } from '../domain/metric.ts';
import { clockText, fullClockText } from './debrief-clock.ts';
import type { Clock, PreventionOffer, RerunFacts } from './debrief-facts.ts';
import { preventionWords as words } from './words/prevention.ts';

/** Prevention picks: at most three items within ten points of effort, and what the same night became with them. */
export const PICKS_MAX = 3;
export const EFFORT_MAX = 10;

/** Where a re-run moved the impact, on an axis shared by all cards: shares of the largest impact shown. */
export interface Slide {
  readonly from: number;
  readonly to: number;
}

export interface PreventionResult {
  readonly direction: 'lower' | 'same' | 'higher';
  readonly euro: string; // "€7,550 to €1,934"
  readonly says: string; // one sentence: difference, and the first alert where it moved
  readonly slide: Slide;
}

export interface PreventionCard {
  readonly offer: PreventionOffer;
  readonly picked: boolean;
  readonly refusal: string | null; // why it cannot be ticked now
  readonly result: PreventionResult | null;
}

export const effortOf = (offers: readonly PreventionOffer[], picks: readonly string[]): number =>
  offers.reduce((sum, offer) => sum + (picks.includes(offer.id) ? offer.effort : 0), 0);

/** Why this item cannot be added to the picks, as a sentence; null when it can, or is picked already. */
export function pickRefusal(offers: readonly PreventionOffer[], picks: readonly string[], id: string): string | null {
  const offer = offers.find((candidate) => candidate.id === id);
  if (offer === undefined) return words.unknown(id);
  if (picks.includes(id)) return null;
  if (picks.length >= PICKS_MAX) return words.tooMany(offer.title);
  const effort = effortOf(offers, picks) + offer.effort;
  if (effort > EFFORT_MAX) return words.tooMuch(effort, EFFORT_MAX, offer.title);
  return null;
}

/** The picks with one item put in or taken out; a refused item leaves them as they are. */
export function togglePick(
  offers: readonly PreventionOffer[],
  picks: readonly string[],
  id: string,
): { readonly picks: readonly string[]; readonly refusal: string | null } {
  if (picks.includes(id)) return { picks: picks.filter((pick) => pick !== id), refusal: null };
  const refusal = pickRefusal(offers, picks, id);
  return refusal === null ? { picks: [...picks, id], refusal } : { picks, refusal };
}

const SAME_SHARE = 0.002; // a re-run within a fifth of a percent of the old impact is the same night

/** Two impacts in words. A difference too small to tell is said as "nothing changes". */
export function preventionResult(clock: Clock, rerun: RerunFacts, largestEur: number): PreventionResult {
  const { impactBeforeEur: before, impactAfterEur: after } = rerun;
  const change = after - before;
  const same = Math.abs(change) <= Math.max(1, Math.abs(before) * SAME_SHARE);
  const direction = same ? 'same' : change < 0 ? 'lower' : 'higher';
  const alert = alertWords(clock, rerun);
  const amount = formatValue(Math.abs(Math.round(after) - Math.round(before)), 'eur'); // of the figures beside it, as they are shown
  const difference = same ? words.same : direction === 'lower' ? words.less(amount) : words.more(amount);
  return {
    direction,
    euro: words.euro(formatValue(before, 'eur'), formatValue(after, 'eur')),
    says: alert === '' ? difference : `${difference} ${alert}`,
    slide: { from: Math.max(0, before) / Math.max(1, largestEur), to: Math.max(0, after) / Math.max(1, largestEur) },
  };
}

function alertWords(clock: Clock, { firstAlertBefore: before, firstAlertAfter: after }: RerunFacts): string {
  if (before === after) return '';
  if (after === null) return words.noPage;
  const text = before !== null && clockText(clock, before) === clockText(clock, after) ? fullClockText : clockText; // within one minute
  const at = text(clock, after);
  return before === null ? words.newPage(at) : words.pageMoved(at, text(clock, before));
}

/**
 * The cards of the prevention step. Results are shown for the items that were played, never for others.
 * @param results re-runs by item id, of single items
 */
export function preventionCards(
  clock: Clock,
  offers: readonly PreventionOffer[],
  picks: readonly string[],
  results: ReadonlyMap<string, RerunFacts>,
): readonly PreventionCard[] {
  const largest = Math.max(1, ...[...results.values()].flatMap((rerun) => [rerun.impactBeforeEur, rerun.impactAfterEur]));
  return offers.map((offer) => {
    const rerun = results.get(offer.id);
    return {
      offer,
      picked: picks.includes(offer.id),
      refusal: pickRefusal(offers, picks, offer.id),
      result: rerun === undefined ? null : preventionResult(clock, rerun, largest),
    };
  });
}
