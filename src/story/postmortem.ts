import { lookTitle } from '../domain/looked-by.ts';
import { formatValue } from '../domain/metric.ts';
import { storyClock, duration, type Tick } from '../domain/time.ts';
import { postmortemWords as words } from '../domain/words/story-postmortem.ts';
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
  const { pageTick, resolvedTick } = trace;
  const lines = [
    pageTick === null
      ? words.impact.nothingPaged
      : resolvedTick === null
        ? words.impact.notResolved(clock(told, pageTick))
        : words.impact.resolved(
            clock(told, pageTick),
            clock(told, resolvedTick),
            duration((resolvedTick - pageTick) * scenario.brief.tickSeconds),
          ),
    words.impact.cost(formatValue(verdict.impactEur, 'eur'), clock(told, trace.endTick)),
  ];
  for (const fact of told.facts)
    if (fact.kind === 'impact' && fact.tick < trace.endTick) lines.push(words.impact.at(clock(told, fact.tick), plain(fact.text)));
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

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const rule = (cells: number): string => `|${'---|'.repeat(cells)}`;

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
    count === 1 ? clock(told, from) : words.timeline.fromTo(clock(told, from), clock(told, to));
  const what = ({ fact, count }: (typeof rows)[number]): string =>
    count === 1 ? plain(fact.text) : words.timeline.times(plain(fact.text), count);
  const { time, what: happened } = words.timeline;
  return [row([time, happened]), rule(2), ...rows.map((one) => row([when(one), what(one)]))];
}

function cause({ scenario, trace }: Told): string[] {
  const claims = trace.entries.filter((entry) => entry.action.type === 'claim-cause' && entry.outcome.accepted);
  const action = claims.at(-1)?.action;
  if (action?.type !== 'claim-cause') return [words.cause.none];
  const { board, system } = scenario.brief;
  const named = action.evidence.map((id) => {
    const look = trace.evidence.find((one) => one.id === id);
    return words.cause.evidence(id, look === undefined ? words.cause.notFound : plain(lookTitle(look, system.colleagues)));
  });
  return [
    words.cause.stated(action.confidence, named.length === 0 ? words.cause.noEvidence : words.cause.on(named)),
    '',
    `- ${words.cause.changed(plain(textOf(board.changed, action.changed)))}`,
    `- ${words.cause.enters(plain(textOf(board.enters, action.enters)))}`,
    `- ${words.cause.missed(plain(textOf(board.missed, action.missed)))}`,
  ];
}

/** The role that owns a part of the system: those who run the station that shows it. */
function ownerOf({ scenario }: Told, item: Prevention): string {
  const part = Object.keys(item.set)[0]?.split('.')[0] ?? '';
  const station = scenario.brief.system.stations.find((one) => one.part === part);
  return station === undefined ? words.actions.lead : words.actions.ownersOf(plain(station.name));
}

function actions(told: Told): string[] {
  const proven = told.verdict.proven;
  if (proven === null) return [words.actions.none];
  const fromTo = ({ impactBeforeEur, impactAfterEur }: { readonly impactBeforeEur: number; readonly impactAfterEur: number }) =>
    [formatValue(impactBeforeEur, 'eur'), formatValue(impactAfterEur, 'eur')] as const;
  const rows = proven.items.map((item) => {
    const owner = ownerOf(
      told,
      told.scenario.brief.preventions.find((one) => one.id === item.id)!,
    );
    return row([plain(item.title), owner, words.actions.fromTo(...fromTo(item))]);
  });
  return [
    row([words.actions.action, words.actions.owner, words.actions.cost]),
    rule(3),
    ...rows,
    '',
    words.actions.together(...fromTo(proven.all)),
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
  const titles = words.sections;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [titles.impact, impact(told)],
    [titles.timeline, timeline(told)],
    [titles.cause, cause(told)],
    [titles.factors, bullets(factors, words.noFactors)],
    [titles.well, bullets(wentWell(scenario, trace, verdict).map(plain), words.noneWell)],
    [titles.lucky, bullets(luckOf(scenario, trace).map(plain), words.noLuck)],
    [titles.actions, actions(told)],
    [
      titles.again,
      [
        `- ${words.again.drill(brief.id)}`,
        `- ${words.again.seed(plain(trace.record.seed))}`,
        `- ${words.again.link(`#/replay/${encodeLink(trace.record, trace.finalHash)}`)}`,
      ],
    ],
  ];
  const head = [`# ${words.title(plain(brief.title))}`, '', words.opening(plain(brief.system.title))];
  return `${[...head, ...sections.flatMap(([title, body]) => ['', `## ${title}`, '', ...body])].join('\n')}\n`;
}
