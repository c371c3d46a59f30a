import type { Tick } from '../domain/time.ts';
import { rerun } from '../judge/prevention.ts';
import { judge, type Verdict } from '../judge/verdict.ts';
import { ENGINE } from '../run/engine.ts';
import { decodeLink, encodeLink } from '../run/link.ts';
import type { RunRecord } from '../run/record.ts';
import { playedElsewhere, verify } from '../run/replay.ts';
import { playRecord, type Run } from '../run/run.ts';
import type { RunTrace } from '../run/trace.ts';
import type { Playbook } from '../scenario/playbook.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { postmortem } from '../story/postmortem.ts';
import type { BaselineTable } from './baseline-table.ts';
import { runFacts, verdictFacts } from './debrief-analysis.ts';
import type { AfterAnswer, AfterAsks, AfterInput, AfterKind, Opened, SeenThen } from './debrief-asks.ts';
import { clockText } from './debrief-clock.ts';
import { refusedShare } from './map-refused.ts';
import { paced } from './paced.ts';
import { phaseNow } from './phases.ts';
import { coinEurOf } from './map-coins.ts';
import { mapLayout } from './map-layout.ts';
import { storyRoom } from './story-analysis.ts';
import { runLinkWords } from './words/run-link.ts';

/** What a worker has at hand: the shipped scenarios, the words of the playbook, and what programs score over many seeds. */
export interface Library {
  scenario(id: string): Promise<Scenario | undefined>;
  playbook(): Promise<Playbook>;
  baselines(): Promise<BaselineTable | null>;
}

interface Case {
  readonly scenario: Scenario;
  readonly record: RunRecord;
  readonly expectedHash: string;
  readonly played: Run; // to its end
  readonly trace: RunTrace;
  verdict: Verdict | null;
}

/** A record played to its end; null where it asks for a variant or a prevention that the scenario does not have. */
function tryPlay(scenario: Scenario, record: RunRecord): Run | null {
  try {
    return playRecord(scenario, record);
  } catch {
    return null; // the error names the variants, which a player must not read
  }
}

const MOST_CASES = 4; // of links kept at hand: a run, and what its picks made of it

/** Answers the questions of the screens after play, one link at a time. It remembers the links it was asked about last. */
export function createAfterAnalyst(library: Library): {
  answer<K extends AfterKind>(kind: K, input: AfterInput<K>): Promise<AfterAnswer<K>>;
} {
  const cases = new Map<string, Case>();

  const open = async (payload: string): Promise<Case | string> => {
    const held = cases.get(payload);
    if (held !== undefined) return held;
    const decoded = decodeLink(payload);
    if (!decoded.ok) return runLinkWords.unreadable(decoded.reason);
    const { record } = decoded;
    const scenario = await library.scenario(record.scenario);
    if (scenario === undefined) return runLinkWords.unknownDrill(record.scenario);
    if (record.contentHash !== scenario.contentHash)
      return runLinkWords.otherVersion(scenario.brief.title, record.contentHash, scenario.contentHash);
    const played = tryPlay(scenario, record);
    if (played === null) return runLinkWords.noRun(scenario.brief.title);
    const made: Case = { scenario, record, expectedHash: decoded.finalHash, played, trace: played.trace(), verdict: null };
    cases.set(payload, made);
    for (const oldest of cases.keys()) {
      if (cases.size <= MOST_CASES) break;
      cases.delete(oldest);
    }
    return made;
  };

  const must = async (payload: string): Promise<Case> => {
    const found = await open(payload);
    if (typeof found === 'string') throw new Error(found);
    return found;
  };

  const verdictOf = (found: Case): Verdict => (found.verdict ??= judge(found.scenario, found.record));

  const opened = (found: Case, payload: string): Opened => {
    const { scenario, record, played, trace, expectedHash } = found;
    const { verified, divergedAt } = verify(scenario, { record, finalHash: expectedHash });
    const divergence = verified
      ? null
      : divergedAt === undefined
        ? runLinkWords.otherEnd(expectedHash, trace.finalHash)
        : runLinkWords.parts(divergedAt.part, clockText(scenario.brief, divergedAt.tick), divergedAt.tick);
    return {
      ok: true,
      run: runFacts(scenario, trace, payload),
      layout: mapLayout(scenario.brief.system),
      rooms: played.rooms(),
      coinEur: coinEurOf(scenario.brief),
      verified,
      expectedHash,
      divergence,
      note: playedElsewhere(scenario, record).engine ? runLinkWords.otherEngine(record.engine, ENGINE) : null,
    };
  };

  /** What the player could see at a tick, what was decided at that very tick included. */
  const observe = ({ scenario, played, record, trace }: Case, tick: Tick): SeenThen => {
    const run = played.forkAt(tick);
    for (const entry of record.log) if (entry.tick === tick) run.dispatch(entry.action);
    const accepted = trace.entries.filter((entry) => entry.tick <= tick && entry.outcome.accepted);
    const observation = paced(run.observe(), scenario.brief.tickSeconds);
    return { observation, refused: refusedShare(accepted, run.menu()), phase: phaseNow(observation, accepted) };
  };

  const answers: { readonly [K in AfterKind]: (input: AfterAsks[K]['input']) => Promise<AfterAsks[K]['answer']> } = {
    open: async ({ payload }) => {
      const found = await open(payload);
      return typeof found === 'string' ? { ok: false, reason: found } : opened(found, payload);
    },
    observe: async ({ payload, tick }) => observe(await must(payload), tick),
    verdict: async ({ payload }) => {
      const found = await must(payload);
      const [playbook, table] = await Promise.all([library.playbook(), library.baselines()]);
      return verdictFacts(found.scenario, found.trace, verdictOf(found), playbook, table);
    },
    rerun: async ({ payload, items }) => {
      const { scenario, record } = await must(payload);
      const { impactBeforeEur, impactAfterEur, firstAlertBefore, firstAlertAfter } = rerun(scenario, record, items);
      return { items, impactBeforeEur, impactAfterEur, firstAlertBefore, firstAlertAfter };
    },
    add: async ({ payload, action }) => {
      const { scenario, record } = await must(payload);
      const run = playRecord(scenario, record); // one of its own: the run kept at hand stays as the link has it
      const outcome = run.dispatch(action);
      return outcome.accepted
        ? { ok: true, payload: encodeLink(run.record(), run.trace().finalHash) }
        : { ok: false, reason: outcome.reason };
    },
    story: async ({ payload }) => {
      const found = await must(payload);
      const picked = found.record.log.some((entry) => entry.action.type === 'pick-preventions');
      return storyRoom(found.scenario, found.trace, picked ? verdictOf(found).proven : null);
    },
    postmortem: async ({ payload }) => {
      const found = await must(payload);
      return postmortem(found.scenario, playRecord(found.scenario, found.record), verdictOf(found));
    },
  };

  return { answer: (kind, input) => answers[kind](input) };
}
