import type { LogEntry } from '../domain/action.ts';
import { isChange } from '../domain/action.ts';
import type { Evidence, Reading } from '../domain/evidence.ts';
import type { MetricInfo } from '../domain/metric.ts';
import type { Observation } from '../domain/observation.ts';
import { optionFor } from '../policy/signatures/board.ts';
import { MARK_IDS, MARKS, type MarkId } from '../policy/signatures/marks.ts';
import { expected, marksIn, partsOf } from '../policy/signatures/standing.ts';
import { SIGNATURE_IDS, SIGNATURES, type SignatureId } from '../policy/signatures/table.ts';
import type { Brief, Option } from '../scenario/brief.ts';
import { speaksOf, subjectsOf } from './bearing-subjects.ts';
import type { BeliefStatus, Slot } from './board.ts';
import { boardWords } from './words/board.ts';

const words = boardWords.noBearing;

const NEAR = 0.05; // of normal: closer than that a reading is as usual, where no band is known

/** What is normal for each figure that stands in an open dashboard. */
export const bandsIn =
  ({ dashboards }: Pick<Observation, 'dashboards'>) =>
  (key: string): MetricInfo['normal'] | undefined =>
    dashboards.flatMap(({ panels }) => panels.flatMap(({ series }) => series)).find(({ metric }) => metric.key === key)?.metric.normal;

/** Whether a reading is where it usually is; null where nobody said what is usual. */
function usual({ key, value, normal }: Reading, observation: Observation): boolean | null {
  const band = bandsIn(observation)(key);
  if (band !== undefined) return value >= band.low && value <= band.high;
  return normal === undefined ? null : Math.abs(value - normal) <= NEAR * Math.max(Math.abs(normal), 1e-9);
}

/** The kinds of fault that the public words of a cause stand for. */
const kindsOf = (cause: Option, { causes }: Pick<Brief, 'causes'>): readonly SignatureId[] =>
  SIGNATURE_IDS.filter((id) => optionFor(causes, SIGNATURES[id].words.hypothesis) === cause.id);

const unlabelled = (key: string): string => key.replace(/\{.*\}$/, '');

/** What is asked of the evidence for a cause, all of it public: its words, the system, what was seen and done so far. */
export interface Matter {
  readonly brief: Pick<Brief, 'causes' | 'system'>;
  readonly observation: Observation;
  readonly log: readonly LogEntry[];
}

/** Whether some kind of fault rules a mark out: what goes on beside any fault speaks against none. */
const tellsApart = (mark: MarkId): boolean => SIGNATURE_IDS.some((id) => expected(id, mark) === false);

/** Whether a kind of fault leaves a mark that not every night has. */
const leaves = (id: SignatureId, mark: MarkId): boolean => expected(id, mark) ?? tellsApart(mark);

/** The figures of a piece of evidence that speak of words or of kinds of fault; null where it does not speak of them at all. */
function figuresOn(text: string, kinds: readonly SignatureId[], evidence: Evidence, brief: Matter['brief']): readonly Reading[] | null {
  const subjects = subjectsOf(text);
  const left = new Set(kinds.flatMap((id) => MARK_IDS.filter((mark) => leaves(id, mark))));
  const marked = new Set<string>(marksIn(evidence, partsOf(brief)).flatMap(({ mark }) => (left.has(mark) ? [MARKS[mark].reading] : [])));
  const figures = evidence.readings.filter(
    (reading) => marked.has(unlabelled(reading.key)) || subjects.some((id) => speaksOf(id, evidence, brief, reading)),
  );
  if (figures.length > 0) return figures;
  return subjects.some((id) => speaksOf(id, evidence, brief)) ? evidence.readings : null;
}

/** Whether a piece of evidence shows what a cause would never leave. */
function showsAnother(cause: Option, evidence: Evidence, { brief }: Matter): boolean {
  const kinds = kindsOf(cause, brief);
  return marksIn(evidence, partsOf(brief)).some(
    ({ mark, holds }) => holds && tellsApart(mark) && kinds.every((id) => expected(id, mark) === false),
  );
}

/** What the chart of a figure showed from the page until the player's first change; empty where it has no chart. */
function inTrouble({ key }: Reading, evidence: Evidence, { observation, log }: Matter): readonly number[] {
  if (evidence.body.kind !== 'dashboard') return [];
  const { from, to } = troubleOf(observation, log);
  const charts = observation.dashboards.flatMap(({ panels }) => panels.flatMap(({ series }) => series));
  const chart = charts.find(({ metric }) => metric.key === key);
  return chart?.values.filter((value, i) => Number.isFinite(value) && chart.ticks[i]! >= from && chart.ticks[i]! <= to) ?? [];
}

