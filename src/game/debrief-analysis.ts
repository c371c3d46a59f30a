import type { Action } from '../domain/action.ts';
import { lookedBy, lookInSentence, lookTitle } from '../domain/looked-by.ts';
import { lookedByWords } from '../domain/words/looked-by.ts';
import { hashValue } from '../kernel/hash.ts';
import type { ImpactCurve, Verdict } from '../judge/verdict.ts';
import { termsOf, type RunRecord } from '../run/record.ts';
import { playRecord } from '../run/run.ts';
import type { RunTrace } from '../run/trace.ts';
import type { Option } from '../scenario/brief.ts';
import { citation, type Playbook } from '../scenario/playbook.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { meanScores, type BaselineTable } from './baseline-table.ts';
import type { Belief, BeliefMark, CauseSlot, Curve, Level, Moment, RunFacts, ScoreLine, VerdictFacts } from './debrief-facts.ts';
import { momentsSpokenOf } from './debrief-line-moment.ts';
import { evidenceNote, momentId, momentsOf } from './debrief-moments.ts';
import { restsOn } from './debrief-rests-on.ts';
import { citationSource } from './debrief-words.ts';
import { unusualTermsText } from './difficulty.ts';
import { helpIn } from './guide/guidance.ts';
import { scoreWords } from './words/score.ts';

const AFTERWARDS: ReadonlySet<Action['type']> = new Set(['pick-preventions', 'review']);

/** The same for every record of one play: what was picked or reviewed afterwards does not change it. */
export function runKey(record: RunRecord): string {
  const { scenario, contentHash, seed, settings, preventions, log } = record;
  return hashValue({
    scenario,
    contentHash,
    seed,
    variant: record.variant ?? '',
    settings,
    preventions,
    log: log.filter((entry) => !AFTERWARDS.has(entry.action.type)),
  });
}

function beliefsOf(scenario: Scenario, trace: RunTrace): readonly Belief[] {
  const { causes } = scenario.brief;
  const marks = new Map<string, BeliefMark[]>();
  const add = (cause: string, mark: BeliefMark): void => {
    marks.set(cause, [...(marks.get(cause) ?? []), mark]);
  };
  let lastSupported: string | null = null;
  for (const { action, outcome, tick } of trace.entries) {
    if (!outcome.accepted) continue;
    if (action.type === 'hypothesis') {
      add(action.cause, { tick, status: action.status, confidence: action.confidence, evidence: action.evidence });
      if (action.status === 'supported') lastSupported = action.cause;
      else if (lastSupported === action.cause && action.status !== 'open') lastSupported = null;
    }
    // The board names three slots, not a hypothesis; the lane it ends is the one that was supported last.
    if (action.type === 'claim-cause' && lastSupported !== null)
      add(lastSupported, { tick, status: 'claimed', confidence: action.confidence, evidence: action.evidence });
  }
  return [...marks].map(([id, list]) => ({ id, title: causes.find((cause) => cause.id === id)?.text ?? id, marks: list }));
}

/** What the player did and saw. Nothing here judges, and nothing here says what was true. */
export function runFacts(scenario: Scenario, trace: RunTrace, payload: string): RunFacts {
  const { brief } = scenario;
  const { record } = trace;
  const series = trace.series[brief.pager.metric];
  if (series === undefined) throw new Error(`expected a series of the pager metric "${brief.pager.metric}" in the run, got none`);
  const first = <T extends Action['type']>(type: T): Extract<Action, { type: T }> | null =>
    (trace.entries.find((entry) => entry.action.type === type && entry.outcome.accepted)?.action as
      Extract<Action, { type: T }> | undefined) ?? null;
  const { typical, low, high } = series.metric.normal;
  return {
    key: runKey(record),
    scenario: brief.id,
    title: brief.title,
    system: brief.system.title,
    skill: brief.skill,
    seed: record.seed,
    untimed: record.settings.untimed,
    help: helpIn(record.log),
    terms: termsOf(record),
    clock: { startClock: brief.startClock, tickSeconds: brief.tickSeconds },
    pageTick: trace.pageTick,
    resolvedTick: trace.resolvedTick,
    endTick: trace.endTick,
    closeTick: trace.resolvedTick ?? trace.endTick,
    moments: momentsOf(brief, trace),
    pager: {
      title: series.metric.title,
      unit: series.metric.unit,
      low,
      high,
      typical,
      ticks: [...series.ticks],
      values: [...series.values],
    },
    beliefs: beliefsOf(scenario, trace),
    evidence: trace.evidence.map((one) => evidenceNote(one, brief, trace)),
    causes: brief.causes.map(({ id, text }) => ({ id, title: text })),
    preventions: brief.preventions.map(({ id, title, effort, says }) => ({ id, title, effort, says })),
    review: brief.review.map(({ id, person, condition }) => ({ id, person, condition })),
    picks: first('pick-preventions')?.items ?? null,
    reviewed: first('review')?.statements ?? null,
    finalHash: trace.finalHash,
    payload,
  };
}

