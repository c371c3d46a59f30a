import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { mayShowVerdict, restoreDebrief } from '../../game/debrief-state.ts';
import { draftKey, emptyDraft, hasText, insertAt, restoreDraft, textOf, withText, type StoryDraft } from '../../game/story-draft.ts';
import { createKeeper, type Keeper, type Keeping } from '../../game/story-keeper.ts';
import { factSentence, usedFacts, type RoomFact, type StoryRoom } from '../../game/story-room.ts';
import { announce } from '../common/live.tsx';
import { debriefStoreKey, type Room } from '../debrief/debrief-control.ts';
import { storyWords } from '../../game/words/story.ts';

/** One story being written: the run's beats and facts, the draft, and where it is kept. */
export interface StoryControl {
  readonly room: Room;
  readonly payload: string;
  readonly story: ReadonlySignal<StoryRoom | null>;
  readonly problem: ReadonlySignal<string | null>;
  readonly draft: ReadonlySignal<StoryDraft>;
  readonly keeping: ReadonlySignal<Keeping | null>; // null before anything was written
  readonly used: ReadonlySignal<ReadonlySet<string>>;
  readonly beat: ReadonlySignal<string | null>; // the one written in last
  readonly debriefed: ReadonlySignal<boolean>; // whether the debrief's verdict was reached on this device
  write(beat: string, text: string): void;
  setCaret(beat: string, caret: number): void;
  insert(fact: RoomFact): { readonly beat: string; readonly caret: number } | null;
  rename(name: string): void;
  aim(target: StoryDraft['target']): void;
  close(): void;
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function openStory(room: Room, payload: string): StoryControl {
  const { ports } = room;
  const story = signal<StoryRoom | null>(null);
  const problem = signal<string | null>(null);
  const draft = signal<StoryDraft>(emptyDraft);
  const keeping = signal<Keeping | null>(null);
  const beat = signal<string | null>(null);
  const debriefed = signal(false);
  const used = computed(() => (story.value === null ? new Set<string>() : usedFacts(draft.value, story.value.facts)));
  const carets = new Map<string, number>();
  let keeper: Keeper | null = null;
  let open = true;

  const load = async (): Promise<void> => {
    const opened = await ports.analyst.ask('story', { payload });
    const kept = await ports.storage.read(draftKey(opened.key));
    const review = await ports.storage.read(debriefStoreKey(opened.key));
    if (!open) return;
    const momentIds = new Set(Object.keys((review as { tags?: object } | undefined)?.tags ?? {}));
    debriefed.value = mayShowVerdict(restoreDebrief(review, momentIds));
    draft.value = restoreDraft(kept);
    keeper = createKeeper(ports.storage, draftKey(opened.key), (state) => {
      keeping.value = state;
    });
    story.value = opened;
  };
  load().catch((error: unknown) => {
    if (open) problem.value = sentenceOf(error);
  });

  const warn = (event: BeforeUnloadEvent): void => {
    if (keeping.value !== 'kept' && keeping.value !== null && hasText(draft.value)) event.preventDefault();
  };
  addEventListener('beforeunload', warn);

  const change = (next: StoryDraft): void => {
    draft.value = next;
    keeper?.keep(next);
  };

  return {
    room,
    payload,
    story,
    problem,
    draft,
    keeping,
    used,
    beat,
    debriefed,
    write(id, text) {
      beat.value = id;
      change(withText(draft.value, id, text));
    },
    setCaret(id, caret) {
      beat.value = id;
      carets.set(id, caret);
    },
    insert(fact) {
      if (story.value === null) return null;
      const into =
        story.value.beats.find((each) => each.id === beat.value) ??
        story.value.beats.find((each) => each.facts.includes(fact.id)) ??
        story.value.beats[0];
      if (into === undefined) return null;
      const before = textOf(draft.value, into.id);
      const { text, caret } = insertAt(before, carets.get(into.id) ?? before.length, factSentence(fact));
      carets.set(into.id, caret);
      beat.value = into.id;
      change(withText(draft.value, into.id, text));
      announce(storyWords.sheet.addedTo(into.title));
      return { beat: into.id, caret };
    },
    rename: (name) => change({ ...draft.value, name: name.trim() === '' ? null : name }),
    aim: (target) => change({ ...draft.value, target }),
    close() {
      open = false;
      removeEventListener('beforeunload', warn);
    },
  };
}
