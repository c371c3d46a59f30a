import { atClock } from '../../domain/at-clock.ts';
import { counted, figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

/** A score to a tenth, whole scores without one: "71.3", "71". */
const tenths = (value: number): string => {
  const rounded = Math.round(value * 10) / 10 + 0; // + 0: no "−0"
  return figure(rounded, Number.isInteger(rounded) ? 0 : 1);
};

/** The verdict: score card, graph, belief lanes and the axis of costs. */
const en = {
  score: tenths,
  points: (value: number) => (Math.round(value * 10) > 0 ? `+${tenths(value)}` : tenths(value)),
  ofMost: (most: number) => `of ${most}`,
  ofHundred: (score: number) => `${tenths(score)} of 100`,
  cardLabel: 'Score card',
  responseScore: 'Response score',
  judgedOn: 'decisions judged on what you could know',
  harmAdded: 'harm added; the recommended response avoids nothing here',
  impactAvoided: 'impact avoided',
  wholePercent: (share: number) => `${figure(Math.round(share * 100) + 0)} %`,
  nothingEarned: 'Nothing was earned or lost here.',
  /** Whether the words of a verdict give its time themselves. */
  tellsTime: (verdict: string) => /\bat \d{1,2}:\d{2}/.test(verdict),
  evidenceAt: (evidence: string, clock: string) => `${evidence}, ${clock}`,
  cause: {
    tonight: 'The cause this time:',
    namedNone: 'you named no cause',
    namedIt: 'you named it',
    named: (claimed: string) => `you named: ${claimed}`,
    slots: { changed: 'What changed', enters: 'Where it enters', missed: 'Why the gates missed it' },
  },
  expertTitle: 'The same incident in the expert’s hands',
  expertMoves: (moves: number) => `${moves} moves; simulated, one way among several`,
  levels: { none: 'nothing', random: 'random', runbook: 'runbook', expert: 'expert', you: 'you' },
  axis: {
    title: 'Total cost of the incident',
    avoided: (share: string) => `${share}, avoided`,
    avoidable: (share: string) => `${share} of the avoidable impact`,
    youAvoided: (share: string) => `You avoided ${share}.`,
    who: 'Who',
    impact: 'Impact',
    level: (name: string, eur: string) => `${name} ${eur}`,
    summary: (levels: readonly string[]) => `Cost of this incident on this seed, from least to most: ${levels.join(', ')}.`,
    means: (seeds: number, runbook: string, random: string, expert: string) =>
      `Over ${seeds} seeds with this cause the runbook scores ${runbook} of 100 on average, random ${random} and the expert ${expert}.`,
  },
  table: { show: 'Show as table', label: 'Figures of the chart', time: 'Time', what: 'What happened' },
  graph: {
    seenLabel: (metric: string) => `${metric} over the incident`,
    costLabel: 'Impact over the incident',
    you: 'You',
    nothing: 'Nothing done',
    expert: 'Expert',
    eur: (amount: number) => `€${figure(amount)}`,
    thousandEur: (thousands: number) => `€${tenths(thousands)}k`,
    moved: (metric: string, way: 'rose' | 'fell', normal: string, peak: string, peakAt: string) =>
      `${metric} ${way} from ${normal}, its normal, to ${peak} ${atClock(peakAt)}`,
    backFrom: (from: string) => `, was back within its normal range from ${from} on`,
    backFor: (from: string, to: string) => `, was back within its normal range from ${from} to ${to}`,
    stood: (last: string, lastAt: string) => `, and stood at ${last} ${atClock(lastAt)}.`,
    cost: (you: string, nothing: string, expert: string) =>
      `The incident cost ${you} as you played it, ${nothing} with nothing done and ${expert} in the expert's hands.`,
  },
  lanes: {
    title: 'What you believed, and when',
    none: 'You put no hypothesis on the board, so there is nothing to draw here.',
    status: {
      open: 'considered',
      supported: 'supported',
      weakened: 'weakened',
      excluded: 'excluded',
      claimed: 'named as the cause',
    },
    fate: { excluded: 'excluded', claimed: 'named as the cause', open: 'left open' },
    held: (belief: string, fate: string) => `${belief}, ${fate}`,
    heldCause: (belief: string, fate: string) => `${belief}, ${fate} (the cause this time)`,
    summary: (held: readonly string[]) =>
      `${held.length === 1 ? 'One belief' : counted(held.length, { other: 'beliefs' })}: ${held.join('; ')}.`,
    belief: 'Belief',
    marks: 'Marks',
    mark: (clock: string, status: string, percent: number, reason: string) => `${clock} ${status}, ${percent} % sure: ${reason}`,
    markAlone: (clock: string, status: string, percent: number) => `${clock} ${status}, ${percent} % sure, no evidence given`,
  },
};

export const scoreWords = inLanguage({ en });
