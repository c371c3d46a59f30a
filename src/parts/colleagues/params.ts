import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'expected a lower-case slug such as "platform-engineer"');
const seconds = z
  .number()
  .min(0)
  .max(30 * 86_400);

const colleague = z.strictObject({
  id: slug,
  name: z.string().min(1).max(40), // a role, never a person
  reads: z.array(z.string().min(1).max(60)).max(12).default([]), // looks as tells name them: "dashboard saturation", "trace"
  decides: z.boolean().default(false), // agrees to lasting changes, and has a say in the deploy queue
  comes: z.tuple([seconds, seconds]).refine(([from, to]) => from <= to, 'expected [shortest, longest] in seconds'), // until they are there
  eur: z.number().min(0).max(100_000), // once they are there, however long they stay
});

/** Who is on call beside the player. */
export const paramsSchema = z.strictObject({
  people: z
    .array(colleague)
    .max(4)
    .refine((people) => new Set(people.map(({ id }) => id)).size === people.length, 'expected each id once')
    .default([]),
});
export type ColleaguesParams = z.infer<typeof paramsSchema>;
export type ColleagueParams = ColleaguesParams['people'][number];
export const faultInputs = {} as const;
