import { z } from 'zod';
import { outcomeWords } from '../../domain/words/outcomes.ts';

const eur = z.number().min(-1e6).max(1e6).default(0);

/** What a decision costs by what becomes of it, in euro a row; and what people read of it. */
export const paramsSchema = z.strictObject({
  rowsAre: z.string().min(1).max(24).default(outcomeWords.rows), // as people call them
  selectedAre: z.string().min(1).max(24).default(outcomeWords.selected),
  positiveIs: z.string().min(1).max(24).default(outcomeWords.positive), // what a positive row came to
  selectedPositiveEur: eur, // a row that was selected and turns out positive
  selectedNegativeEur: eur,
  restPositiveEur: eur,
  restNegativeEur: eur,
  offerEur: eur, // what an offer costs that is not accepted; 0: nothing is offered
  acceptedEur: eur, // what a customer is worth whom an accepted offer keeps
  acceptedIfPositive: z.number().min(0).max(1).default(0),
  acceptedIfMoved: z.number().min(0).max(1).default(0), // the same where the relation has moved
  acceptedIfNegative: z.number().min(0).max(1).default(0),
  waitHours: z.number().min(0).max(1000).default(0), // from which wait for a verdict on a wrongly selected row costs more
  longWaitHours: z.number().min(0).max(1000).default(0), // at which it costs the most
  longWaitFactor: z.number().min(1).max(10).default(1), // × selectedNegativeEur by then
  verdictEur: eur, // of people beyond the normal number, a verdict
  bookedHour: z.number().int().min(0).max(23).default(20), // of the day, when a day's acceptance is known
  pagerNormal: z.number().default(0), // of the pager's metric
  pagerEurPerMinute: z.number().min(-1e6).max(1e6).default(0), // what one unit of it beyond normal usually costs
});
export type OutcomesParams = z.infer<typeof paramsSchema>;
export const faultInputs = {} as const;

/** Readings that looks return of it, without label. */
export const readings = {
  'dashboard business': ['business.impact_eur_per_minute', 'business.impact_eur', 'business.outcome_share', 'business.missed_share', 'business.accepted_share'],
} as const; // prettier-ignore
