import { z } from 'zod';
import { unknownPlaceholders } from '../domain/page-text.ts';
import { cites, clockText, MOST_TICKS, named, prose, readingKey, settings, slug } from './schema-fields.ts';
import { changePattern, lookText } from './schema-patterns.ts';
import { BEATS, EFFECTS, FACT_KINDS, HISTORY_KINDS, RED_HERRING_KINDS } from './words.ts';

const tick = z.number().int().min(0).max(MOST_TICKS);
const secondsInEpisode = z.number().min(-1e7).max(1e7);
const refs = z.array(slug).max(12);
const patterns = z.array(changePattern).min(1, 'expected at least one change').max(6);

const fault = z.strictObject({
  part: slug.describe('A part of the system whose params.ts declares the input.'),
  input: z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/, 'expected the name of an input such as "hotKeyShare"'),
  of: slug.optional().describe('Which segment, feature or other named thing of the part the input is of, where it has one for each.'),
  knots: z
    .array(z.tuple([secondsInEpisode, z.number()], { error: 'expected a pair [seconds from onset, value]' }))
    .min(2, 'expected 2 to 8 knots')
    .max(8, 'expected 2 to 8 knots')
    .describe('[seconds from the onset, value], 2 to 8, ascending: linear between, held after the last. `calibrate` fits them.'),
});

const step = z.strictObject({
  any: patterns.describe('Any one of these changes is the step. Fields left out accept anything.'),
  needs: refs.default([]).describe('Tells, one of which must have been seen before.'),
  when: refs.default([]).describe('Tells, all of which must have been seen before.'),
  after: z.array(changePattern).max(6).default([]).describe('Changes, one of which must have been made before.'),
  within: z.number().positive().max(1e7).nullable().default(null).describe('Seconds after the page that still count as timely.'),
  says: prose(300),
  cites,
});

const historyEntry = z.strictObject({
  minutesBeforePage: z
    .number()
    .min(-60 * 24 * 90)
    .max(60 * 24 * 400),
  kind: z.enum(HISTORY_KINDS).describe('Of the change history, of the calendar, or a message that someone wrote.'),
  station: slug,
  text: prose(200),
});

const variant = z.strictObject({
  signature: slug.optional().describe("The row of the investigator's table that this cause leaves, where its faults do not say it."),
  title: prose(80),
  says: prose(500).describe('The truth in two or three sentences, for the debrief.'),
  cause: z
    .strictObject({ changed: slug, enters: slug, missed: slug, hypothesis: slug })
    .describe('The right option of each column of the board, and the right hypothesis of `causes`.'),
  faults: z.array(fault).min(1).max(6),
  system: settings.default({}).describe('Parameters that differ from the system file, by path.'),
  history: z
    .array(historyEntry)
    .max(16)
    .default([])
    .describe('What the change history, the calendar and the messages show from before the page.'),
  mitigate: z.array(step).max(6).default([]).describe('What stops the harm: alternatives, best first.'),
  fix: z.array(step).max(6).default([]).describe('What removes the cause: alternatives, best first.'),
  leaveAlone: z
    .strictObject({ needs: refs, says: prose(300), cites })
    .optional()
    .describe('Only where no change is right: the tells that show it.'),
});

const tell = z.strictObject({
  look: lookText.describe('The look that shows it: "dashboard versions", "trace slow", "logs", "changes", "alerts".'),
  reading: readingKey.describe('A reading that this look returns.'),
  above: z.number().optional().describe('It holds when the reading is greater.'),
  below: z.number().optional().describe('It holds when the reading is less.'),
  holds: refs.min(1, 'expected at least one variant').describe('The variants in which it holds; in all others it must not.'),
  says: prose(200),
  cites,
});

const harmful = z.strictObject({
  in: refs.min(1, 'expected at least one variant').describe('The variants in which these changes do harm.'),
  any: patterns,
  foreseeable: refs.default([]).describe('Tells, one of which makes the harm foreseeable; empty: it always is.'),
  why: prose(300),
  cites,
});

const prevention = z.strictObject({
  title: prose(60),
  effort: z.number().int().min(1, 'expected 1 to 10 points').max(10, 'expected 1 to 10 points'),
  says: prose(300),
  set: settings.describe('The mechanism: parameters of the system that the same incident is run again with.'),
  effects: named(z.enum(EFFECTS)).default({}).describe('What it does to the impact of each variant; those left out: none.'),
  cites,
});

const beat = z.strictObject({ asks: prose(200), facts: z.array(z.enum(FACT_KINDS)).min(1).max(8), cites });

