import { atClock } from '../domain/at-clock.ts';
import { storyClock, duration, type Tick } from '../domain/time.ts';
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
  const clock = (tick: Tick): string => storyClock(brief.startClock, tick, brief.tickSeconds);
  const page = trace.pageTick ?? 0;
  const said: string[] = [];
  const acknowledged = of(trace, 'acknowledge')[0];
  if (acknowledged !== undefined && (acknowledged.tick - page) * brief.tickSeconds <= SOON_SECONDS)
    said.push(
      acknowledged.tick === page
        ? 'The page was taken at once.'
        : `The page was taken after ${duration((acknowledged.tick - page) * brief.tickSeconds)}.`,
    );
  const backed = file.changes.find((one) => one.ground === 'backed');
  if (backed !== undefined)
    said.push(
      `Evidence came before the change: ${backed.support?.evidence.title ?? 'a look'} was read before deciding to ${changeText(backed.change, brief)} ${atClock(clock(backed.entry.tick))}.`,
    );
  const urgent = file.changes.find((one) => one.ground === 'urgent');
  if (urgent !== undefined)
    said.push(`With high impact shown, a reversible way out was taken ${atClock(clock(urgent.entry.tick))} without waiting for the cause.`);
  const sound = file.changes
    .filter(({ ground }) => ground === 'backed' || ground === 'urgent' || ground === 'undo')
    .map(({ entry }) => entry);
  for (const turn of turnsOf(brief, trace))
    if (turn.kind === 'effect' && sound.some((entry) => entry === turn.entry)) said.push(`${turn.text}.`);
  const undone = file.changes.find((one) => one.undoneTick !== null);
  if (undone !== undefined && undone.undoneTick !== null)
    said.push(`A change that did not help was noticed and taken back out ${atClock(clock(undone.undoneTick))}.`);
  const verified = trace.verified.find((one) => one.recovered);
  if (verified !== undefined) said.push(`The recovery was verified on a metric, ${atClock(clock(verified.tick))}.`);
  const messages = of(trace, 'message').length;
  if (messages >= 2) said.push(`Those concerned heard ${messages} times what was happening.`);
  if (verdict.proven?.items.some((item) => item.helps) === true)
    said.push('At least one agreed action was shown to help by playing the incident again.');
  return said;
}

/** What turned out well although nothing in the log made sure of it. */
export function luckOf(scenario: Scenario, trace: RunTrace): readonly string[] {
  const { brief } = scenario;
  const file = openCase(scenario, trace);
  const clock = (tick: Tick): string => storyClock(brief.startClock, tick, brief.tickSeconds);
  const said: string[] = [];
  for (const turn of turnsOf(brief, trace)) {
    const change = file.changes.find((one) => one.entry === turn.entry);
    if (
      turn.kind === 'effect' &&
      change !== undefined &&
      (change.ground === 'unsupported' || change.ground === 'contradicted' || change.ground === 'plausible')
    )
      said.push(
        `It got better after this, though nothing read before pointed to it: ${changeDone(change.change, brief)} ${atClock(clock(change.entry.tick))}.`,
      );
    if (turn.kind === 'effect' && change?.ground === 'urgent')
      said.push(
        `It got better after this, before the cause was known: ${changeDone(change.change, brief)} ${atClock(clock(change.entry.tick))}.`,
      );
  }
  const closed = trace.resolvedTick;
  const well = closed !== null && backAtEnd(trace, brief, closed);
  const verified = trace.verified.some((one) => one.recovered && one.tick <= (closed ?? trace.endTick));
  if (well && !verified) said.push(`It was closed ${atClock(clock(closed))} before any metric had been seen to recover, and ended well.`);
  const { fix, leaveAlone } = file.variant.recommended;
  const fixed = file.changes.some(
    ({ ground, change }) => ground !== 'withdrawn' && fix.some((step) => step.any.some((pattern) => matchesChange(pattern, change))),
  );
  if (well && !fixed && leaveAlone === null)
    said.push('The cause was still in place when it was closed, and did not bring it back before the episode ended.');
  const stops = [trace.pageTick ?? 0, ...of(trace, 'message').map((entry) => entry.tick), closed ?? trace.endTick];
  const longest = Math.max(0, ...stops.slice(1).map((tick, index) => tick - stops[index]!)) * brief.tickSeconds;
  const asked = trace.conversation.some((one) => one.from !== 'you' && one.options.length > 0);
  if (trace.pageTick !== null && longest > SILENCE_SECONDS && !asked)
    said.push(`Nobody asked during ${duration(longest)} without an update.`);
  return said;
}
