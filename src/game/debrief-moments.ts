import type { Action } from '../domain/action.ts';
import type { Evidence, Reading } from '../domain/evidence.ts';
import { alertSaid } from '../domain/alert-said.ts';
import { lookedBy, lookInSentence, lookTitle } from '../domain/looked-by.ts';
import { sentence } from '../domain/sentence.ts';
import { pacedEvidence, pacedReading } from '../domain/impact-rate.ts';
import { formatValue } from '../domain/metric.ts';
import { byOddness } from '../domain/oddness.ts';
import type { Tick } from '../domain/time.ts';
import { takenBackIn } from '../run/taken-back.ts';
import type { RunTrace, TraceEntry } from '../run/trace.ts';
import { bandsOf } from '../run/normal-bands.ts';
import { answerTo } from '../run/verification.ts';
import type { Brief } from '../scenario/brief.ts';
import { messageDone, nameOf, textOf } from '../story/action-words.ts';
import { horizonSeconds } from './action-groups.ts';
import type { EvidenceNote, Moment } from './debrief-facts.ts';
import { isPictured, withNames } from './evidence-view.ts';
import { personName } from './person-name.ts';
import { actionShort, actionTitle, momentKind } from './debrief-words.ts';
import { momentWords } from './words/moments.ts';

const { detail: words, shortOf, titles } = momentWords;

const readingText = (reading: Reading): string => {
  const value = formatValue(reading.value, reading.unit);
  return reading.normal === undefined
    ? words.reading(reading.label, value)
    : words.readingNormal(reading.label, value, formatValue(reading.normal, reading.unit));
};

/** A piece of evidence as it was read: what it says in a sentence, then its figures, the furthest from normal first. */
export function evidenceNote(evidence: Evidence, brief: Brief, trace: RunTrace): EvidenceNote {
  const { id, tick, body } = evidence;
  const { colleagues } = brief.system;
  const { readings } = pacedEvidence(evidence, brief.tickSeconds);
  const figures = byOddness(readings, bandsOf(trace, brief.tickSeconds)).map((one) => alertSaid(one, evidence)?.text ?? readingText(one));
  const said = body.kind === 'table' || body.kind === 'intervals' ? body.finding : '';
  return {
    id,
    tick,
    title: lookTitle(evidence, colleagues),
    by: lookedBy(evidence, colleagues),
    findings: said === '' ? figures : [said, ...figures],
    body: isPictured(body) ? withNames(body, [...brief.system.stations, ...brief.stakeholders]) : null,
  };
}

/** A metric at a tick beside its normal, as a sentence; "" where the run keeps no such series. */
function metricAt(trace: RunTrace, key: string, tick: Tick, tickSeconds: number): string {
  const metric = trace.series[key]?.metric;
  if (metric === undefined) return '';
  const { title: label, unit, normal } = metric;
  return `${readingText(pacedReading({ key, label, value: trace.metric(key, tick), unit, normal: normal.typical }, tickSeconds))}.`;
}

function actionDetail(action: Action, brief: Brief, trace: RunTrace, entry: TraceEntry): string {
  const titles = (ids: readonly string[]): string =>
    ids
      .flatMap((id) => trace.evidence.find((one) => one.id === id) ?? [])
      .map((look) => lookInSentence(look, brief.system.colleagues))
      .join(', ');
  switch (action.type) {
    case 'message':
      return sentence(messageDone(action, brief));
    case 'hypothesis':
      return action.evidence.length === 0 ? words.sure(action.confidence) : words.sureBy(action.confidence, titles(action.evidence));
    case 'claim-cause':
      return words.cause(
        textOf(brief.board.changed, action.changed),
        textOf(brief.board.enters, action.enters),
        textOf(brief.board.missed, action.missed),
        action.confidence,
      );
    case 'leave-alone':
      return action.evidence.length === 0 ? '' : words.by(titles(action.evidence));
    case 'verify':
      return answered(trace, entry) ?? words.noAnswer(metricAt(trace, action.metric, entry.tick, brief.tickSeconds));
    default:
      return entry.evidence === null ? '' : sentence(evidenceNote(entry.evidence, brief, trace).findings[0] ?? entry.evidence.title);
  }
}

