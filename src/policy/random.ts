import type { Action, MessageBlock } from '../domain/action.ts';
import type { Brief, Option } from '../scenario/brief.ts';
import type { Policy, PolicyView } from './policy.ts';

type Draw = () => number;

const pick = <T>(list: readonly T[], draw: Draw): T | undefined => list[Math.floor(draw() * list.length)];
const some = <T>(list: readonly T[], share: number, draw: Draw): T[] => list.filter(() => draw() < share);

/** How often each kind of act is taken, of one hundred; the rest is waiting. */
const MIXTURE = { look: 34, change: 16, message: 8, hypothesis: 6, claim: 2, verify: 5, resolve: 2, call: 3, ask: 6 } as const;
const WAIT_SECONDS = { from: 10, to: 120 } as const;

function look({ menu }: PolicyView, draw: Draw): Action | undefined {
  return pick(
    menu.looks.filter((offer) => offer.refusal === null),
    draw,
  )?.look;
}

function change({ menu }: PolicyView, draw: Draw): Action | undefined {
  return pick(
    menu.changes.filter((preview) => preview.refusal === null),
    draw,
  )?.action;
}

function message({ menu, brief }: PolicyView, draw: Draw): Action | undefined {
  const to = pick(menu.messageTo, draw);
  const blocks = some<MessageBlock>(
    menu.messageBlocks.map((block) => block.id),
    0.5,
    draw,
  );
  const cause = draw() < 0.3 ? pick(brief.causes, draw) : undefined;
  const option =
    draw() < 0.3
      ? pick(
          brief.questions.flatMap((question) => question.options),
          draw,
        )
      : undefined;
  if (to === undefined || blocks.length === 0) return undefined;
  return {
    type: 'message',
    to: to.id,
    blocks,
    ...(option === undefined ? {} : { option: option.id }),
    ...(cause === undefined ? {} : { cause: cause.id }),
  };
}

const evidenceOf = (view: PolicyView, draw: Draw): string[] =>
  some(
    view.observation.evidence.map((one) => one.id),
    0.4,
    draw,
  ).slice(0, 12);

function hypothesis(view: PolicyView, draw: Draw): Action | undefined {
  const cause = pick(view.brief.causes, draw);
  const status = pick(['open', 'supported', 'weakened', 'excluded'] as const, draw);
  if (cause === undefined || status === undefined) return undefined;
  return { type: 'hypothesis', cause: cause.id, status, confidence: Math.floor(draw() * 101), evidence: evidenceOf(view, draw) };
}

function claim(view: PolicyView, draw: Draw): Action | undefined {
  const of = (options: readonly Option[]): string | undefined => pick(options, draw)?.id;
  const { board } = view.brief;
  const [changed, enters, missed] = [of(board.changed), of(board.enters), of(board.missed)];
  if (changed === undefined || enters === undefined || missed === undefined) return undefined;
  return { type: 'claim-cause', changed, enters, missed, confidence: Math.floor(draw() * 101), evidence: evidenceOf(view, draw) };
}

function verify({ menu }: PolicyView, draw: Draw): Action | undefined {
  const metric = pick(menu.verifiable, draw)?.metric;
  return metric === undefined ? undefined : { type: 'verify', metric };
}

function call({ menu }: PolicyView, draw: Draw): Action | undefined {
  const who = pick(
    menu.colleagues.filter((one) => one.refusal === null),
    draw,
  );
  return who === undefined ? undefined : { type: 'escalate', to: who.id };
}

function ask({ menu }: PolicyView, draw: Draw): Action | undefined {
  const offer = pick(
    menu.colleagues.flatMap((one) =>
      one.looks.filter(({ refusal }) => refusal === null).map(({ look: wanted }) => ({ who: one.id, wanted })),
    ),
    draw,
  );
  return offer === undefined ? undefined : { type: 'ask-colleague', who: offer.who, look: offer.wanted };
}

/** Anything at any time, from the page on. */
function anything(view: PolicyView, draw: Draw): Action | undefined {
  const roll = draw() * 100;
  const kinds: readonly [number, () => Action | undefined][] = [
    [MIXTURE.look, () => look(view, draw)],
    [MIXTURE.change, () => change(view, draw)],
    [MIXTURE.message, () => message(view, draw)],
    [MIXTURE.hypothesis, () => hypothesis(view, draw)],
    [MIXTURE.claim, () => claim(view, draw)],
    [MIXTURE.verify, () => verify(view, draw)],
    [MIXTURE.resolve, () => ({ type: 'resolve' })],
    [MIXTURE.call, () => call(view, draw)],
    [MIXTURE.ask, () => ask(view, draw)],
  ];
  let upTo = 0;
  for (const [share, act] of kinds) {
    upTo += share;
    if (roll < upTo) return act();
  }
  return undefined;
}

function picks(brief: Brief, draw: Draw): Action {
  const items: string[] = [];
  let effort = 0;
  for (const item of brief.preventions) {
    if (draw() >= 0.3 || items.length === 3 || effort + item.effort > 10) continue;
    items.push(item.id);
    effort += item.effort;
  }
  return { type: 'pick-preventions', items };
}

const review = (brief: Brief, draw: Draw): Action => ({
  type: 'review',
  statements: Object.fromEntries(brief.review.map((pair) => [pair.id, draw() < 0.5 ? ('person' as const) : ('condition' as const)])),
});

/** Presses buttons: what luck alone scores. */
export const random: Policy = {
  id: 'random',
  begin: ({ brief, draw }) => {
    let acknowledged = false;
    let afterwards = 0;
    return (view) => {
      const { observation } = view;
      const wait = { wait: (WAIT_SECONDS.from + draw() * (WAIT_SECONDS.to - WAIT_SECONDS.from)) / brief.tickSeconds };
      if (observation.over) {
        afterwards += 1;
        return afterwards === 1 ? { act: picks(brief, draw) } : afterwards === 2 ? { act: review(brief, draw) } : wait;
      }
      if (observation.pageTick === null) return wait;
      if (!acknowledged && draw() < 0.5) {
        acknowledged = true;
        return { act: { type: 'acknowledge' } };
      }
      const act = anything(view, draw);
      return act === undefined ? wait : { act };
    };
  },
};
