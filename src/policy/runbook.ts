import type { Action, Look } from '../domain/action.ts';
import type { Evidence, Span } from '../domain/evidence.ts';
import type { Tick } from '../domain/time.ts';
import type { Brief, Option } from '../scenario/brief.ts';
import { firstPreventions, saysConditions } from './aftermath.ts';
import { concreteChange } from './concrete-change.ts';
import { firstSign, isForModels, nextLine } from './model-checklist.ts';
import { dashboard, isBack, offered, pagerDashboard, ticksOf, unanswered, untilPaged, untilScrape, update } from './habits.ts';
import type { Decision, Policy, PolicyView } from './policy.ts';

/** The first lines of the checklist after the pager's dashboard, in order, whatever the incident. */
const FIRST: readonly Look[] = [{ type: 'look-changes' }, dashboard('business'), dashboard('saturation'), dashboard('data')];

/** The lines that come once word was sent and the first change was made or not. */
const LATER: readonly Look[] = [dashboard('versions'), { type: 'look-trace', pick: 'slow' }];

const RECENT_MINUTES = 60; // a release is suspect for this long
const HIGH_SHARE = 0.015; // of requests that fail: high impact
const FULL_SHARE = 0.9; // of CPU: saturated
const UPDATE_SECONDS = 900;
const WATCH_SECONDS = 240; // between a change and the next line of the list
const GIVE_UP_SECONDS = 1800; // after the page, hand over

const read = (evidence: readonly Evidence[], key: string): number => {
  for (const one of [...evidence].reverse()) {
    const found = one.readings.find((reading) => reading.key === key);
    if (found !== undefined) return found.value;
  }
  return NaN;
};

/** What the checklist takes for the culprit: words that a person would look for on the board. */
interface Suspicion {
  readonly words: readonly string[];
  readonly evidence: readonly string[]; // ids
}

const idsOf = (evidence: readonly Evidence[], ...looks: readonly Look['type'][]): string[] =>
  evidence.filter((one) => looks.includes(one.look.type)).map((one) => one.id);

function suspicion(view: PolicyView): Suspicion {
  const { evidence } = view.observation;
  const sign = firstSign(view);
  if (sign !== null) return sign;
  if (releasedLately(evidence)) return { words: ['model', 'version', 'release'], evidence: idsOf(evidence, 'look-changes') };
  if (saturated(evidence))
    return { words: ['payments', 'queue', 'pod', 'ceiling', 'autoscaler', 'pool'], evidence: idsOf(evidence, 'look-dashboard') };
  const trace = evidence.find((one) => one.body.kind === 'trace');
  if (trace?.body.kind === 'trace') {
    const at = slowestStation(trace.body.spans);
    const station = view.brief.system.stations.find((one) => one.id === at);
    if (station !== undefined)
      return {
        words: [...station.name.toLowerCase().split(/[^a-z]+/), ...station.id.split('-')].filter((word) => word.length > 3),
        evidence: [trace.id],
      };
  }
  return { words: ['configuration', 'sidecar'], evidence: idsOf(evidence, 'look-changes') };
}

