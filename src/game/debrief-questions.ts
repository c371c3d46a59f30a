import { formatValue } from '../domain/metric.ts';
import type { Tick } from '../domain/time.ts';
import { clockText } from './debrief-clock.ts';
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
const LEAST_RISE = 0.2; // of the normal value: less is not called a rise
const LOOKS_MAX = 6; // the latest before the decision

const isDecision = (moment: Moment): boolean =>
  moment.refused === null && moment.takenBackTick === null && (moment.kind === 'change' || moment.kind === 'leave-alone');

export interface Around {
  readonly before: number;
  readonly after: number; // the worst that followed, or where the metric stood in the end
  readonly afterTick: Tick;
}

/** How the pager metric stood at a change, and what followed until the next change, or for a quarter of an hour. */
export function aroundChange(run: RunFacts, moment: Moment): Around {
  const shown = moment.effectTick ?? moment.tick;
  const next = run.moments.find((other) => isDecision(other) && other.tick > moment.tick)?.tick ?? run.endTick;
  const until = Math.max(shown + 1, Math.min(run.endTick, next, shown + Math.round(LOOK_AHEAD_SECONDS / run.clock.tickSeconds)));
  const before = valueAt(run.pager, moment.tick);
  let worst = { before, after: valueAt(run.pager, until), afterTick: until };
  let highest = before + run.pager.typical * LEAST_RISE;
  run.pager.ticks.forEach((tick, i) => {
    if (tick <= shown || tick > until || !(run.pager.values[i]! > highest)) return;
    highest = run.pager.values[i]!;
    worst = { before, after: highest, afterTick: tick };
  });
  return worst;
}

/** The decision worth asking about: the accepted change with the worst that followed it, or the latest one where none made it worse. */
export function decisionAsked(run: RunFacts): Moment | null {
  const decisions = run.moments.filter(isDecision);
  let worst: Moment | null = null;
  let rise = run.pager.typical * LEAST_RISE;
  for (const moment of decisions) {
    if (moment.kind !== 'change') continue;
    const { before, after } = aroundChange(run, moment);
    if (after - before > rise) {
      rise = after - before;
      worst = moment;
    }
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

function secondAboutChange(run: RunFacts, moment: Moment): Question {
  const { before, after, afterTick } = aroundChange(run, moment);
  const [from, to] = [formatValue(before, run.pager.unit), formatValue(after, run.pager.unit)];
  const [metric, clock] = [run.pager.title, clockText(run.clock, afterTick)];
  const went = from === to ? words.stayed(metric, to, clock) : words.went(metric, from, to, clock);
  const said = moment.expected === null ? [] : [words.youSaid[moment.expected]];
  return {
    text: [...said, went, words.explain].join(' '),
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
