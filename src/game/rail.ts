import { isLook } from '../domain/action.ts';
import type { Action, LogEntry } from '../domain/action.ts';
import type { Observation } from '../domain/observation.ts';
import { sameLook } from '../domain/same-look.ts';
import type { Tick } from '../domain/time.ts';
import type { Brief } from '../scenario/brief.ts';
import { CHANGE_MARKS } from './evidence-view.ts';
import { personName } from './person-name.ts';
import { railWords } from './words/rail.ts';

export type RailKind = 'deploy' | 'config' | 'data' | 'event' | 'page' | 'you' | 'look' | 'message' | 'asked' | 'due';

export interface RailMark {
  readonly tick: Tick;
  readonly kind: RailKind;
  readonly label: string;
  readonly loud: boolean; // its label is worth a place on the rail; the others speak on focus
}

export interface RailSpan {
  readonly from: Tick;
  readonly to: Tick;
  readonly label: string; // "scale takes effect"
}

export interface RailView {
  readonly from: Tick;
  readonly to: Tick;
  readonly now: Tick;
  readonly marks: readonly RailMark[];
  readonly spans: readonly RailSpan[];
  readonly before: readonly string[]; // known changes from before the episode, in words
}

/** Same look at the same moment as one mark: "metrics, deploys". */
function merged(marks: readonly RailMark[], near: Tick): RailMark[] {
  const out: RailMark[] = [];
  for (const mark of marks) {
    const last = out.at(-1);
    if (last !== undefined && last.kind === 'look' && mark.kind === 'look' && mark.tick - last.tick <= near)
      out[out.length - 1] = { ...last, label: `${last.label}, ${mark.label}` };
    else out.push(mark);
  }
  return out;
}

/** Until when people who asked want an answer; an answered question has no mark. */
const due = (observation: Observation, log: readonly LogEntry[]): RailMark[] =>
  observation.conversation.flatMap((line) => {
    const answered = log.some((entry) => entry.action.type === 'message' && entry.tick >= line.tick && entry.action.to === line.from);
    return line.from === 'you' || line.answerDueTick === null || answered
      ? []
      : [{ tick: line.answerDueTick, kind: 'due', label: railWords.due, loud: true }];
  });

/** A look by the title of what it brought, and by whose it is where a colleague was asked; null for any other action. */
function lookLabel(tick: Tick, action: Action, { evidence }: Observation, brief: Brief): string | null {
  const asked = action.type === 'ask-colleague';
  if (!asked && !isLook(action)) return null;
  const by = asked ? action.who : undefined;
  const look = asked ? action.look : action;
  const title = evidence.find((each) => each.askedTick === tick && each.by === by && sameLook(each.look, look))?.title ?? railWords.look;
  return by === undefined ? title : railWords.asked(personName(brief, by), title);
}

/** The time rail below the map: what is known to have happened, what the player did, what is about to show. */
export function railView(observation: Observation, log: readonly LogEntry[], brief: Brief): RailView {
  const lastTick = brief.ticks;
  const marks: RailMark[] = [
    ...observation.changes
      .filter((change) => change.tick >= 0)
      .map((change) => ({ tick: change.tick, kind: CHANGE_MARKS[change.kind], label: change.text, loud: change.kind !== 'message' })),
    ...(observation.pageTick === null ? [] : [{ tick: observation.pageTick, kind: 'page' as const, label: railWords.page, loud: true }]),
    ...observation.conversation
      .filter((line) => line.from !== 'you' && line.options.length > 0)
      .map((line) => ({ tick: line.tick, kind: 'asked' as const, label: railWords.asks(personName(brief, line.from)), loud: false })),
    ...due(observation, log),
    ...log.flatMap(({ tick, action }): RailMark[] => {
      const look = lookLabel(tick, action, observation, brief);
      if (look !== null) return [{ tick, kind: 'look', label: look, loud: false }];
      if (action.type === 'escalate')
        return [{ tick, kind: 'message', label: railWords.calledIn(personName(brief, action.to)), loud: false }];
      if (action.type === 'message') return [{ tick, kind: 'message', label: railWords.update, loud: true }];
      if (action.type === 'verify') return [{ tick, kind: 'you', label: railWords.verify, loud: true }];
      if (action.type === 'leave-alone') return [{ tick, kind: 'you', label: railWords.leftAlone, loud: true }];
      if (action.type === 'take-back') return [{ tick, kind: 'you', label: railWords.takenBack, loud: true }];
      return [];
    }),
  ].sort((a, b) => a.tick - b.tick);
  const spans = observation.pending.map((pending) => ({
    from: pending.startedTick,
    to: pending.effectTick,
    label: railWords.takesEffect(pending.label),
  }));
  return {
    from: 0,
    to: lastTick,
    now: observation.tick,
    marks: merged(marks, lastTick / 60),
    spans,
    before: observation.changes.filter((change) => change.tick < 0).map((change) => change.text),
  };
}
