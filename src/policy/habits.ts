import { isLook, type Action, type DashboardId, type Look, type MessageBlock } from '../domain/action.ts';
import { departureOf, edgeOf } from '../domain/departure.ts';
import type { MetricInfo } from '../domain/metric.ts';
import type { SeriesView } from '../domain/evidence.ts';
import type { LookOffer, Observation, StakeholderLine } from '../domain/observation.ts';
import { sameLook } from '../domain/same-look.ts';
import { paceOf, scrapeTicks, type Tick } from '../domain/time.ts';
import type { Decision, PolicyView } from './policy.ts';

/** What every ordered player does alike: waiting for scrapes, updates in a rhythm, answering, watching a metric come back. */
export const ticksOf = (view: PolicyView, seconds: number): number =>
  Math.max(1, Math.round((seconds * paceOf(view.brief.tickSeconds)) / view.brief.tickSeconds));

const LONG_TICKS = 1000;
const ROUND_SCRAPES = 6;
const ALMOST_ALL = 0.15; // of the worst departure may be left: less than counts as recovered, so that verifying succeeds; late labels move in steps

/** Whether what is left after the page goes on for weeks, at a tick of an hour or so: then nobody looks at every scrape. */
export const goesOnForWeeks = ({ brief, observation }: PolicyView): boolean =>
  paceOf(brief.tickSeconds) > 1 && brief.ticks - (observation.pageTick ?? 0) > LONG_TICKS;

/** Until the page, looking up at every scrape. */
export function untilPaged(view: PolicyView): Decision {
  const every = scrapeTicks(view.brief.tickSeconds);
  return { wait: every - (view.observation.tick % every), untilPagedEvery: every };
}

/** Until the next scrape; in a drill that goes on for weeks, until the next round. */
export function untilScrape(view: PolicyView): Decision {
  const scrape = scrapeTicks(view.brief.tickSeconds);
  const step = goesOnForWeeks(view) ? ROUND_SCRAPES * scrape : scrape;
  return { wait: step - (view.observation.tick % step) };
}

export const opened = (observation: Observation, look: Look): boolean => observation.evidence.some((one) => sameLook(one.look, look));

/** A look that the menu offers now and that has not been made; null otherwise. */
export function offered(view: PolicyView, look: Look): Action | null {
  if (opened(view.observation, look)) return null;
  const offer: LookOffer | undefined = view.menu.looks.find((one) => one.refusal === null && sameLook(one.look, look));
  return offer !== undefined && isLook(offer.look) ? offer.look : null;
}

export const dashboard = (id: DashboardId): Look => ({ type: 'look-dashboard', dashboard: id });

/** The dashboard that shows the metric which paged, where the menu offers it and it was not opened. */
export function pagerDashboard(view: PolicyView): Action | null {
  const offer = view.menu.looks.find((one) => one.showsPager && one.refusal === null && !opened(view.observation, one.look));
  return offer === undefined ? null : offer.look;
}

/** The series by which recovery is seen: that which the drill names, once a dashboard that shows it is open; until then the pager's. */
export function recoverySeries({ observation, brief }: PolicyView): SeriesView {
  const { metric } = brief.recovery;
  if (observation.pager.metric.key === metric) return observation.pager;
  const panels = observation.dashboards.flatMap((dashboard) => dashboard.panels);
  return panels.flatMap((panel) => panel.series).find((series) => series.metric.key === metric) ?? observation.pager;
}

/** The departure from typical up to which what shows recovery is back: its normal band, or a little of its worst departure so far. */
export function backWithin({ brief: { recovery } }: PolicyView, metric: MetricInfo, worstDeparture: number): number {
  const inSteps = metric.key === recovery.metric && recovery.lateSeconds > 0;
  return Math.max(edgeOf(metric), (inSteps ? recovery.leftShare : ALMOST_ALL) * worstDeparture);
}

/**
 * Tells whether what shows recovery is back, as often as it is asked in one episode: of what it has read before, it keeps the worst.
 */
export function backWatch(): (view: PolicyView) => boolean {
  let of = ''; // key of the metric whose rows were read
  let rows = 0;
  let worst = 0;
  return (view) => {
    const { metric, values } = recoverySeries(view);
    if (metric.key !== of || values.length < rows) {
      of = metric.key;
      rows = 0;
      worst = 0;
    }
    for (; rows < values.length; rows += 1) {
      const departure = departureOf(metric, values[rows]!);
      if (departure > worst) worst = departure; // never so for NaN
    }
    const last = values.findLast((value) => Number.isFinite(value));
    return last !== undefined && departureOf(metric, last) <= backWithin(view, metric, worst);
  };
}

/** Whether what shows recovery is back. */
export const isBack = (view: PolicyView): boolean => backWatch()(view);

const FULL: readonly MessageBlock[] = ['users-see', 'impact', 'known', 'next-step', 'next-update'];

const lastWord = (observation: Observation): Tick | null => observation.conversation.findLast((one) => one.from === 'you')?.tick ?? null;

/** A question that waits for the player's answer, if any. */
export function unanswered(observation: Observation): StakeholderLine | null {
  const last = observation.conversation.findLast(
    (one) => one.from === 'you' || (one.options.length > 0 && one.answerDueTick !== null), // lines stand in order: a word of ours answers all before it
  );
  return last === undefined || last.from === 'you' || lastWord(observation) === last.tick ? null : last;
}

/** A full update to those concerned, when one is due; `option` answers an open question. */
export function update(view: PolicyView, everySeconds: number, cause?: string): Action | null {
  const { observation, menu } = view;
  const question = unanswered(observation);
  const to = question?.from ?? menu.messageTo[0]?.id;
  if (to === undefined || observation.pageTick === null) return null;
  const last = lastWord(observation);
  if (question === null && last !== null && observation.tick - last < ticksOf(view, everySeconds)) return null;
  const option = question?.options.at(-1)?.id;
  const blocks: MessageBlock[] = question === null ? [...FULL] : [...FULL, 'options'];
  return { type: 'message', to, blocks, ...(option === undefined ? {} : { option }), ...(cause === undefined ? {} : { cause }) };
}
