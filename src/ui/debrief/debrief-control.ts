import { batch, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Action } from '../../domain/action.ts';
import type { RerunFacts, RunFacts, VerdictFacts } from '../../game/debrief-facts.ts';
import {
  debriefNext,
  emptyDebrief,
  mayShowVerdict,
  restoreDebrief,
  type DebriefEvent,
  type DebriefState,
} from '../../game/debrief-state.ts';
import type { AfterPlayProps } from '../../game/after-play.ts';
import { createKeeper, type Keeper } from '../../game/story-keeper.ts';
import { announce } from '../common/live.tsx';
import { debriefWords } from '../../game/words/debrief.ts';
import { preventionWords } from '../../game/words/prevention.ts';

export interface Reruns {
  readonly items: ReadonlyMap<string, RerunFacts>; // single items
  readonly together: RerunFacts | null;
  readonly playing: boolean;
  readonly of: readonly string[] | null; // the picks that were played, or are being played
}

/** The debrief of one run: its facts, the player's state, and, behind the gate, its verdict. */
export interface DebriefControl {
  readonly run: ReadonlySignal<RunFacts | null>;
  readonly problem: ReadonlySignal<string | null>;
  readonly state: ReadonlySignal<DebriefState>;
  readonly verdict: ReadonlySignal<VerdictFacts | null>;
  readonly reruns: ReadonlySignal<Reruns>;
  readonly chosen: ReadonlySignal<string | null>; // the moment looked at
  readonly payload: ReadonlySignal<string>;
  readonly evidence: ReadonlySignal<string | null>; // the piece of evidence that is read
  readonly room: Room;
  knows(payload: string): boolean; // whether a link is this run's, as opened or with what was picked since
  readEvidence(id: string | null): void;
  send(event: DebriefEvent): void;
  choose(moment: string | null): void;
  playPicks(): Promise<string | null>; // the first go into the record, others are only tried; a sentence where the run refused them
  review(): Promise<string | null>;
  close(): void;
}

/** What a room is given to work with. */
export type Room = Pick<AfterPlayProps, 'ports' | 'go' | 'replace'>;

export const debriefStoreKey = (runKey: string): string => `debrief-${runKey}`;

const noReruns: Reruns = { items: new Map(), together: null, playing: false, of: null };
const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Opens the run of a link. The verdict is asked for when the state's gate is open, and not before. */
export function openDebrief(room: Room, firstPayload: string): DebriefControl {
  const { ports } = room;
  const run = signal<RunFacts | null>(null);
  const problem = signal<string | null>(null);
  const state = signal<DebriefState>(emptyDebrief);
  const verdict = signal<VerdictFacts | null>(null);
  const reruns = signal<Reruns>(noReruns);
  const chosen = signal<string | null>(null);
  const payload = signal(firstPayload);
  const written = new Set([firstPayload]);
  const evidence = signal<string | null>(null);
  let keeper: Keeper | null = null;
  let open = true;
  let judged = ''; // the payload whose verdict is shown or under way

  const { ask } = ports.analyst;

  const load = async (): Promise<void> => {
    const opened = await ask('open', { payload: firstPayload });
    if (!open) return;
    if (!opened.ok) {
      problem.value = opened.reason;
      return;
    }
    const key = debriefStoreKey(opened.run.key);
    const kept = await ports.storage.read(key);
    if (!open) return;
    const momentIds = new Set(opened.run.moments.map((moment) => moment.id));
    const restored = restoreDebrief(kept, momentIds);
    keeper = createKeeper(ports.storage, key, () => {});
    batch(() => {
      state.value = { ...restored, picks: opened.run.picks ?? restored.picks, review: opened.run.reviewed ?? restored.review };
      run.value = opened.run;
    });
    if (opened.run.picks !== null && mayShowVerdict(restored)) await replayNights(opened.run.picks);
  };

  const judge = async (): Promise<void> => {
    const asked = payload.value;
    if (judged === asked) return;
    judged = asked;
    const answer = await ask('verdict', { payload: asked });
    if (open && payload.value === asked) verdict.value = answer;
  };

  const replayNights = async (items: readonly string[]): Promise<void> => {
    if (items.length === 0) {
      reruns.value = noReruns;
      return;
    }
    const asked = payload.value;
    const played: Reruns = { ...noReruns, playing: true, of: items };
    reruns.value = played;
    const single = await Promise.all(items.map(async (item) => [item, await ask('rerun', { payload: asked, items: [item] })] as const));
    const together = await ask('rerun', { payload: asked, items });
    if (!open || reruns.value !== played) return;
    reruns.value = { items: new Map(single), together, playing: false, of: items };
  };

  const add = async (action: Action): Promise<string | null> => {
    const added = await ask('add', { payload: payload.value, action });
    if (!open) return null;
    if (!added.ok) return added.reason;
    written.add(added.payload);
    payload.value = added.payload;
    room.replace({ screen: 'debrief', payload: added.payload, at: null });
    const opened = await ask('open', { payload: added.payload });
    if (open && opened.ok) run.value = opened.run;
    return null;
  };

  const guarded = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    work.catch((error: unknown) => {
      if (open) problem.value = sentenceOf(error);
      return otherwise;
    });

  const stopJudging = effect(() => {
    void payload.value;
    if (run.value !== null && mayShowVerdict(state.value)) void guarded(judge(), undefined);
  });
  void guarded(load(), undefined);

  return {
    run,
    problem,
    state,
    verdict,
    reruns,
    chosen,
    payload,
    evidence,
    room,
    knows: (link) => written.has(link),
    readEvidence(id) {
      evidence.value = id;
    },
    send(event) {
      const next = debriefNext(state.value, event);
      if (next === state.value) return;
      const opens = mayShowVerdict(next) && !mayShowVerdict(state.value);
      state.value = next;
      keeper?.keep(next);
      const picks = run.value?.picks ?? null;
      if (opens && picks !== null) void guarded(replayNights(picks), undefined);
    },
    choose(moment) {
      chosen.value = moment;
    },
    playPicks: () =>
      guarded(
        (async () => {
          const { picks } = state.value;
          const refused = (run.value?.picks ?? null) === null ? await add({ type: 'pick-preventions', items: [...picks] }) : null;
          if (refused !== null) return refused;
          await replayNights(picks);
          announce(preventionWords.playedAgain);
          return null;
        })(),
        preventionWords.notPlayedAgain,
      ),
    review: () => guarded(add({ type: 'review', statements: { ...state.value.review } }), debriefWords.takeAway.reviewNotAdded),
    close() {
      open = false;
      stopJudging();
    },
  };
}