/** The station that the critical path spends most of its time at, in spans that have none below them. */
function slowestStation(spans: readonly Span[]): string | undefined {
  const spent = new Map<string, number>();
  spans.forEach((span, i) => {
    const leaf = span.critical && !spans.some((other) => other.critical && other.parent === i);
    if (leaf) spent.set(span.station, (spent.get(span.station) ?? 0) + span.durationMs);
  });
  return [...spent].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const releasedLately = (evidence: readonly Evidence[]): boolean =>
  read(evidence, 'changes.model_deploy.count') > 0 && !(read(evidence, 'changes.model_deploy.minutes_ago') > RECENT_MINUTES);
const saturated = (evidence: readonly Evidence[]): boolean => read(evidence, 'model.cpu_share') > FULL_SHARE;

/** The option that shares most words with what is suspected; the first where none does. */
function nearest(options: readonly Option[], words: readonly string[]): string {
  const shared = (option: Option): number => words.filter((word) => option.text.toLowerCase().includes(word)).length;
  return options.reduce((best, option) => (shared(option) > shared(best) ? option : best), options[0]!).id;
}

function claim(view: PolicyView): Action {
  const { board } = view.brief;
  const { words, evidence } = suspicion(view);
  return {
    type: 'claim-cause',
    changed: nearest(board.changed, words),
    enters: nearest(board.enters, words),
    missed: nearest(board.missed, words),
    confidence: 60,
    evidence: [...evidence].slice(0, 12),
  };
}

/** Whether what is shown of the impact, kept up to the end, would cost what the drill calls worth avoiding; where no payments go unscored. */
function costly({ observation, brief }: PolicyView): boolean {
  if (Number.isFinite(read(observation.evidence, 'business.unscored_share'))) return false;
  return (observation.impact.eurPerMinute * (brief.ticks - observation.tick) * brief.tickSeconds) / 60 > brief.floorEur;
}

function change(view: PolicyView): Action | null {
  const { evidence } = view.observation;
  const { changes } = view.menu;
  for (const remedy of firstSign(view)?.remedies ?? []) {
    const act = concreteChange(remedy, changes);
    if (act !== null) return act;
  }
  if (releasedLately(evidence) && (read(evidence, 'business.unscored_share') > HIGH_SHARE || costly(view)))
    return concreteChange({ type: 'rollback' }, changes);
  if (saturated(evidence)) return concreteChange({ type: 'scale', replicas: { atLeast: 12, atMost: 24 } }, changes);
  return null;
}

/** Plays the checklist on the wall: the same steps on every night, with no idea of causes. */
export const runbook: Policy = {
  id: 'runbook',
  begin: ({ brief }: { readonly brief: Brief }) => {
    const done = new Set<string>();
    let changedAt: Tick | null = null;
    const once = (key: string, act: Action | null): Decision | null => {
      if (act === null || done.has(key)) return null;
      done.add(key);
      return { act };
    };
    return (view) => {
      const { observation } = view;
      if (observation.over) {
        return once('picks', firstPreventions(brief)) ?? once('review', saysConditions(brief)) ?? { wait: brief.ticks };
      }
      if (observation.pageTick === null) return untilPaged(view);
      const first = once('acknowledge', { type: 'acknowledge' });
      if (first !== null) return first;
      const firstPass = pagerDashboard(view) ?? FIRST.map((look) => offered(view, look)).find((look) => look !== null);
      if (firstPass !== undefined) return { act: firstPass };
      if (unanswered(observation) !== null || !done.has('told')) {
        done.add('told');
        const word = update(view, UPDATE_SECONDS);
        if (word !== null) return { act: word };
      }
      const line = isForModels(view) && firstSign(view) === null ? nextLine(view) : null;
      if (line !== null) return { act: line };
      if (!done.has('change')) {
        const act = change(view);
        done.add('change');
        if (act !== null) {
          changedAt = observation.tick;
          return { act };
        }
      }
      const later = LATER.map((look) => offered(view, look)).find((look) => look !== null);
      if (later !== undefined && later !== null) return { act: later };
      const board = once('claim', claim(view));
      if (board !== null) return board;
      const word = update(view, UPDATE_SECONDS);
      if (word !== null) return { act: word };
      const given = observation.tick - observation.pageTick >= ticksOf(view, GIVE_UP_SECONDS);
      const watched = changedAt !== null && observation.tick - changedAt >= ticksOf(view, WATCH_SECONDS);
      if (watched && isBack(view))
        return (
          once('verify', { type: 'verify', metric: observation.pager.metric.key }) ??
          once('resolve', { type: 'resolve' }) ??
          untilScrape(view)
        );
      return given ? (once('resolve', { type: 'resolve' }) ?? untilScrape(view)) : untilScrape(view);
    };
  },
};