/** An incident drill, as a file of `scenarios/` describes it. Every level refuses what it does not know. */
export const scenarioSchema = z.strictObject({
  format: z.literal(1).describe('Version of this file format.'),
  id: slug.describe('The name in addresses and links. It never changes.'),
  title: prose(60),
  family: slug.describe('What kind of trouble, such as "latency".'),
  system: slug.describe('The id of a file in scenarios/systems.'),
  skill: prose(200).describe('What the drill trains, in one sentence.'),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)], { error: 'expected 1 to 5' }),
  minutes: z.number().int().min(1).max(60).describe('How long a play takes.'),
  floorEur: z.number().positive().max(1e9).describe('The least avoidable impact that "impact avoided" is measured against.'),
  clock: z.strictObject({
    start: clockText.describe('The wall clock at tick 0.'),
    tickSeconds: z.number().positive().max(86_400),
    ticks: z.number().int().min(10).max(MOST_TICKS).describe('The last tick.'),
    pageTick: tick.describe('Where the page is expected.'),
    onset: z
      .strictObject({ tick, jitter: z.number().int().min(0).max(1000) })
      .describe('When the fault begins; the seed moves it by up to ± jitter ticks.'),
  }),
  pager: z
    .strictObject({
      alert: slug,
      metric: readingKey,
      text: prose(200)
        .refine((text) => unknownPlaceholders(text).length === 0, 'expected "{now}" as the only placeholder')
        .describe(
          'What the page says. "{now}" stands for the figure of the metric at that moment, so that the text is true on every seed.',
        ),
    })
    .describe('The alert that pages, the one metric that is free to see, and what the page says.'),
  recovery: z
    .strictObject({
      metric: readingKey,
      within: z.number().positive().max(1e7),
      hold: z.number().positive().max(1e7),
      left: z.number().positive().max(1).optional(),
      impactLeft: z.number().positive().max(1).optional(),
      late: z.number().positive().max(1e7).optional(),
    })
    .optional()
    .describe(
      'How a change is seen to have stopped the harm: the metric, back `within` seconds of its effect, for `hold` seconds. `late`: for how long the metric still shows what came before, as labels do. Left out: the pager metric, a few minutes.',
    ),
  intro: z.array(prose(300)).min(1).max(5),
  board: z
    .strictObject({ changed: named(prose(120)), enters: named(prose(120)), missed: named(prose(120)) })
    .describe('The cause board: 5 or 6 options a column, each plausible in every variant.'),
  causes: named(prose(120)).describe('The hypotheses that can be put on the board.'),
  stakeholders: named(prose(40)).describe('Who can be told: id and role.'),
  questions: named(
    z.strictObject({
      from: slug,
      text: prose(200),
      askedAfter: z.number().min(0).max(1e7).describe('Seconds after the page.'),
      answerWithin: z.number().positive().max(1e7).describe('Seconds.'),
      options: named(z.strictObject({ text: prose(120), tradeOff: prose(200) })),
    }),
  ),
  variants: named(variant)
    .refine((all) => Object.keys(all).length >= 2, 'expected at least two variants: one page, several causes')
    .describe('The causes that the same page can have. The seed picks one.'),
  tells: named(tell).default({}).describe('Readings that separate the variants.'),
  withoutCause: z.array(step).max(6).default([]).describe('What is right under high impact before the cause is known, in every variant.'),
  harmful: named(harmful).default({}).describe('Changes that make a variant worse, or cost without helping.'),
  preventions: named(prevention).describe('What can be picked after the incident; a re-run of the same incident proves it.'),
  redHerrings: named(
    z.strictObject({ kind: z.enum(RED_HERRING_KINDS), chance: z.number().min(0).max(1), says: prose(200), shows: historyEntry.optional() }),
  ).describe('What looks suspicious and is not; `chance` is the share of seeds that have it.'),
  review: named(z.strictObject({ person: prose(200), condition: prose(200) })).describe(
    'Contributing factors for the blameless review, each said as a failing of a person and as a condition.',
  ),
  story: z
    .strictObject(Object.fromEntries(BEATS.map((name) => [name, beat])) as Record<(typeof BEATS)[number], typeof beat>)
    .describe('The eight beats of the story, and which facts of a run belong in each.'),
  bands: z
    .array(z.strictObject({ metric: readingKey, at: secondsInEpisode, low: z.number(), high: z.number() }))
    .max(24)
    .default([])
    .describe('What `calibrate` fits the fault paths to: the mean over seeds, `at` seconds after the page.'),
});

export type ScenarioFile = z.output<typeof scenarioSchema>;
