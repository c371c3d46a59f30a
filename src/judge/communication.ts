import type { Tick } from '../domain/time.ts';
import { judgeCommunicationWords as words } from '../domain/words/judge-communication.ts';
import { judgeLineWords } from '../domain/words/judge-lines.ts';
import { acceptedOf, type CaseFile } from './case-file.ts';
import type { Figure } from './figure.ts';
import { minutes } from './recovery.ts';
import { capitalised, joined, quote, say, worded, type Said } from './said.ts';
import { line, scorePart, type ScoreLine, type ScorePart } from './score-card.ts';
import { BOUNDS, CITES, WEIGHTS } from './weights.ts';
import { afterPage, at, bound, clock, count, lasting } from './wording.ts';

const W = WEIGHTS.communication;
const COMPLETE = ['impact', 'next-step', 'next-update'] as const; // impact, action, when the next word comes

type Message = ReturnType<typeof messages>[number];
const messages = (file: CaseFile) =>
  acceptedOf(file.trace, 'message').filter((entry) => file.trace.pageTick === null || entry.tick >= file.trace.pageTick);
const complete = (message: Message): boolean => COMPLETE.every((block) => message.action.blocks.includes(block));

function updates(file: CaseFile): { lines: ScoreLine[]; ticks: Tick[] } {
  const sent = messages(file).filter(complete);
  const first = sent[0];
  const max = W.firstUpdate;
  if (first === undefined) {
    const some = worded(messages(file).length > 0 ? words.noneComplete : words.nobodyTold);
    return {
      lines: [line(0, max, null, some, CITES.update), line(0, W.furtherUpdates, null, worded(words.noneFurtherCounted), CITES.update)],
      ticks: [],
    };
  }
  const allowed = minutes(file.brief, BOUNDS.firstUpdateMinutes) * file.reads.grace;
  const waited = first.tick - (file.trace.pageTick ?? first.tick);
  const points = waited <= allowed ? max : waited <= 2 * allowed ? max * file.reads.lateUpdate : 0;
  const gap = minutes(file.brief, BOUNDS.updateGapMinutes);
  const rewarded: Tick[] = [];
  let last = first.tick;
  for (const message of sent) {
    if (message.tick - last < gap) continue;
    rewarded.push(message.tick);
    last = message.tick;
  }
  const more = Math.min(W.furtherUpdates, rewarded.length * W.furtherUpdate);
  const latest = rewarded.at(-1);
  const text =
    latest === undefined
      ? worded(words.noneFurther, bound('updateGapMinutes'))
      : worded(
          (many, apart, last) => words.further(many, apart, last, rewarded.length),
          count('messages.further', rewarded.length, latest),
          bound('updateGapMinutes'),
          at(file, latest),
        );
  const lines = [
    line(points, max, first.tick, worded(words.firstUpdate, at(file, first.tick), afterPage(file, first.tick)), CITES.update),
    line(more, W.furtherUpdates, latest ?? null, text, CITES.update),
  ];
  return { lines, ticks: [first.tick, ...rewarded] };
}

/** Each question asked, answered in time with an option; where nobody had to ask, a full update instead. */
function answers(file: CaseFile, rewarded: readonly Tick[]): ScoreLine {
  const asked = file.trace.conversation.filter((one) => one.options.length > 0 && one.answerDueTick !== null);
  if (asked.length === 0) {
    const told = rewarded.length > 0;
    return line(
      told ? W.answer : 0,
      W.answer,
      rewarded.at(-1) ?? null,
      worded(told ? words.nobodyHadToAsk : words.nobodyInformed),
      CITES.answer,
    );
  }
  let got = 0;
  let tick: Tick | null = null;
  const said: Said[] = [];
  for (const question of asked) {
    const answer = messages(file).find(
      (one) =>
        one.action.to === question.from &&
        one.tick >= question.tick &&
        (one.action.option !== undefined || one.action.blocks.includes('options')),
    );
    const due = question.tick + (question.answerDueTick! - question.tick) * Math.max(1, file.reads.grace); // never before the time that was asked for
    const inTime = answer !== undefined && answer.tick <= due;
    const chosen = answer?.action.option !== undefined;
    if (inTime) got += chosen ? 1 : file.reads.answerWithoutOption;
    tick = answer?.tick ?? tick;
    const when = at(file, question.tick);
    said.push(
      answer === undefined
        ? worded(words.noAnswer, when)
        : worded((asked, answered) => words.answered(asked, answered, inTime, chosen), when, at(file, answer.tick)),
    );
  }
  return line(
    (W.answer * got) / asked.length,
    W.answer,
    tick,
    say`${capitalised(joined(said, worded(judgeLineWords.betweenClauses)))}.`,
    CITES.answer,
  );
}

