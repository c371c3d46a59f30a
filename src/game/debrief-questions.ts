import { formatValue } from '../domain/metric.ts';
import type { Tick } from '../domain/time.ts';
import { clockText } from './debrief-clock.ts';
import type { Moment, RunFacts } from './debrief-facts.ts';
import { valueAt } from './debrief-graph.ts';

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
const CHOICES_MAX = 6;

const isDecision = (moment: Moment): boolean => moment.refused === null && (moment.kind === 'change' || moment.kind === 'leave-alone');

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

const EXPECTED_WORDS = { lower: 'lower', same: 'about the same', higher: 'higher' } as const;

function seenBefore(run: RunFacts, tick: Tick): Question['choices'] {
  const seen = run.evidence.filter((note) => note.tick <= tick).slice(-(CHOICES_MAX - 2));
  return [
    ...seen.map((note) => ({ id: note.id, text: note.findings[0] === undefined ? note.title : `${note.title}: ${note.findings[0]}` })),
    { id: 'impact', text: 'The impact: something had to be done' },
    { id: 'guess', text: 'Nothing in particular, I tried it' },
  ];
}

function secondAboutChange(run: RunFacts, moment: Moment): Question {
  const { before, after, afterTick } = aroundChange(run, moment);
  const [from, to] = [formatValue(before, run.pager.unit), formatValue(after, run.pager.unit)];
  const went =
    from === to
      ? `${run.pager.title} was still ${to} at ${clockText(run.clock, afterTick)}.`
      : `${run.pager.title} went from ${from} to ${to} by ${clockText(run.clock, afterTick)}.`;
  const open = moment.expected === null ? '' : `You said it would be ${EXPECTED_WORDS[moment.expected]}. `;
  return {
    text: `${open}${went} What explains that, as you see it now?`,
    choices: [
      ...run.causes.slice(0, CHOICES_MAX - 1).map((cause) => ({ id: cause.id, text: cause.title })),
      { id: 'unknown', text: 'I cannot tell' },
    ],
    wordsLabel: 'In your words (optional)',
  };
}

const NO_CHANGE: readonly [Question, Question] = [
  {
    text: 'You changed nothing tonight. What held you back?',
    choices: [
      { id: 'looking', text: 'I was still looking' },
      { id: 'no-pointer', text: 'Nothing pointed to one change' },
      { id: 'risk', text: 'Every change looked riskier than waiting' },
      { id: 'wait', text: 'I expected it to pass' },
      { id: 'how', text: 'I did not see how' },
    ],
    wordsLabel: 'In your words (optional)',
  },
  {
    text: 'What would you open first if the same page came again?',
    choices: [
      { id: 'service', text: 'The service dashboard' },
      { id: 'changes', text: 'The change history' },
      { id: 'trace', text: 'A slow trace' },
      { id: 'saturation', text: 'Saturation' },
      { id: 'business', text: 'Business impact' },
      { id: 'unknown', text: 'I cannot tell' },
    ],
    wordsLabel: 'In your words (optional)',
  },
];

/** The two questions of this run. */
export function questionsOf(run: RunFacts): QuestionPair {
  const about = decisionAsked(run);
  if (about === null) return { about, questions: NO_CHANGE };
  const clock = clockText(run.clock, about.tick);
  const first: Question = {
    text: `${clock}, “${about.title}”. What were you looking at that made you choose this?`,
    choices: seenBefore(run, about.tick),
    wordsLabel: 'What else you considered (optional)',
  };
  return { about, questions: [first, about.kind === 'change' ? secondAboutChange(run, about) : NO_CHANGE[1]] };
}
