import { z } from 'zod';

export const PLAYBOOK_KINDS = [
  'antipattern',
  'communicate',
  'concept',
  'design',
  'diagnose',
  'evaluation',
  'mitigate',
  'prevent',
  'process',
  'signal',
  'tool',
  'tradeoff',
  'triage',
] as const;

const entrySchema = z.strictObject({
  id: z.string().regex(/^g[12]-[a-z0-9-]{2,60}$/, 'expected an id such as "g1-q10-inspect-traces"'),
  source: z.strictObject({ doc: z.enum(['g1', 'g2']), question: z.string().min(1).max(200) }),
  kind: z.enum(PLAYBOOK_KINDS),
  says: z.string().min(1).max(400),
  play: z.enum(['action', 'decision', 'evidence', 'knowledge', 'narrative', 'prevention']),
  phase: z.enum(['detect', 'triage', 'diagnose', 'mitigate', 'resolve', 'prevent', 'learn', 'plan']),
});

export const playbookSchema = z.array(entrySchema).min(1).max(2000);

/** One recommendation of an interview guide, in own words. */
export type PlaybookEntry = Readonly<z.infer<typeof entrySchema>>;
export type Playbook = ReadonlyMap<string, PlaybookEntry>;

/** Looks entries up by id. Of two entries with one id the first counts. */
export function playbookOf(entries: readonly PlaybookEntry[]): Playbook {
  const map = new Map<string, PlaybookEntry>();
  for (const entry of entries) if (!map.has(entry.id)) map.set(entry.id, entry);
  return map;
}

/**
 * The entry that a check cites.
 * @throws when the playbook has no such entry; the loader has checked those that scenarios cite
 */
export function citation(playbook: Playbook, id: string): PlaybookEntry {
  const entry = playbook.get(id);
  if (entry === undefined) throw new Error(`expected the id of a playbook entry, got "${id}"`);
  return entry;
}
