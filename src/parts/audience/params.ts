import { z } from 'zod';
import { audienceWords } from '../../domain/words/audience.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'expected a lower-case slug such as "foreign-cards"');
const name = z.string().min(1).max(60);
const share = z.number().min(0).max(1);
const factor = z.number().min(0).max(10);
const different = (list: readonly { readonly id: string }[]): boolean => new Set(list.map((one) => one.id)).size === list.length;

/** [hours since tick 0, share], ascending: linear between, held before the first and after the last. */
const ramp = z.array(z.tuple([z.number().min(0).max(5000), share])).max(12);

const segment = z.strictObject({
  id,
  name,
  share, // of arrivals
  successRate: share, // with the stable version, at an ordinary hour
  clickRate: share.default(0), // 0: nothing is clicked in this system
  responseFactor: factor.default(1), // × the ordinary answer time
  storedLists: z.boolean().default(false), // served from lists that are computed ahead
});

const client = z.strictObject({
  id,
  name,
  visibility: share.default(1), // of arrivals in which the model's answer is in view, when nothing is broken
  successFactor: factor.default(1), // what this version of the app is worth by itself
});

const arm = z.strictObject({ id, name, successFactor: factor.default(1) }); // as it was planned

/** Who comes, in how many kinds, and when. The last client is the newest, the last arm the treated one. */
export const paramsSchema = z.strictObject({
  unit: z.string().min(1).max(30).default(audienceWords.requests), // what arrives, in the plural
  arrivalsPerSecond: z.number().min(0).max(1e6).default(60), // mean over a week
  startHourOfWeek: z.number().min(0).lt(168).default(0), // of tick 0; Monday 00:00 is 0
  byHour: z.array(factor).length(24).default(Array.from({ length: 24 }, () => 1)), // of the day: × mean arrivals, linear between
  byWeekday: z.array(factor).length(7).default([1, 1, 1, 1, 1, 1, 1]), // from Monday
  rateNoiseSd: z.number().min(0).max(0.5).default(0.02), // stationary, relative
  rateNoiseHours: z.number().positive().max(168).default(3), // correlation time
  successByHour: z.array(factor).length(24).default(Array.from({ length: 24 }, () => 1)), // × success, by hour of day
  successNoiseSd: z.number().min(0).max(0.2).default(0), // relative
  successNoiseHours: z.number().positive().max(168).default(3),
  seasonRelief: ramp.default([]), // [hour of week, share of a season's drop that is absent then]
  lastYearNoiseSd: z.number().min(0).max(0.2).default(0.01), // of last year's curve, relative
  segments: z
    .array(segment)
    .min(1)
    .max(8)
    .refine(different, 'expected different segments')
    .default([{ id: 'all', name: audienceWords.everyone, share: 1, successRate: 0.5, clickRate: 0, responseFactor: 1, storedLists: false }]),
  clients: z.array(client).min(1).max(3).refine(different, 'expected different clients').default([{ id: 'all', name: audienceWords.allClients, visibility: 1, successFactor: 1 }]),
  newClientRamp: ramp.default([]), // share of arrivals on the newest client
  clientFlag: id.nullable().default(null), // the switch that makes the newest client behave as the one before
  arms: z.array(arm).min(1).max(3).refine(different, 'expected different arms').default([{ id: 'all', name: audienceWords.allArms, successFactor: 1 }]),
  treatedRamp: ramp.default([]), // share of arrivals enrolled in the treated arm
  experiment: id.nullable().default(null), // the parallel experiment, by the name its owner gave it
  askSeconds: z.number().min(0).max(86_400 * 7).default(7200), // until its owner, when asked, has paused it
}); // prettier-ignore
export type AudienceParams = z.infer<typeof paramsSchema>;

/** What looks show of an audience, by the words of the look. */
export const readings = {
  'dashboard audience': ['audience.arrivals_per_second', 'audience.new_client_share', 'audience.treated_share'],
  calendar: ['calendar.last_year_change'],
} as const;

export const faultInputs = {
  rateFactor: { unit: '× ordinary arrivals', low: 0, high: 20, op: 'set', says: 'how many arrive, against an ordinary week' },
  seasonDrop: { unit: 'share', low: 0, high: 1, op: 'set', says: 'how far success lies below an ordinary week, whatever is shown: a season' },
  hiddenShare: { unit: 'share', low: 0, high: 1, op: 'set', says: 'arrivals on the newest client that do not get the answer into view' },
  treatedLoss: { unit: 'share', low: 0, high: 1, op: 'set', says: 'successes that the treated arm of the parallel experiment loses' },
} as const; // prettier-ignore
