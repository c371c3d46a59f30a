import type { Brief } from '../../scenario/brief.ts';
import { personName } from '../person-name.ts';
import type { SessionState } from '../session.ts';
import { soundWords } from '../words/sound.ts';
import { ambience, NO_HUM, SILENT_FLOW, type Flow } from './ambience.ts';
import * as figure from './figures.ts';
import type { Note, Score } from './score.ts';

/** What was heard up to now: a score is made of what is new since. */
export interface Heard {
  readonly tick: number;
  readonly paged: boolean;
  readonly acknowledged: boolean;
  readonly firing: readonly string[]; // ids
  readonly lines: number; // of other people
  readonly verifiedTick: number | null;
  readonly log: number;
  readonly pending: number;
  readonly evidence: number;
  readonly refusal: SessionState['observation']['lastRefusal'];
  readonly flow: Flow;
}

/** Of a moment, as if all that stands there had been heard. */
export function heardAt({ observation, log }: SessionState, flow: Flow = SILENT_FLOW): Heard {
  return {
    tick: observation.tick,
    paged: observation.page !== null,
    acknowledged: observation.acknowledgedTick !== null,
    firing: observation.alerts.filter((alert) => alert.state === 'firing').map((alert) => alert.id),
    lines: observation.conversation.filter((line) => line.from !== 'you').length,
    verifiedTick: observation.verified?.tick ?? null,
    log: log.length,
    pending: observation.pending.length,
    evidence: observation.evidence.length,
    refusal: observation.lastRefusal,
    flow,
  };
}

export interface Time {
  readonly tickSeconds: number;
  readonly ticksPerSecondAtOne: number; // of the player's time, at 1×
  readonly clock: (tick: number) => string;
}

/**
 * From a moment of play to what is heard: first what happened, then the system's own sound. The same moments give the same notes.
 * @param before what was heard up to the moment before @param brief names those who write
 */
export function compose(before: Heard, state: SessionState, brief: Brief, time: Time): { readonly heard: Heard; readonly score: Score } {
  const { observation } = state;
  const now = heardAt(state);
  const at = time.clock(observation.tick);
  const notes: Note[] = [];
  const captions: string[] = [];
  const played = new Set<readonly Note[]>();
  const sound = (some: readonly Note[], text: string): void => {
    if (!played.has(some)) notes.push(...some); // twice in one moment would only be louder
    played.add(some);
    captions.push(text);
  };
  const added = state.log.slice(before.log).map(({ action }) => action);
  const tookBack = added.some((action) => action.type === 'take-back');

  if (now.paged && !before.paged) sound(figure.PAGER, soundWords.pager(time.clock(observation.pageTick ?? observation.tick)));
  for (const alert of observation.alerts)
    if (before.acknowledged && now.firing.includes(alert.id) && !before.firing.includes(alert.id))
      sound(
        alert.severity === 'page' ? figure.PAGER : figure.ALERT,
        alert.severity === 'page' ? soundWords.pager(at) : soundWords.alert(at),
      );
  const line = observation.conversation.findLast((each) => each.from !== 'you');
  if (now.lines > before.lines && line !== undefined) sound(figure.MESSAGE, soundWords.writes(personName(brief, line.from), at));
  if (now.verifiedTick !== before.verifiedTick && observation.verified !== null) {
    if (observation.verified.recovered) sound(figure.RECOVERED, soundWords.recovered(at));
    else sound(figure.NOT_RECOVERED, soundWords.notRecovered(at));
  }
  if (now.pending < before.pending && !tookBack) sound(figure.IN_EFFECT, soundWords.inEffect(at));
  if (now.evidence > before.evidence) sound(figure.RETURNED, soundWords.returned(at));
  else if (added.some((action) => action.type !== 'setting')) sound(figure.DONE, soundWords.done(at));
  if (now.refusal !== null && now.refusal !== before.refusal && !added.length) sound(figure.REFUSED, soundWords.refused(at));

  const live = state.mode === 'live' && now.acknowledged && state.jumpingTo === null && state.ticksPerSecond > 0;
  const system = ambience(before.flow, {
    observation,
    simulatedSeconds: live ? Math.max(0, observation.tick - before.tick) * time.tickSeconds : 0,
    speed: Math.max(1, state.ticksPerSecond / time.ticksPerSecondAtOne),
    secondsAtOne: time.ticksPerSecondAtOne * time.tickSeconds,
  });
  return {
    heard: { ...now, flow: system.flow },
    score: {
      notes: [...notes, ...system.notes],
      hum: live ? system.hum : NO_HUM,
      captions: [...captions, ...system.captions].map((text) => ({ tick: observation.tick, text })),
      stopPager: now.acknowledged && !before.acknowledged,
    },
  };
}
