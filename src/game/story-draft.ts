/**
 * A story being written: eight beats of text, a name and a target length. Text is kept as typed, to the letter, until the player
 * changes it; nothing here ever shortens or rewrites it.
 */
export const TARGETS = [2, 5] as const; // minutes, spoken
export type Target = (typeof TARGETS)[number];

export interface StoryDraft {
  readonly name: string | null; // null: the generated one
  readonly target: Target;
  readonly beats: Readonly<Record<string, string>>; // by beat id
}

export const emptyDraft: StoryDraft = { name: null, target: 2, beats: {} };

export const draftKey = (runKey: string): string => `story-${runKey}`;

/** A kept draft read back. Unknown beats are kept as they are: a later version may know them. */
export function restoreDraft(kept: unknown): StoryDraft {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return emptyDraft;
  const raw = kept as Record<string, unknown>;
  const beats: Record<string, string> = {};
  if (typeof raw['beats'] === 'object' && raw['beats'] !== null)
    for (const [beat, text] of Object.entries(raw['beats'])) if (typeof text === 'string' && beat !== '__proto__') beats[beat] = text;
  return {
    name: typeof raw['name'] === 'string' && raw['name'].trim() !== '' ? raw['name'] : null,
    target: raw['target'] === 5 ? 5 : 2,
    beats,
  };
}

export const textOf = (draft: StoryDraft, beat: string): string => (Object.hasOwn(draft.beats, beat) ? draft.beats[beat]! : '');

export const withText = (draft: StoryDraft, beat: string, text: string): StoryDraft => ({
  ...draft,
  beats: { ...draft.beats, [beat]: text },
});

export const hasText = (draft: StoryDraft): boolean => Object.values(draft.beats).some((text) => text.trim() !== '');

/** Text with a fact put in at the caret, spaced from its neighbours, and where the caret stands after it. */
export function insertAt(text: string, caret: number, fact: string): { readonly text: string; readonly caret: number } {
  const at = Math.max(0, Math.min(caret, text.length));
  const before = text.slice(0, at);
  const after = text.slice(at);
  const lead = before === '' || /[\s(“"]$/.test(before) ? '' : ' ';
  const trail = after === '' || /^[\s.,;:!?)”"]/.test(after) ? '' : ' ';
  const inserted = `${lead}${fact}${trail}`;
  return { text: before + inserted + after, caret: before.length + lead.length + fact.length };
}