/** Words for "E3" where a player reads them: the title of that evidence, and whose look it was where a colleague made it. */
const withTitles = (trace: RunTrace, { colleagues }: Scenario['brief']['system'], text: string): string =>
  text.replaceAll(/( \()?\b(E\d{1,3})\b(\))?/g, (whole, open: string | undefined, id: string, close: string | undefined, at: number) => {
    const look = trace.evidence.find((one) => one.id === id);
    if (look === undefined) return whole;
    const role = lookedBy(look, colleagues);
    const alone = open !== undefined && close !== undefined;
    if (alone && text.slice(0, at).endsWith(look.title)) return role === null ? '' : `${open}${lookedByWords.by(role)}${close}`; // "Service (E3)" names it already
    return alone ? `${open}${lookTitle(look, colleagues)}${close}` : `${open ?? ''}${lookInSentence(look, colleagues)}${close ?? ''}`;
  });

const curve = (impact: ImpactCurve): Curve => ({ ticks: impact.ticks, values: impact.eur });
const textOf = (options: readonly Option[], id: string): string => options.find((option) => option.id === id)?.text ?? id;

const SLOTS = ['changed', 'enters', 'missed'] as const;

/** What the expert did that can be told as a lesson: of beliefs, only those that were excluded. */
function expertMoments(scenario: Scenario, record: RunRecord): readonly Moment[] {
  const trace = playRecord(scenario, record).trace();
  const excluded = new Set(
    trace.entries.filter(({ action }) => action.type === 'hypothesis' && action.status === 'excluded').map((entry) => momentId(entry)),
  );
  return momentsOf(scenario.brief, trace).filter((moment) => moment.kind !== 'belief' || excluded.has(moment.id));
}

/**
 * The judgement of a run as plain data, with the words of the playbook at every verdict.
 * @param table what programs score over many seeds, where it is at hand
 */
export function verdictFacts(
  scenario: Scenario,
  trace: RunTrace,
  verdict: Verdict,
  playbook: Playbook,
  table: BaselineTable | null,
): VerdictFacts {
  const { brief } = scenario;
  const cite = (id: string): ScoreLine['citations'][number] => ({ id, source: citationSource(id), says: citation(playbook, id).says });
  const claim = trace.entries.findLast((entry) => entry.action.type === 'claim-cause' && entry.outcome.accepted)?.action;
  const slots = SLOTS.map((slot): CauseSlot => {
    const said = claim?.type === 'claim-cause' ? claim[slot] : null;
    return {
      slot,
      title: scoreWords.cause.slots[slot],
      truth: textOf(brief.board[slot], verdict.cause[slot]),
      claimed: said === null ? null : textOf(brief.board[slot], said),
      right: said === verdict.cause[slot],
    };
  });
  const moments = momentsOf(brief, trace);
  const notUsual = unusualTermsText(termsOf(trace.record));
  const levels = (['none', 'random', 'runbook', 'expert'] as const).map((id): Level => ({
    id,
    name: scoreWords.levels[id],
    impactEur: verdict.baselines[id].impactEur,
    score: verdict.baselines[id].score,
  }));
  return {
    total: verdict.score.total,
    strictness: verdict.score.strictness,
    parts: verdict.score.parts.map((part) => {
      const spokenOf = momentsSpokenOf(part.id, part.lines, moments);
      return {
        id: part.id,
        title: part.title,
        got: part.got,
        max: part.max,
        lines: part.lines.map((line, i) => ({
          points: line.points,
          max: line.max,
          tick: line.tick,
          moment: spokenOf[i] ?? null,
          text: withTitles(trace, scenario.brief.system, line.text),
          evidence: restsOn(trace, part.id, line),
          citations: line.cites.map(cite),
        })),
      };
    }),
    impactEur: verdict.impactEur,
    impactAvoided: verdict.impactAvoided,
    harmAddedEur: verdict.harmAddedEur,
    meanScores: table === null || notUsual !== null ? [] : meanScores(table, scenario, verdict.variant),
    notUsual,
    levels: [...levels, { id: 'you', name: scoreWords.levels.you, impactEur: verdict.impactEur, score: verdict.score.total }],
    you: curve(verdict.curve),
    nothing: curve(verdict.baselines.none.curve),
    expert: curve(verdict.baselines.expert.curve),
    expertMoments: expertMoments(scenario, verdict.baselines.expert.record),
    cause: { title: verdict.cause.title, says: verdict.cause.says, slots, hypothesis: verdict.cause.hypothesis },
  };
}
