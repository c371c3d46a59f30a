import { isLook } from '../domain/action.ts';
import type { Look, LogEntry } from '../domain/action.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Observation } from '../domain/observation.ts';
import { sameLook } from '../domain/same-look.ts';
import type { Tick } from '../domain/time.ts';
import type { Brief } from '../scenario/brief.ts';
import { CHANGE_MARKS } from './evidence-view.ts';
import { personName } from './person-name.ts';
import type { SessionState } from './session.ts';
import { railWords } from './words/rail.ts';

export type RailKind = 'deploy' | 'config' | 'data' | 'event' | 'page' | 'you' | 'look' | 'message' | 'asked' | 'due';

export interface RailMark {
  readonly tick: Tick;
  readonly kind: RailKind;
  readonly label: string;
  readonly loud: boolean; // its label is worth a place on the rail; the others speak on focus
}

/** From when something was asked for until it is there: a change, or what a colleague looks at. */
export interface RailSpan {
  readonly kind: 'change' | 'look';
  readonly from: Tick;
  readonly to: Tick;
  readonly label: string; // "Scale to 16", "Platform engineer: Change history"
  readonly ahead: boolean; // still under way
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

type Played = Pick<SessionState, 'observation' | 'log' | 'menu'>;

const broughtBy = ({ evidence }: Observation, tick: Tick, look: Look, by?: string): Evidence | undefined =>
  evidence.find((each) => each.askedTick === tick && each.by === by && sameLook(each.look, look));

/** Looks that colleagues were asked for: those that are back each from when they were asked, then what each colleague still owes. */
function askedSpans({ observation, log, menu }: Played, brief: Brief): readonly RailSpan[] {
  const back: RailSpan[] = [];
  const owed = new Map<string, { readonly from: Tick; readonly looks: string[] }>();
  for (const { tick, action } of log) {
    if (action.type !== 'ask-colleague') continue;
    const { who, look } = action;
    const brought = broughtBy(observation, tick, look, who);
    if (brought !== undefined) {
      const label = railWords.asked(personName(brief, who), brought.title);
      back.push({ kind: 'look', from: tick, to: brought.tick, label, ahead: false });
      continue;
    }
    const offered = menu.colleagues.find(({ id }) => id === who)?.looks.find((offer) => sameLook(offer.look, look));
    const { from, looks } = owed.get(who) ?? { from: tick, looks: [] };
    owed.set(who, { from, looks: [...looks, offered?.label ?? railWords.look] });
  }
  const ahead = [...owed].flatMap(([who, { from, looks }]): RailSpan[] => {
    const to = observation.colleagues.find(({ id }) => id === who)?.busyUntil ?? null;
    return to === null ? [] : [{ kind: 'look', from, to, label: railWords.asked(personName(brief, who), looks.join(', ')), ahead: true }];
  });
  return [...back, ...ahead];
}

/** The time rail below the map: what is known to have happened, what the player did, what is about to show. */
export function railView(played: Played, brief: Brief): RailView {
  const { observation, log } = played;
  const lastTick = brief.ticks;
  const asked = askedSpans(played, brief);
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
      if (isLook(action))
        return [{ tick, kind: 'look', label: broughtBy(observation, tick, action)?.title ?? railWords.look, loud: false }];
      if (action.type === 'escalate')
        return [{ tick, kind: 'message', label: railWords.calledIn(personName(brief, action.to)), loud: false }];
      if (action.type === 'message') return [{ tick, kind: 'message', label: railWords.update, loud: true }];
      if (action.type === 'verify') return [{ tick, kind: 'you', label: railWords.verify, loud: true }];
      if (action.type === 'leave-alone') return [{ tick, kind: 'you', label: railWords.leftAlone, loud: true }];
      if (action.type === 'take-back') return [{ tick, kind: 'you', label: railWords.takenBack, loud: true }];
      return [];
    }),
    ...asked.filter(({ ahead }) => !ahead).map(({ to, label }): RailMark => ({ tick: to, kind: 'look', label, loud: false })),
  ].sort((a, b) => a.tick - b.tick);
  const changes = observation.pending.map(({ startedTick, effectTick, label }): RailSpan => ({
    kind: 'change',
    from: startedTick,
    to: effectTick,
    label,
    ahead: true,
  }));
  return {
    from: 0,
    to: lastTick,
    now: observation.tick,
    marks: merged(marks, lastTick / 60),
    spans: [...asked, ...changes],
    before: observation.changes.filter((change) => change.tick < 0).map((change) => change.text),
  };
}