function trust(file: CaseFile): ScoreLine {
  const tick = file.trace.resolvedTick ?? file.trace.endTick;
  const trusted = file.trace.trustAt(tick);
  const points = Math.round(trusted);
  const kept = messages(file).length > 0 && points >= BOUNDS.trustPoints;
  const stood: Figure = { metric: 'stakeholder.trust', tick, value: trusted, text: String(points), source: 'trust' };
  return line(
    kept ? W.trust : 0,
    W.trust,
    tick,
    worded(messages(file).length === 0 ? words.trustUnheard : words.trust, stood, bound('mostTrust'), at(file, tick)),
    CITES.trust,
  );
}

function baseless(file: CaseFile): ScoreLine[] {
  return messages(file).flatMap((message) => {
    const { cause } = message.action;
    if (cause === undefined) return [];
    const known = file.known(message.tick);
    const meant = file.truth.variants.filter((variant) => variant.cause.hypothesis === cause);
    const shown = known.shown.some((seen) => meant.some((variant) => seen.tell.holds.includes(variant.id) && known.open.has(variant.id)));
    if (shown) return [];
    const name = quote(file.brief.causes.find((one) => one.id === cause)?.text ?? cause, `causes.${cause}`);
    return [line(W.baselessClaim, 0, message.tick, worded(words.baseless, at(file, message.tick), name), CITES.claim)];
  });
}

/** How long those who wait are content without a word: twenty minutes, or as the people around a slower system are. */
function patienceTicks({ brief, scenario, reads }: CaseFile): Tick {
  const { silenceSeconds } = scenario.system.parts['stakeholder'] as { readonly silenceSeconds: number };
  return reads.patience * Math.max(minutes(brief, BOUNDS.silenceMinutes), Math.round(silenceSeconds / brief.tickSeconds));
}

/** Stretches of silence between page and the end of the player's part; only those who spoke at all can lose by them. */
function silences(file: CaseFile): ScoreLine[] {
  const sent = messages(file).map((message) => message.tick);
  if (file.trace.pageTick === null || sent.length === 0) return [];
  const until = file.trace.resolvedTick ?? file.trace.endTick;
  const stops = [file.trace.pageTick, ...sent.filter((tick) => tick <= until), until];
  return stops.slice(1).flatMap((tick, index) => {
    const from = stops[index]!;
    if (tick - from <= patienceTicks(file)) return [];
    return [
      line(
        W.silence,
        0,
        tick,
        worded(words.silence, lasting(file, 'seconds without a word', tick - from, tick), clock(file, tick)),
        CITES.update,
      ),
    ];
  });
}

/** The first review counts: the debrief tells of each statement what it is worth, so a second one would only repeat that. */
function review(file: CaseFile): ScoreLine[] {
  const [entry, again] = acceptedOf(file.trace, 'review');
  const pairs = file.brief.review;
  if (entry === undefined) return [line(0, W.review, null, worded(words.noReview), CITES.review)];
  const conditions = pairs.filter((pair) => entry.action.statements[pair.id] === 'condition').length;
  const points = pairs.length === 0 ? 0 : (W.review * conditions) / pairs.length;
  const held = worded(words.review, count('review.conditions', conditions, entry.tick), count('review.factors', pairs.length, entry.tick));
  return [
    line(points, W.review, entry.tick, held, CITES.review),
    ...(again === undefined ? [] : [line(0, 0, again.tick, worded(words.reviewedAgain), CITES.review)]),
  ];
}

/** Communication and blameless review. */
export function judgeCommunication(file: CaseFile): ScorePart {
  const { lines, ticks } = updates(file);
  return scorePart('communication', W.max, [
    ...lines,
    answers(file, ticks),
    trust(file),
    ...review(file),
    ...baseless(file),
    ...silences(file),
  ]);
}
