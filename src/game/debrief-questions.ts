import { formatValue } from '../domain/metric.ts';
import { duration, type Tick } from '../domain/time.ts';
import { clockText, firstShown } from './debrief-clock.ts';
import type { Moment, RunFacts } from './debrief-facts.ts';
import { valueAt } from './debrief-graph.ts';
import { questionWords as words } from './words/questions.ts';

/**
 * Two focused questions about one decision of this run: the change that the worst followed, else the latest change,
 * else the decision to change nothing. They ask what was seen and believed then; they judge nothing.
 */
export interface Question {
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  readonly wordsLabel: string;
}

export interface QuestionPair {
  readonly about: Moment | null; // the decision asked about
  readonly questions: readonly [Question, Question];
}

const LOOK_AHEAD_SECONDS = 900; // how long the metric is followed after a change began to show
const LEAST_RISE = 0.2; // of the normal value and of what it rose from: less is not called a rise
const LOOKS_MAX = 6; // the latest before the decision

const isDecision = (moment: Moment): boolean =>
  moment.refused === null && moment.takenBackTick === null && (moment.kind === 'change' || moment.kind === 'leave-alone');

export interface Around {
  readonly before: number;
  readonly after: number;
  readonly afterTick: Tick;
}

const ticksOf = (run: RunFacts, seconds: number): Tick => Math.round(seconds / run.clock.tickSeconds);

/** How the pager metric stood at a change, and the worst that followed until the next change, or for a quarter of an hour; null where nothing did. */
export function worstAfter(run: RunFacts, moment: Moment): Around | null {
  const shown = firstShown(moment, run.clock) ?? moment.tick;
  const next = run.moments.find((other) => isDecision(other) && other.tick > moment.tick)?.tick ?? run.endTick;
  const until = Math.min(run.endTick, next, shown + ticksOf(run, LOOK_AHEAD_SECONDS));
  const before = valueAt(run.pager, moment.tick);
  let worst: Around | null = null;
  let highest = before + Math.max(run.pager.typical, before) * LEAST_RISE;
  run.pager.ticks.forEach((tick, i) => {
    if (tick <= shown || tick > until || !(run.pager.values[i]! > highest)) return;
    highest = run.pager.values[i]!;
    worst = { before, after: highest, afterTick: tick };
  });
  return worst;
}

/** How it stood at a change, and once the change could be told from what was expected of it, or where the drill ended before that. */
export function atHorizon(run: RunFacts, moment: Moment): Around {
  const afterTick = Math.min(run.endTick, moment.tick + ticksOf(run, moment.horizonSeconds ?? LOOK_AHEAD_SECONDS));
  return { before: valueAt(run.pager, moment.tick), after: valueAt(run.pager, afterTick), afterTick };
}

/** The decision worth asking about: the accepted change with the worst that followed it, or the latest one where none made it worse. */
export function decisionAsked(run: RunFacts): Moment | null {
  const decisions = run.moments.filter(isDecision);
  let worst: Moment | null = null;
  let rise = 0;
  for (const moment of decisions) {
    if (moment.kind !== 'change') continue;
    const around = worstAfter(run, moment);
    if (around === null || around.after - around.before <= rise) continue;
    rise = around.after - around.before;
    worst = moment;
  }
  return worst ?? decisions.at(-1) ?? null;
}

function seenBefore(run: RunFacts, tick: Tick): Question['choices'] {
  const seen = run.evidence.filter((note) => note.tick <= tick).slice(-LOOKS_MAX);
  return [
    ...seen.map((note) => ({ id: note.id, text: note.findings[0] === undefined ? note.title : words.seen(note.title, note.findings[0]) })),
    { id: 'impact', text: words.impact },
    { id: 'guess', text: words.guess },
  ];
}

/** What became of the metric: where it was said how it would be, at the moment for which that was said. */
function whatFollowed(run: RunFacts, moment: Moment): readonly string[] {
  const said = moment.expected;
  const { before, after, afterTick } = (said === null ? worstAfter(run, moment) : null) ?? atHorizon(run, moment);
  const [from, to] = [formatValue(before, run.pager.unit), formatValue(after, run.pager.unit)];
  const [metric, clock] = [run.pager.title, clockText(run.clock, afterTick)];
  const went = from === to ? words.stayed(metric, to, clock) : words.went(metric, from, to, clock);
  if (said === null) return [went];
  const horizon = moment.horizonSeconds ?? LOOK_AHEAD_SECONDS;
  const expected = words.youSaid[said](duration(horizon));
  if (moment.tick + ticksOf(run, horizon) > run.endTick) return [expected, words.endedBefore(metric, to, clock)];
  const another = run.moments.some(
    (other) => other !== moment && other.kind === 'change' && (other.effectTick ?? 0) > moment.tick && (other.effectTick ?? 0) < afterTick,
  );
  return [expected, went, ...(another ? [words.anotherChange] : [])];
}

function secondAboutChange(run: RunFacts, moment: Moment): Question {
  return {
    text: [...whatFollowed(run, moment), words.explain].join(' '),
    choices: [...run.causes.map((cause) => ({ id: cause.id, text: cause.title })), { id: 'unknown', text: words.cannotTell }],
    wordsLabel: words.inYourWords,
  };
}

const choicesOf = (texts: Readonly<Record<string, string>>): Question['choices'] =>
  Object.entries(texts).map(([id, text]) => ({ id, text }));

const NO_CHANGE: readonly [Question, Question] = [
  { text: words.heldBack, choices: choicesOf(words.heldBackBy), wordsLabel: words.inYourWords },
  { text: words.openFirst, choices: choicesOf(words.openFirstOf), wordsLabel: words.inYourWords },
];

/** The two questions of this run. */
export function questionsOf(run: RunFacts): QuestionPair {
  const about = decisionAsked(run);
  if (about === null) return { about, questions: NO_CHANGE };
  const clock = clockText(run.clock, about.tick);
  const first: Question = {
    text: words.why(clock, about.title),
    choices: seenBefore(run, about.tick),
    wordsLabel: words.whatElse,
  };
  return { about, questions: [first, about.kind === 'change' ? secondAboutChange(run, about) : NO_CHANGE[1]] };
}
