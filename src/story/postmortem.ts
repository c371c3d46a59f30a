import { atClock } from '../domain/at-clock.ts';
import { formatValue } from '../domain/metric.ts';
import { storyClock, duration, type Tick } from '../domain/time.ts';
import type { Verdict } from '../judge/verdict.ts';
import { encodeLink } from '../run/link.ts';
import type { Run, RunTrace } from '../run/run.ts';
import type { Prevention } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { textOf } from './action-words.ts';
import { factsOf, type Fact } from './facts.ts';
import { luckOf, wentWell } from './reflections.ts';

interface Told {
  readonly scenario: Scenario;
  readonly trace: RunTrace;
  readonly verdict: Verdict;
  readonly facts: readonly Fact[];
}

const clock = ({ scenario }: Told, tick: Tick): string => storyClock(scenario.brief.startClock, tick, scenario.brief.tickSeconds);
const bullets = (items: readonly string[], none: string): string[] => (items.length === 0 ? [none] : items.map((item) => `- ${item}`));

/** Text of players and scenarios goes into Markdown as text, never as markup. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, (mark) => `\\${mark}`).replace(/\s+/g, ' ');

function impact(told: Told): string[] {
  const { trace, verdict, scenario } = told;
  const lines: string[] = [];
  if (trace.pageTick !== null) {
    const until = trace.resolvedTick ?? trace.endTick;
    const ended =
      trace.resolvedTick === null
        ? 'and was not resolved within the episode'
        : `and was resolved ${atClock(clock(told, until))} UTC, ${duration((until - trace.pageTick) * scenario.brief.tickSeconds)} later`;
    lines.push(`The incident paged ${atClock(clock(told, trace.pageTick))} UTC ${ended}.`);
  } else lines.push('Nothing paged.');
  lines.push(
    `It cost ${formatValue(verdict.impactEur, 'eur')} in lost business value, penalties and extra cost, to the end of the episode ${atClock(clock(told, trace.endTick))} UTC.`,
  );
  for (const fact of told.facts)
    if (fact.kind === 'impact' && fact.tick < trace.endTick) lines.push(`At ${clock(told, fact.tick)} UTC: ${plain(fact.text)}.`);
  return bullets(lines, '');
}

const TIMELINE: ReadonlySet<Fact['kind']> = new Set([
  'page',
  'acknowledge',
  'look',
  'tell',
  'impact',
  'hypothesis',
  'change',
  'effect',
  'wrong-turn',
  'relapse',
  'claim',
  'verify',
  'resolve',
  'question',
  'message',
]);

/** What happened, in order of time; the same update sent again and again is one row that counts it. */
function timeline(told: Told): string[] {
  const rows: { readonly from: Tick; to: Tick; count: number; readonly fact: Fact }[] = [];
  for (const fact of told.facts.filter(({ kind }) => TIMELINE.has(kind))) {
    const last = rows.at(-1);
    if (last !== undefined && fact.kind === 'message' && fact.text === last.fact.text) {
      last.to = fact.tick;
      last.count += 1;
    } else rows.push({ from: fact.tick, to: fact.tick, count: 1, fact });
  }
  const when = ({ from, to, count }: (typeof rows)[number]): string =>
    count === 1 ? clock(told, from) : `${clock(told, from)} to ${clock(told, to)}`;
  const what = ({ fact, count }: (typeof rows)[number]): string =>
    count === 1 ? plain(fact.text) : `${plain(fact.text)} (${count} times)`;
  return ['| UTC | What happened |', '|---|---|', ...rows.map((row) => `| ${when(row)} | ${what(row)} |`)];
}

function cause({ scenario, trace }: Told): string[] {
  const claims = trace.entries.filter((entry) => entry.action.type === 'claim-cause' && entry.outcome.accepted);
  const action = claims.at(-1)?.action;
  if (action?.type !== 'claim-cause') return ['No cause was stated during the incident.'];
  const { board } = scenario.brief;
  const evidence =
    action.evidence.length === 0
      ? 'no evidence named'
      : `on ${action.evidence.map((id) => `${id} (${plain(trace.evidence.find((one) => one.id === id)?.title ?? 'not found')})`).join(', ')}`;
  return [
    `As stated during the incident, ${action.confidence} % sure, ${evidence}:`,
    '',
    `- What changed: ${plain(textOf(board.changed, action.changed))}.`,
    `- Where it entered: ${plain(textOf(board.enters, action.enters))}.`,
    `- Why it was not caught: ${plain(textOf(board.missed, action.missed))}.`,
  ];
}

/** The role that owns a part of the system: those who run the station that shows it. */
function ownerOf({ scenario }: Told, item: Prevention): string {
  const part = Object.keys(item.set)[0]?.split('.')[0] ?? '';
  const station = scenario.brief.system.stations.find((one) => one.part === part);
  return station === undefined ? 'On-call lead' : `Owners of ${plain(station.name)}`;
}

function actions(told: Told): string[] {
  const proven = told.verdict.proven;
  if (proven === null) return ['No action was agreed.'];
  const rows = proven.items.map((item) => {
    const owner = ownerOf(
      told,
      told.scenario.brief.preventions.find((one) => one.id === item.id)!,
    );
    return `| ${plain(item.title)} | ${owner} | ${formatValue(item.impactBeforeEur, 'eur')} to ${formatValue(item.impactAfterEur, 'eur')} |`;
  });
  const { all } = proven;
  return [
    '| Action | Owner | The same incident again, cost |',
    '|---|---|---|',
    ...rows,
    '',
    `All together: ${formatValue(all.impactBeforeEur, 'eur')} to ${formatValue(all.impactAfterEur, 'eur')}, by playing the same seed and log again with them in place.`,
  ];
}

/**
 * The blameless postmortem of a run, in Markdown: impact, timeline, cause as stated, contributing factors as conditions, what went
 * well, where it was lucky, actions with owners, and how to play it again. It holds only what the run shows and the player did.
 */
export function postmortem(scenario: Scenario, run: Run, verdict: Verdict): string {
  const trace = run.trace();
  const facts = factsOf(scenario, trace, verdict.proven);
  const told: Told = { scenario, trace, verdict, facts };
  const { brief } = scenario;
  const factors = [...new Set(facts.filter((fact) => fact.kind === 'review').map((fact) => plain(fact.text)))];
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Impact', impact(told)],
    ['Timeline (UTC)', timeline(told)],
    ['Cause', cause(told)],
    ['Contributing factors', bullets(factors, 'The review named no conditions.')],
    ['What went well', bullets(wentWell(scenario, trace, verdict).map(plain), 'Nothing in the log stands out.')],
    ['Where we were lucky', bullets(luckOf(scenario, trace).map(plain), 'Nothing in the log rested on luck.')],
    ['Actions', actions(told)],
    [
      'Play it again',
      [`- Drill: ${brief.id}`, `- Seed: ${plain(trace.record.seed)}`, `- Link: #/replay/${encodeLink(trace.record, trace.finalHash)}`],
    ],
  ];
  const head = [
    `# Postmortem: ${plain(brief.title)}`,
    '',
    `${plain(brief.system.title)}. This review looks for conditions, not for people at fault; everyone is named by role.`,
  ];
  return `${[...head, ...sections.flatMap(([title, body]) => ['', `## ${title}`, '', ...body])].join('\n')}\n`;
}
