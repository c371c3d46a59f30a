import { z } from 'zod';
import { cites, clockText, named, prose, readingKey, settings, slug } from './schema-fields.ts';
import { changePattern, lookText } from './schema-patterns.ts';
import { BEATS, EFFECTS, FACT_KINDS, RED_HERRING_KINDS } from './words.ts';

const tick = z.number().int().min(0).max(5000);
const secondsInEpisode = z.number().min(-1e7).max(1e7);
const refs = z.array(slug).max(12);
const patterns = z.array(changePattern).min(1, 'expected at least one change').max(6);

const fault = z.strictObject({
  part: slug,
  input: z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/, 'expected the name of an input such as "hotKeyShare"'),
  knots: z
    .array(z.tuple([secondsInEpisode, z.number()], { error: 'expected a pair [seconds from onset, value]' }))
    .min(2, 'expected 2 to 8 knots')
    .max(8, 'expected 2 to 8 knots'),
});

const step = z.strictObject({
  any: patterns,
  needs: refs.default([]),
  when: refs.default([]),
  within: z.number().positive().max(1e7).nullable().default(null), // seconds after the page
  says: prose(300),
  cites,
});

const variant = z.strictObject({
  title: prose(80),
  says: prose(500),
  cause: z.strictObject({ changed: slug, enters: slug, missed: slug, hypothesis: slug }),
  faults: z.array(fault).min(1).max(6),
  system: settings.default({}),
  history: z
    .array(
      z.strictObject({
        minutesBeforePage: z.number().min(0).max(60 * 24 * 90),
        kind: z.enum(['model-deploy', 'config', 'data', 'scale']),
        station: slug,
        text: prose(160),
      }),
    )
    .max(12),
  mitigate: z.array(step).max(6),
  fix: z.array(step).max(6),
  leaveAlone: z.strictObject({ needs: refs, says: prose(300), cites }).optional(),
});

const tell = z.strictObject({
  look: lookText,
  reading: readingKey,
  above: z.number().optional(),
  below: z.number().optional(),
  holds: refs.min(1, 'expected at least one variant'),
  says: prose(200),
  cites,
});

const harmful = z.strictObject({ in: refs.min(1, 'expected at least one variant'), any: patterns, foreseeable: refs.default([]), why: prose(300), cites });

const prevention = z.strictObject({
  title: prose(60),
  effort: z.number().int().min(1, 'expected 1 to 10 points').max(10, 'expected 1 to 10 points'),
  says: prose(300),
  set: settings,
  effects: named(z.enum(EFFECTS)).default({}), // of variants; those left out: none
  cites,
});

const beat = z.strictObject({ asks: prose(200), facts: z.array(z.enum(FACT_KINDS)).min(1).max(8), cites });

/** An incident drill, as a file of `scenarios/` describes it. Every level refuses what it does not know. */
export const scenarioSchema = z.strictObject({
  format: z.literal(1),
  id: slug,
  title: prose(60),
  family: slug,
  system: slug,
  skill: prose(200),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)], { error: 'expected 1 to 5' }),
  minutes: z.number().int().min(1).max(60),
  floorEur: z.number().positive().max(1e9),
  clock: z.strictObject({
    start: clockText,
    tickSeconds: z.number().positive().max(86_400),
    ticks: z.number().int().min(10).max(5000),
    pageTick: tick,
    onset: z.strictObject({ tick, jitter: z.number().int().min(0).max(1000) }),
  }),
  pager: z.strictObject({ alert: slug, metric: readingKey, text: prose(200) }),
  intro: z.array(prose(300)).min(1).max(5),
  board: z.strictObject({ changed: named(prose(120)), enters: named(prose(120)), missed: named(prose(120)) }),
  causes: named(prose(120)),
  stakeholders: named(prose(40)),
  questions: named(
    z.strictObject({
      from: slug,
      text: prose(200),
      askedAfter: z.number().min(0).max(1e7), // seconds after the page
      answerWithin: z.number().positive().max(1e7), // seconds
      options: named(z.strictObject({ text: prose(120), tradeOff: prose(200) })),
    }),
  ),
  variants: named(variant),
  tells: named(tell),
  withoutCause: z.array(step).max(6),
  harmful: named(harmful),
  preventions: named(prevention),
  redHerrings: named(z.strictObject({ kind: z.enum(RED_HERRING_KINDS), chance: z.number().min(0).max(1), says: prose(200) })),
  review: named(z.strictObject({ person: prose(200), condition: prose(200) })),
  story: z.strictObject(Object.fromEntries(BEATS.map((name) => [name, beat])) as Record<(typeof BEATS)[number], typeof beat>),
  bands: z.array(z.strictObject({ metric: readingKey, at: secondsInEpisode, low: z.number(), high: z.number() })).max(24),
});

export type ScenarioFile = z.output<typeof scenarioSchema>;
