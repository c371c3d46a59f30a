import type { Action, MessageBlock } from '../domain/action.ts';
import type { Evidence, Reading } from '../domain/evidence.ts';
import { impactRate, pacedText, pacedTitle, roughImpactRate } from '../domain/impact-rate.ts';
import { roughly } from '../domain/rough.ts';
import { formatValue, type MetricInfo, type Unit } from '../domain/metric.ts';
import { byOddness, oddness } from '../domain/oddness.ts';
import { clause, sentence } from '../domain/sentence.ts';
import { duration } from '../domain/time.ts';
import { updateWords as words } from '../domain/words/update.ts';
import { hear } from '../parts/stakeholder/step.ts';
import { momentSeconds, patienceOf } from './complications.ts';
import { nextStakeholder } from './incident-charts.ts';
import { shortClock } from './short-clock.ts';
import { shownImpact } from './shown-impact.ts';
import type { World } from './plant.ts';

/** Stakeholders ask when their moment has come. */
export function askQuestions(world: World): void {
  const { setup, state, ledger } = world;
  if (ledger.pageTick === null || ledger.resolvedTick !== null) return;
  const tickSeconds = setup.scenario.brief.tickSeconds;
  for (const moment of setup.truth.moments) {
    if (ledger.asked.includes(moment.id)) continue;
    if ((state.tick - ledger.pageTick) * tickSeconds < momentSeconds(world, moment.secondsAfterPage)) continue;
    const question = setup.scenario.brief.questions.find((candidate) => candidate.id === moment.question);
    if (question === undefined) continue;
    ledger.asked.push(moment.id);
    ledger.conversation.push({
      tick: state.tick,
      from: question.from,
      text: question.text,
      answerDueTick: state.tick + Math.round(moment.answerWithinSeconds / tickSeconds),
      options: question.options.map((option) => ({ id: option.id, text: `${option.text}: ${option.tradeOff}` })),
    });
    nextStakeholder(state, 'ASK');
  }
}

const UPDATE_SHARE = 0.75; // of the time in which people are content without a word

const LOOKS_NAMED = 3;

const IMPACT = 'business.impact_eur'; // and what it comes to a minute: both have a block of their own

/** What a figure reads now where it stands on an open dashboard, which stays live; else what it read when it was looked up. */
function newest(world: World, { key, value }: Reading): number {
  const isOpen = world.catalogue.dashboards.some(
    ({ id, panels }) => world.ledger.opened[id] !== undefined && panels.some(({ keys }) => keys.includes(key)),
  );
  const now = isOpen ? world.shown.latest(key) : NaN;
  return Number.isFinite(now) ? now : value;
}

/**
 * Of all that was read, the figure furthest from normal: one request tells less than all of them, and what users see and what it costs
 * have blocks of their own.
 */
function oddestOf({ catalogue, setup, ledger }: World): Reading | null {
  const ownBlock = (key: string): boolean => key.startsWith(IMPACT) || key === setup.scenario.brief.pager.metric;
  const among = (evidence: readonly Evidence[]): Reading | null => {
    const newestFirst = [...evidence]
      .reverse()
      .flatMap(({ readings }) => readings.filter(({ key, normal }) => normal !== undefined && !ownBlock(key)));
    const bandOf = (key: string): MetricInfo['normal'] | undefined => catalogue.byKey.get(key)?.normal;
    const [first] = byOddness(newestFirst, bandOf);
    return first !== undefined && oddness(first, bandOf(first.key)) > 0 ? first : null;
  };
  return among(ledger.evidence.filter(({ look }) => look.type !== 'look-trace')) ?? among(ledger.evidence);
}

/** What a block of a message says now, with this run's figures as the player has seen them. */
export function blockText(world: World, block: MessageBlock): string {
  const { setup, state, ledger } = world;
  const tickSeconds = setup.scenario.brief.tickSeconds;
  const paced = (value: number, unit: Unit): string => pacedText(value, unit, tickSeconds);
  const impact = shownImpact(world);
  const reading = world.shown.latest(setup.scenario.brief.pager.metric);
  const pager = world.catalogue.byKey.get(setup.scenario.brief.pager.metric)!;
  const title = (text: string): string => pacedTitle(text, tickSeconds);
  switch (block) {
    case 'users-see':
      if (!Number.isFinite(reading)) return words.noReading(setup.plant.words.usersSee, title(pager.title));
      return words.usersSee(
        setup.plant.words.usersSee,
        title(pager.title),
        paced(reading, pager.unit),
        paced(pager.normal.typical, pager.unit),
      );
    case 'impact':
      return words.impact(
        formatValue(impact.measured ? impact.eur : roughly(impact.eur), 'eur'),
        (impact.measured ? impactRate : roughImpactRate)(impact.eurPerMinute, tickSeconds),
        impact.measured ? null : setup.plant.words.estimatedFrom,
      );
    case 'known': {
      if (ledger.evidence.length === 0) return words.nothingKnown;
      const odd = oddestOf(world);
      return odd === null
        ? words.lookedAt(ledger.evidence.slice(-LOOKS_NAMED).map((evidence) => evidence.title))
        : words.known(title(odd.label), paced(newest(world, odd), odd.unit), paced(odd.normal!, odd.unit));
    }
    case 'unknown':
      return ledger.causeClaims > 0 ? words.gatesUnknown : words.causeUnknown;
    case 'next-step': {
      const change = ledger.lastChange;
      if (change === null) return words.narrowing;
      return change.effectDone ? words.inPlace : words.onItsWay(shortClock(setup, change.due.at));
    }
    case 'next-update': {
      const seconds = UPDATE_SHARE * patienceOf(world).silenceSeconds; // before silence begins to cost
      return words.nextUpdate(shortClock(setup, state.tick + Math.max(1, Math.round(seconds / tickSeconds))), duration(seconds));
    }
    case 'options': {
      const asked = [...ledger.conversation].reverse().find((line) => line.options.length > 0);
      return asked === undefined ? words.noDecision : words.options(asked.options.map((option) => clause(option.text)));
    }
  }
}

/** A message goes out: people hear it, trust moves. Naming a cause with nothing looked at costs. */
export function sendMessage(world: World, message: Action & { type: 'message' }): void {
  const { setup, state, ledger } = world;
  const now = state.tick * setup.scenario.brief.tickSeconds;
  const unbacked = message.cause !== undefined && ledger.evidence.length === 0;
  const parts = state.parts;
  const option =
    message.option === undefined
      ? undefined
      : setup.scenario.brief.questions.flatMap((question) => question.options).find((candidate) => candidate.id === message.option);
  const cause = message.cause === undefined ? undefined : setup.scenario.brief.causes.find((candidate) => candidate.id === message.cause);
  const text = [
    ...message.blocks.map((block) => sentence(blockText(world, block))),
    ...(option === undefined ? [] : [sentence(words.proposal(option.text))]),
    ...(cause === undefined ? [] : [sentence(words.likelyCause(cause.text))]),
  ].join(' ');
  hear(parts.stakeholder, setup.params.stakeholder, message.blocks, unbacked, now);
  nextStakeholder(state, 'HEAR');
  ledger.conversation.push({ tick: state.tick, from: 'you', text, answerDueTick: null, options: [] });
}
