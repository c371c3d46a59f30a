import { isChange } from '../domain/action.ts';
import { pacedText, pacedTitle } from '../domain/impact-rate.ts';
import { storyClock, type Tick } from '../domain/time.ts';
import { storyTurnWords as words } from '../domain/words/story-turns.ts';
import { changeDone } from '../judge/change-words.ts';
import { gaugeOf, lateTicks, minutes, type Gauge } from '../judge/recovery.ts';
import { changesMadeIn } from '../run/taken-back.ts';
import type { RunTrace, TraceEntry } from '../run/trace.ts';
import type { Brief } from '../scenario/brief.ts';
import { textOf } from './action-words.ts';

/** What became of something that the player did or believed. */
export interface Turn {
  readonly kind: 'effect' | 'wrong-turn' | 'relapse';
  readonly tick: Tick;
  readonly text: string;
  readonly value: string | null;
  readonly entry: TraceEntry | null; // what it came of
}

const WATCH_MINUTES = 5; // after a change took effect, within which it should have helped
const LEAST_MINUTES = 2;
const RELAPSE_MINUTES = 2; // out of bounds for this long

/** Changes that took effect within the episode. */
const effective = (trace: RunTrace): readonly TraceEntry[] => changesMadeIn(trace).filter(({ effectTick }) => effectTick < trace.endTick);

/** The first moment from which a metric stays back to the end of the time it is watched, but not before some minutes; that end where it does not. */
function firstBack(gauge: Gauge, from: Tick, until: Tick, least: Tick): Tick {
  if (!gauge.back(until)) return until;
  let tick = until;
  while (tick > from + least && gauge.back(tick - 1)) tick -= 1;
  return tick;
}

function effectOf(brief: Brief, trace: RunTrace, entry: TraceEntry, next: TraceEntry | undefined): Turn[] {
  const key = brief.pager.metric;
  const gauge = gaugeOf(trace, brief, key, entry.effectTick);
  const late = lateTicks(brief, key);
  if (gauge === null || !isChange(entry.action) || (late === 0 && gauge.back(entry.effectTick))) return [];
  const from = entry.effectTick + late; // what the metric shows before is of the time before
  const within = key === brief.recovery.metric ? Math.round(brief.recovery.withinSeconds / brief.tickSeconds) - late : 0;
  const watched = Math.max(minutes(brief, WATCH_MINUTES), within); // as long as the drill gives it to come back
  const until = firstBack(
    gauge,
    from,
    Math.min(trace.endTick, from + watched, late + (next?.effectTick ?? Infinity)),
    minutes(brief, WATCH_MINUTES),
  );
  if (until - from < minutes(brief, LEAST_MINUTES)) return []; // another change came too soon to tell, or the episode ended
  if (!Number.isFinite(gauge.value(until)) || (late === 0 && !Number.isFinite(gauge.value(entry.effectTick)))) return []; // nobody can tell
  const clock = storyClock(brief.startClock, until, brief.tickSeconds);
  const paced = (value: number): string => pacedText(value, gauge.info.unit, brief.tickSeconds);
  const title = pacedTitle(gauge.info.title, brief.tickSeconds);
  const was = paced(late > 0 ? gauge.worst : gauge.value(entry.effectTick));
  const to = paced(gauge.value(until));
  const done = changeDone(entry.action, brief);
  if (gauge.back(until)) return [{ kind: 'effect', tick: until, text: words.helped(title, was, to, clock, done), value: to, entry }];
  return [
    {
      kind: 'wrong-turn',
      tick: until,
      text: words.didNotHelp(title, was, to, clock, done),
      value: to,
      entry,
    },
  ];
}

function relapses(brief: Brief, trace: RunTrace): Turn[] {
  const first = effective(trace)[0];
  const gauge = first === undefined ? null : gaugeOf(trace, brief, brief.pager.metric, first.effectTick);
  if (gauge === null || first === undefined) return [];
  const step = minutes(brief, RELAPSE_MINUTES);
  const away = (tick: Tick): boolean => Number.isFinite(gauge.value(tick)) && !gauge.back(tick);
  const turns: Turn[] = [];
  let calm = false;
  for (let tick = first.effectTick + lateTicks(brief, brief.pager.metric); tick + step <= trace.endTick; tick += step) {
    const back = gauge.back(tick) && gauge.back(tick + step);
    const gone = away(tick) && away(tick + step);
    if (calm && gone) {
      const value = pacedText(gauge.value(tick + step), gauge.info.unit, brief.tickSeconds);
      turns.push({
        kind: 'relapse',
        tick: tick + step,
        text: words.cameBack(pacedTitle(gauge.info.title, brief.tickSeconds), value),
        value,
        entry: null,
      });
    }
    if (back) calm = true;
    if (gone) calm = false;
  }
  return turns;
}

/** Explanations that the player first held and later excluded or claimed against. */
function abandoned(brief: Brief, trace: RunTrace): Turn[] {
  const held = new Set<string>();
  return trace.entries.flatMap((entry): Turn[] => {
    if (entry.action.type !== 'hypothesis' || !entry.outcome.accepted) return [];
    const { cause, status } = entry.action;
    if (status === 'open' || status === 'supported') held.add(cause);
    if (status !== 'excluded' || !held.delete(cause)) return [];
    return [{ kind: 'wrong-turn', tick: entry.tick, text: words.abandoned(textOf(brief.causes, cause)), value: null, entry }];
  });
}

/** What came of the changes and beliefs of a run: effects, wrong turns and relapses, in order of time. */
export function turnsOf(brief: Brief, trace: RunTrace): readonly Turn[] {
  const changes = effective(trace);
  const effects = changes.flatMap((entry, index) => effectOf(brief, trace, entry, changes[index + 1]));
  return [...effects, ...relapses(brief, trace), ...abandoned(brief, trace)].sort((a, b) => a.tick - b.tick);
}
