import { atClock } from '../domain/at-clock.ts';
import { lookedBy } from '../domain/looked-by.ts';
import { storyClock, duration, type Tick } from '../domain/time.ts';
import { storyReflectionWords as words } from '../domain/words/story-reflections.ts';
import { openCase } from '../judge/case-file.ts';
import { changeDone, changeText } from '../judge/change-words.ts';
import { backAtEnd } from '../judge/recovery.ts';
import { matchesChange } from '../scenario/patterns.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { RunTrace } from '../run/trace.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { turnsOf } from './turns.ts';

const of = (trace: RunTrace, type: RunTrace['entries'][number]['action']['type']) =>
  trace.entries.filter((entry) => entry.action.type === type && entry.outcome.accepted);
const SOON_SECONDS = 120;
const SILENCE_SECONDS = 1200;

/** What the log shows to have gone well, most telling first. */
export function wentWell(scenario: Scenario, trace: RunTrace, verdict: Verdict): readonly string[] {
  const { brief } = scenario;
  const file = openCase(scenario, trace);
  const at = (tick: Tick): string => atClock(storyClock(brief.startClock, tick, brief.tickSeconds));
  const page = trace.pageTick ?? 0;
  const said: string[] = [];
  const acknowledged = of(trace, 'acknowledge')[0];
  if (acknowledged !== undefined && (acknowledged.tick - page) * brief.tickSeconds <= SOON_SECONDS)
    said.push(acknowledged.tick === page ? words.takenAtOnce : words.takenAfter(duration((acknowledged.tick - page) * brief.tickSeconds)));
  const backed = file.changes.find((one) => one.ground === 'backed');
  if (backed !== undefined) {
    const look = backed.support?.evidence;
    const role = look === undefined ? null : lookedBy(look, brief.system.colleagues);
    const [title, change, when] = [look?.title ?? words.aLook, changeText(backed.change, brief), at(backed.entry.tick)];
    said.push(role === null ? words.evidenceFirst(title, change, when) : words.evidenceFirstBy(title, role, change, when));
  }
  const urgent = file.changes.find((one) => one.ground === 'urgent');
  if (urgent !== undefined) said.push(words.wayOut(at(urgent.entry.tick)));
  const sound = file.changes
    .filter(({ ground }) => ground === 'backed' || ground === 'urgent' || ground === 'undo')
    .map(({ entry }) => entry);
  for (const turn of turnsOf(brief, trace))
    if (turn.kind === 'effect' && sound.some((entry) => entry === turn.entry)) said.push(words.turn(turn.text));
  const undone = file.changes.find((one) => one.undoneTick !== null);
  if (undone !== undefined && undone.undoneTick !== null) said.push(words.takenOut(at(undone.undoneTick)));
  const verified = trace.verified.find((one) => one.recovered);
  if (verified !== undefined) said.push(words.verified(at(verified.tick)));
  const messages = of(trace, 'message').length;
  if (messages >= 2) said.push(words.heard(messages));
  if (verdict.proven?.items.some((item) => item.helps) === true) said.push(words.actionHelps);
  return said;
}

/** What turned out well although nothing in the log made sure of it. */
export function luckOf(scenario: Scenario, trace: RunTrace): readonly string[] {
  const { brief } = scenario;
  const file = openCase(scenario, trace);
  const at = (tick: Tick): string => atClock(storyClock(brief.startClock, tick, brief.tickSeconds));
  const said: string[] = [];
  for (const turn of turnsOf(brief, trace)) {
    const change = file.changes.find((one) => one.entry === turn.entry);
    if (
      turn.kind === 'effect' &&
      change !== undefined &&
      (change.ground === 'unsupported' || change.ground === 'contradicted' || change.ground === 'plausible')
    )
      said.push(words.nothingPointedTo(changeDone(change.change, brief), at(change.entry.tick)));
    if (turn.kind === 'effect' && change?.ground === 'urgent')
      said.push(words.beforeTheCause(changeDone(change.change, brief), at(change.entry.tick)));
  }
  const closed = trace.resolvedTick;
  const well = closed !== null && backAtEnd(trace, brief, closed);
  const verified = trace.verified.some((one) => one.recovered && one.tick <= (closed ?? trace.endTick));
  if (well && !verified) said.push(words.closedUnseen(at(closed)));
  const { fix, leaveAlone } = file.variant.recommended;
  const fixed = file.changes.some(
    ({ ground, change }) => ground !== 'withdrawn' && fix.some((step) => step.any.some((pattern) => matchesChange(pattern, change))),
  );
  if (well && !fixed && leaveAlone === null) said.push(words.causeInPlace);
  const stops = [trace.pageTick ?? 0, ...of(trace, 'message').map((entry) => entry.tick), closed ?? trace.endTick];
  const longest = Math.max(0, ...stops.slice(1).map((tick, index) => tick - stops[index]!)) * brief.tickSeconds;
  const asked = trace.conversation.some((one) => one.from !== 'you' && one.options.length > 0);
  if (trace.pageTick !== null && longest > SILENCE_SECONDS && !asked) said.push(words.nobodyAsked(duration(longest)));
  return said;
}
