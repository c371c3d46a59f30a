import { z } from 'zod';
import { successWords } from '../../domain/words/successes.ts';

/** What success is, what it is worth, and how it is watched. */
export const paramsSchema = z.strictObject({
  name: z.string().min(1).max(40).default(successWords.rate), // of an arrival, as dashboards call it
  plural: z.string().min(1).max(30).default(successWords.plural), // what is counted
  eurPerSuccess: z.number().min(0).max(1e5).default(1), // what one more success is worth
  against: z.enum(['stable', 'candidate']).default('stable'), // what a night without trouble would have shown
  windowSeconds: z.number().min(1).max(86_400 * 7).default(300), // of the figures on dashboards
  shortSeconds: z.number().min(1).max(86_400 * 7).default(300), // of rates of arrival
  normalShare: z.number().min(0).max(1).default(0.5), // typical of the whole audience
  bandShare: z.number().min(0).max(1).default(0.02), // how far from typical is still ordinary, relative
  plainShare: z.number().min(0).max(1).default(0), // of arrivals that see nothing of the model's: a group of comparison
  baselineSdShare: z.number().gt(0).max(1).default(0.01), // of a window of the success rate around its baseline, relative
  baselineSeason: z.boolean().default(true), // the baseline knows last year's season
  pagerEurPerMinute: z.number().min(0).max(1e6).default(1), // by experience, for each unit that the pager's metric is off
  pagerUnit: z.number().gt(0).max(1e6).default(1), // that unit
  pageEur: z.number().min(0).max(1e5).default(0), // people who drop what they do for a page, whatever it turns out to be
  retrainEur: z.number().min(0).max(1e6).default(60),
  pauseEur: z.number().min(0).max(1e6).default(0), // the parallel experiment's sample, lost when it is paused unasked
}); // prettier-ignore
export type SuccessesParams = z.infer<typeof paramsSchema>;

/** What looks show of successes, by the words of the look. */
export const readings = {
  'dashboard business': ['successes.share', 'successes.plain_share', 'successes.eur_per_hour', 'successes.baseline_z', 'business.impact_eur', 'business.impact_eur_per_minute'],
} as const; // prettier-ignore

export const faultInputs = {} as const;
