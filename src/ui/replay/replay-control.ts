import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Tick } from '../../domain/time.ts';
import type { Opened, SeenThen } from '../../game/debrief-asks.ts';
import { nextStop, previousStop, stepBy, stopsOf, type Stop } from '../../game/replay-scrub.ts';
import type { Room } from '../debrief/debrief-control.ts';

export type OpenedRun = Extract<Opened, { readonly ok: true }>;

/** A replay: the run of a link, simulated again, and the tick that is looked at. */
export interface ReplayControl {
  readonly room: Room;
  readonly payload: string;
  readonly opened: ReadonlySignal<OpenedRun | null>;
  readonly problem: ReadonlySignal<string | null>;
  readonly tick: ReadonlySignal<Tick>;
  readonly seen: ReadonlySignal<SeenThen | null>; // of the tick, or of the latest one that has arrived
  readonly stops: ReadonlySignal<readonly Stop[]>;
  goTo(tick: Tick): void;
  step(steps: number): void;
  toStop(direction: 'next' | 'previous'): Stop | null;
  close(): void;
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function openReplay(room: Room, payload: string): ReplayControl {
  const { ask } = room.ports.analyst;
  const opened = signal<OpenedRun | null>(null);
  const problem = signal<string | null>(null);
  const tick = signal<Tick>(0);
  const seen = signal<SeenThen | null>(null);
  const stops = computed(() => (opened.value === null ? [] : stopsOf(opened.value.run)));
  let open = true;
  let asking = false;

  // One question at a time: while the slider moves, the ticks in between are skipped and the last one is always answered.
  const look = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      let answered = -1;
      while (open && answered !== tick.peek()) {
        answered = tick.peek();
        const answer = await ask('observe', { payload, tick: answered });
        if (open) seen.value = answer;
      }
    } catch (error) {
      if (open) problem.value = sentenceOf(error);
    } finally {
      asking = false;
    }
  };

  const goTo = (to: Tick): void => {
    if (opened.value === null) return;
    const next = Math.max(0, Math.min(opened.value.run.endTick, Math.round(to)));
    if (next === tick.value && seen.value !== null) return;
    tick.value = next;
    void look();
  };

  ask('open', { payload })
    .then((answer) => {
      if (!open) return;
      if (!answer.ok) {
        problem.value = answer.reason;
        return;
      }
      opened.value = answer;
      goTo(answer.run.pageTick ?? 0);
    })
    .catch((error: unknown) => {
      if (open) problem.value = sentenceOf(error);
    });

  return {
    room,
    payload,
    opened,
    problem,
    tick,
    seen,
    stops,
    goTo,
    step(steps) {
      if (opened.value !== null) goTo(stepBy(opened.value.run, tick.value, steps));
    },
    toStop(direction) {
      const stop = direction === 'next' ? nextStop(stops.value, tick.value) : previousStop(stops.value, tick.value);
      if (stop !== null) goTo(stop.tick);
      return stop;
    },
    close() {
      open = false;
    },
  };
}
