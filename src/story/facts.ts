import { isChange } from '../domain/action.ts';
import { alertSaid } from '../domain/alert-said.ts';
import type { Evidence, Reading } from '../domain/evidence.ts';
import { pacedEvidence, pacedReading, pacedText } from '../domain/impact-rate.ts';
import { formatValue, type MetricInfo } from '../domain/metric.ts';
import { byOddness, oddness } from '../domain/oddness.ts';
import { lookedBy, lookInSentence, lookTitle } from '../domain/looked-by.ts';
import { duration, type Tick } from '../domain/time.ts';
import { lookedByWords } from '../domain/words/looked-by.ts';
import { storyFactWords as words } from '../domain/words/story-facts.ts';
import { takenBackIn } from '../run/taken-back.ts';
import type { RunTrace, TraceEntry } from '../run/trace.ts';
import { bandsOf, type Bands } from '../run/normal-bands.ts';
import { answerTo } from '../run/verification.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { FactKind } from '../scenario/words.ts';
import { acceptedOf } from '../judge/case-file.ts';
import { changeDone } from '../judge/change-words.ts';
import type { ProvenPreventions } from '../judge/prevention.ts';
import { metricOf } from '../judge/recovery.ts';
import { messageDone, nameOf, textOf } from './action-words.ts';
import { tellingReadings } from './key.ts';
import { turnsOf } from './turns.ts';

/** One thing that happened in a run, as a chip: a time, words, and the figure in them. */
export interface Fact {
  readonly id: string; // stable over the same record
  readonly tick: Tick;
  readonly kind: FactKind;
  readonly text: string; // "Fetch p95 1.8 s (normal 38 ms)"
  readonly value?: string; // the figure in the text as it is written: "1.8 s"
}

type Draft = Omit<Fact, 'id'>;

const reading = (one: Reading, evidence: Evidence): { text: string; value: string } => {
  const alert = alertSaid(one, evidence);
  if (alert !== null) return alert;
  const value = formatValue(one.value, one.unit);
  const text =
    one.normal === undefined ? words.reading(one.label, value) : words.readingNormal(one.label, value, formatValue(one.normal, one.unit));
  return { text, value };
};

const UNUSUAL = 1.5; // widths of what is normal, from which a figure is worth telling where no band is known

const isOdd = (one: Reading, bands: Bands): boolean => {
  const band = bands(one.key);
  return oddness(one, band) > (band === undefined ? UNUSUAL : 0);
};

/** What a look showed, in one chip: its finding, the most unusual figure, the only figures there are, or that all was normal. */
function plainLook(evidence: Evidence, { system }: Brief, bands: Bands): Draft {
  const { tick, body } = evidence;
  const found = (finding: string): Draft => ({ tick, kind: 'look', text: words.look(lookTitle(evidence, system.colleagues), finding) });
  if (body.kind === 'trace') return found(body.finding);
  if ((body.kind === 'table' || body.kind === 'intervals') && body.finding !== '') return found(body.finding);
  const judged = evidence.readings.some((one) => one.normal !== undefined);
  const [oddest] = byOddness(evidence.readings, bands);
  const shown = oddest !== undefined && isOdd(oddest, bands) ? oddest : judged ? undefined : evidence.readings[0];
  if (shown === undefined) return found(words.allNormal);
  const { text, value } = reading(shown, evidence);
  return { ...found(text), value };
}

const MONEY: readonly string[] = ['business.impact_eur_per_minute', 'business.impact_eur'];

/** What a look is remembered for: money that goes, the figures that tell causes apart, and what stood out most where those are at their normal. */
function lookFacts(scenario: Scenario, trace: RunTrace, seen: Evidence): Draft[] {
  const { tickSeconds, system } = scenario.brief;
  const told = new Set(tellingReadings(scenario, seen).map(({ key }) => key));
  const evidence = pacedEvidence(seen, tickSeconds);
  const bands = bandsOf(trace, tickSeconds);
  const { tick } = evidence;
  const money = evidence.readings.filter((one) => MONEY.includes(one.key) && (one.normal === undefined || isOdd(one, bands)));
  const telling = byOddness(
    evidence.readings.filter((one) => told.has(one.key)),
    bands,
  );
  const role = lookedBy(evidence, system.colleagues);
  const read = (kind: 'impact' | 'tell', one: Reading): Draft => {
    const { text, value } = reading(one, evidence);
    return { tick, kind, text: role === null ? text : lookedByWords.read(text, role), value };
  };
  const facts: Draft[] = [...money.map((one) => read('impact', one)), ...telling.map((one) => read('tell', one))];
  const [oddest] = byOddness(evidence.readings, bands);
  const dull = oddest !== undefined && isOdd(oddest, bands) && !telling.some((one) => isOdd(one, bands)) && !money.includes(oddest);
  return facts.length === 0 || (dull && telling.length > 0) ? [plainLook(evidence, scenario.brief, bands), ...facts] : facts;
}