function answered(trace: RunTrace, entry: TraceEntry): string | null {
  const answer = answerTo(trace, entry);
  return answer === null ? null : sentence(answer.text);
}

export const momentId = (entry: TraceEntry): string => `m${entry.index}`;

/** A look by the name that it has on its tab, where ids would have to stand for it; null for others. */
function namedLook(look: Action, title: string): string | null {
  if (look.type === 'look-dashboard') return titles.dashboardNamed(title);
  if (look.type === 'look-sample') return titles.sampleNamed(title);
  return look.type === 'look-segments' && look.by !== 'all' ? titles.segmentsNamed(title) : null;
}

function titleOf({ action, evidence }: TraceEntry, brief: Brief): string {
  const asked = action.type === 'ask-colleague' ? action.look : action;
  const named = evidence === null ? null : namedLook(asked, evidence.title);
  if (named === null) return actionTitle(action, brief);
  return action.type === 'ask-colleague' ? titles.ask(nameOf(brief.system.colleagues, action.who), named) : named;
}

function entryMoment(entry: TraceEntry, brief: Brief, trace: RunTrace): Moment | null {
  const { action, outcome } = entry;
  const takenBack = takenBackIn(trace).find(({ change, inTime }) => inTime && change === entry);
  const kind = momentKind(action);
  if (kind === null) return null;
  return {
    id: momentId(entry),
    tick: entry.tick,
    ...(answerTo(trace, entry)?.recovered === false
      ? { kind: 'not-recovered', title: titles.notRecovered, short: shortOf.notRecovered }
      : { kind, title: titleOf(entry, brief), short: actionShort(action) }),
    detail: outcome.accepted ? actionDetail(action, brief, trace, entry) : '',
    effectTick: outcome.accepted && takenBack === undefined ? outcome.effectTick : null,
    settlesSeconds: entry.foretold?.settlesSeconds ?? null,
    horizonSeconds: entry.foretold === null ? null : horizonSeconds(entry.foretold, brief),
    takenBackTick: takenBack?.by.tick ?? null,
    evidence: entry.evidence?.id ?? null,
    expected: 'expect' in action ? (action.expect ?? null) : null,
    refused: outcome.accepted ? null : outcome.reason,
  };
}

const quiet = {
  effectTick: null,
  settlesSeconds: null,
  horizonSeconds: null,
  takenBackTick: null,
  evidence: null,
  expected: null,
  refused: null,
};

function worldMoments(brief: Brief, trace: RunTrace): readonly Moment[] {
  const moments: Moment[] = [];
  if (trace.pageTick !== null) {
    const seen = metricAt(trace, brief.pager.metric, trace.pageTick, brief.tickSeconds);
    moments.push({ ...quiet, id: 'page', tick: trace.pageTick, kind: 'page', title: titles.paged, short: shortOf.page, detail: seen });
  }
  for (const line of trace.conversation) {
    if (line.from === 'you' || line.options.length === 0) continue;
    const who = personName(brief, line.from);
    moments.push({
      ...quiet,
      id: `asked-${line.tick}`,
      tick: line.tick,
      kind: 'asked',
      title: titles.asked(who),
      short: shortOf.asked,
      detail: line.text,
    });
  }
  if (trace.resolvedTick === null)
    moments.push({
      ...quiet,
      id: 'end',
      tick: trace.endTick,
      kind: 'end',
      title: titles.ended,
      short: shortOf.end,
      detail: '',
    });
  return moments;
}

/** The moments of a run in order of time: what happened to the player, and what the player did. */
export function momentsOf(brief: Brief, trace: RunTrace): readonly Moment[] {
  const own = trace.entries.flatMap((entry) => entryMoment(entry, brief, trace) ?? []);
  return [...worldMoments(brief, trace), ...own]
    .map((moment, order) => ({ moment, order }))
    .sort((a, b) => a.moment.tick - b.moment.tick || a.order - b.order)
    .map(({ moment }) => moment);
}