const troubleOf = (observation: Observation, log: readonly LogEntry[]): { readonly from: number; readonly to: number } => ({
  from: observation.pageTick ?? 0,
  to: log.find(({ action }) => isChange(action))?.tick ?? Infinity,
});

/** Whether a figure was as usual, when it was read and in most of the trouble that its chart shows; null where nobody said what is usual. */
function wasUsual(reading: Reading, evidence: Evidence, matter: Matter): boolean | null {
  const values = inTrouble(reading, evidence, matter);
  const out = values.filter((value) => usual({ ...reading, value }, matter.observation) === false).length;
  return out * 2 > values.length ? false : usual(reading, matter.observation);
}

/** Why a piece of evidence, taken by itself, does not bear on a cause; null where it may. */
function byItself(cause: Option, evidence: Evidence, status: BeliefStatus, matter: Matter): string | null {
  if (status !== 'supported' && showsAnother(cause, evidence, matter)) return null;
  const [subjects, kinds] = [subjectsOf(cause.text), kindsOf(cause, matter.brief)];
  const isForeign = subjects.length === 0 && kinds.length === 0; // an author's own words, of nothing that is known here
  const figures = isForeign ? evidence.readings : figuresOn(cause.text, kinds, evidence, matter.brief);
  if (figures === null) return words.ofOther(evidence.title, subjects, status === 'supported');
  if (figures.length === 0) return words.noFigure;
  if (figures.some((reading) => wasUsual(reading, evidence, matter) !== true)) return null;
  if (status === 'supported') return words.allNormal;
  if (figures.some((reading) => inTrouble(reading, evidence, matter).length > 0)) return null;
  const { from, to } = troubleOf(matter.observation, matter.log);
  return evidence.tick < from ? words.beforePage : evidence.tick > to ? words.afterChange : null;
}

const against = (status: BeliefStatus): boolean => status === 'weakened' || status === 'excluded';

/**
 * Whether the player has noted it, and rightly could, the other way round for another cause: what rules one out speaks for those that
 * are left, and what speaks for one explains the others away.
 */
const countsElsewhere = (cause: Option, evidence: Evidence, status: BeliefStatus, matter: Matter): boolean =>
  matter.brief.causes.some((other) => {
    if (other.id === cause.id) return false;
    const noted = matter.log.findLast(({ action }) => action.type === 'hypothesis' && action.cause === other.id)?.action;
    if (noted?.type !== 'hypothesis' || !noted.evidence.includes(evidence.id)) return false;
    const turned = against(status) ? noted.status === 'supported' : against(noted.status);
    return turned && byItself(other, evidence, noted.status, matter) === null;
  });

/**
 * Why a piece of evidence does not bear on a cause that is said to be supported, weakened or excluded; null where it may. Judged by the
 * public words of the cause, by what kinds of fault leave anywhere, and by what was observed and when, never by which cause is true.
 */
export function whyNoBearing(cause: Option, evidence: Evidence, status: BeliefStatus, matter: Matter): string | null {
  if (status === 'open' || countsElsewhere(cause, evidence, status, matter)) return null;
  return byItself(cause, evidence, status, matter);
}

/**
 * Why a piece of evidence does not speak of an answer of the board; null where it does, where the player has rightly noted it for a
 * cause, or where the words of the answer are about nothing that is known. Why the gates missed it is no matter of figures.
 */
export function whyNotOfAnswer(
  slot: Slot,
  answer: Option,
  evidence: Evidence,
  matter: Matter & { readonly brief: Pick<Brief, 'board'> },
): string | null {
  const subjects = subjectsOf(answer.text);
  if (slot === 'missed' || subjects.length === 0) return null;
  const { brief, log } = matter;
  const kinds = SIGNATURE_IDS.filter((id) => optionFor(brief.board[slot], SIGNATURES[id].words[slot]) === answer.id);
  if (figuresOn(answer.text, kinds, evidence, brief) !== null) return null;
  const isNoted = brief.causes.some((cause) => {
    const noted = log.findLast(({ action }) => action.type === 'hypothesis' && action.cause === cause.id)?.action;
    return (
      noted?.type === 'hypothesis' && noted.evidence.includes(evidence.id) && whyNoBearing(cause, evidence, noted.status, matter) === null
    );
  });
  return isNoted ? null : words.ofOtherAnswer(evidence.title, subjects);
}

/** Whether a status may stand: it is open, or rests on at least one piece of evidence that bears on the cause. */
export const restsOn = (cause: Option, evidence: readonly Evidence[], status: BeliefStatus, matter: Matter): boolean =>
  status === 'open' || evidence.some((each) => whyNoBearing(cause, each, status, matter) === null);