function entryFacts(scenario: Scenario, trace: RunTrace, entry: TraceEntry): Draft[] {
  const { brief } = scenario;
  const { action, tick } = entry;
  if (!entry.outcome.accepted) return [];
  if (isChange(action)) {
    const done = changeDone(action, brief);
    const withdrawn = takenBackIn(trace).some(({ change, inTime }) => inTime && change === entry);
    return [{ tick, kind: 'change', text: withdrawn ? words.withdrawn(done) : done }];
  }
  switch (action.type) {
    case 'acknowledge': {
      const value = duration((tick - (trace.pageTick ?? tick)) * brief.tickSeconds);
      return [
        { tick, kind: 'acknowledge', text: tick === trace.pageTick ? words.acknowledgedAtOnce : words.acknowledgedAfter(value), value },
      ];
    }
    case 'escalate': {
      const value = duration((entry.effectTick - tick) * brief.tickSeconds);
      const who = nameOf(brief.system.colleagues, action.to);
      return [{ tick, kind: 'message', text: words.calledIn(who, value), value }];
    }
    case 'message':
      return [{ tick, kind: 'message', text: messageDone(action, brief) }];
    case 'hypothesis': {
      const looks = action.evidence.map((id) => {
        const look = trace.evidence.find((one) => one.id === id);
        return look === undefined ? id : lookInSentence(look, brief.system.colleagues);
      });
      return [{ tick, kind: 'hypothesis', text: words.believed(textOf(brief.causes, action.cause), words.statuses[action.status], looks) }];
    }
    case 'claim-cause': {
      const { board } = brief;
      const value = `${action.confidence} %`;
      return [
        {
          tick,
          kind: 'claim',
          text: words.claimed(
            value,
            textOf(board.changed, action.changed),
            textOf(board.enters, action.enters),
            textOf(board.missed, action.missed),
          ),
          value,
        },
      ];
    }
    case 'leave-alone':
      return [{ tick, kind: 'claim', text: words.leftAlone }];
    case 'take-back':
      return [
        {
          tick,
          kind: 'change',
          text: words.takenBack[takenBackIn(trace).some(({ by, inTime }) => inTime && by === entry) ? 'inTime' : 'later'],
        },
      ];
    case 'verify': {
      const info = metricOf(trace, action.metric);
      if (info === undefined) return [];
      const answer = answerTo(trace, entry);
      const said = metricText(info, trace.metric(action.metric, answer?.tick ?? tick), brief.tickSeconds);
      if (answer === null) return [{ tick, kind: 'verify', ...said, text: words.watchedInVain(said.text) }];
      return [
        { tick: answer.tick, kind: 'verify', ...said, text: answer.recovered ? words.verified(answer.text) : words.watched(answer.text) },
      ];
    }
    case 'resolve':
      return [{ tick, kind: 'resolve', text: words.resolved }];
    case 'review':
      return brief.review.flatMap((pair): Draft[] =>
        action.statements[pair.id] === 'condition' ? [{ tick, kind: 'review', text: pair.condition }] : [],
      );
    default:
      return [];
  }
}

function metricText(info: MetricInfo, measured: number, tickSeconds: number): { text: string; value: string } {
  const { label, value, unit } = pacedReading({ key: info.key, label: info.title, value: measured, unit: info.unit }, tickSeconds);
  const text = formatValue(value, unit);
  return { text: words.reading(label, text), value: text };
}

/** The facts of a run in order of time: what monitoring showed, what the player did, and what came of it. */
export function factsOf(scenario: Scenario, trace: RunTrace, proven: ProvenPreventions | null): readonly Fact[] {
  const { brief } = scenario;
  const drafts: Draft[] = [];
  const pager = metricOf(trace, brief.pager.metric);
  if (trace.pageTick !== null && pager !== undefined) {
    const said = metricText(pager, trace.metric(brief.pager.metric, trace.pageTick), brief.tickSeconds);
    drafts.push({
      tick: trace.pageTick,
      kind: 'page',
      text: words.paged(said.text, pacedText(pager.normal.typical, pager.unit, brief.tickSeconds)),
      value: said.value,
    });
  }
  for (const said of trace.conversation)
    if (said.from !== 'you' && said.options.length > 0)
      drafts.push({
        tick: said.tick,
        kind: 'question',
        text: words.asked(nameOf(brief.stakeholders, said.from), said.text),
      });
  for (const evidence of trace.evidence) drafts.push(...lookFacts(scenario, trace, evidence));
  const later: readonly TraceEntry[] = acceptedOf(trace, 'review').slice(1); // the first counts
  for (const entry of trace.entries) if (!later.includes(entry)) drafts.push(...entryFacts(scenario, trace, entry));
  for (const turn of turnsOf(brief, trace))
    drafts.push({ tick: turn.tick, kind: turn.kind, text: turn.text, ...(turn.value === null ? {} : { value: turn.value }) });
  const cost = formatValue(trace.impactEur, 'eur');
  drafts.push({ tick: trace.endTick, kind: 'impact', text: words.cost(cost), value: cost });
  for (const item of proven?.items ?? []) {
    const value = formatValue(item.impactAfterEur, 'eur');
    drafts.push({
      tick: trace.endTick,
      kind: 'prevention',
      text: words.prevention(item.title, value, formatValue(item.impactBeforeEur, 'eur')),
      value,
    });
  }
  const counts = new Map<string, number>();
  return drafts
    .map((draft, order) => ({ draft, order }))
    .sort((a, b) => a.draft.tick - b.draft.tick || a.order - b.order)
    .map(({ draft }) => {
      const stem = `${draft.kind}-${draft.tick}`;
      const count = (counts.get(stem) ?? 0) + 1;
      counts.set(stem, count);
      return { id: count === 1 ? stem : `${stem}-${count}`, ...draft };
    });
}
