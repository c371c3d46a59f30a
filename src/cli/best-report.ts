import type { Action } from '../domain/action.ts';
import { atClock } from '../domain/at-clock.ts';
import { formatValue } from '../domain/metric.ts';
import { storyClock, duration, type Tick } from '../domain/time.ts';
import type { BestReport } from '../judge/best/report.ts';
import { MOST_SIMULATIONS } from '../judge/best/search.ts';
import { changeText } from '../judge/change-words.ts';
import { isChange } from '../domain/action.ts';
import { encodeLink } from '../run/link.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';

const cents = (value: number): number => Number(value.toFixed(2)) + 0; // no −0

const saidOf = (action: Action, brief: Brief): string => (isChange(action) ? changeText(action, brief) : 'take the latest change back');

/** A line found as `best --json` prints it: euro to the cent; `log` is what `run --log` takes. */
export function bestJson(scenario: Scenario, report: BestReport) {
  const { record, acts, atTick, fromTick, pageTick } = report;
  const { brief } = scenario;
  return {
    scenario: report.scenario,
    seed: report.seed,
    variant: report.variant,
    preventions: record.preventions,
    atTick,
    fromTick,
    pageTick,
    line: acts.map(({ tick, action, effectTick }) => ({
      tick,
      secondsAfterPage: (tick - (pageTick ?? tick)) * brief.tickSeconds,
      effectTick,
      action,
      says: saidOf(action, brief),
    })),
    bestEur: cents(report.bestEur),
    playedEur: cents(report.playedEur),
    recommendedEur: cents(report.recommendedEur),
    nothingEur: cents(report.nothingEur),
    simulations: report.simulations,
    mostSimulations: MOST_SIMULATIONS,
    finalHash: report.finalHash,
    log: { actions: record.log },
    link: encodeLink(record, report.finalHash),
  };
}

/** From when on the line could begin, and why not sooner. */
function startText({ atTick, fromTick, pageTick, isOver }: BestReport, clock: (tick: Tick) => string): string {
  if (pageTick === null) return 'Nothing pages in this run, so nobody is there to act.';
  if (isOver) return `The incident was over ${atClock(clock(atTick))}: nothing could be done any more.`;
  if (fromTick > atTick)
    return `From the page ${atClock(clock(fromTick))} on, because ${atClock(clock(atTick))} nobody had been paged yet.`;
  return `From ${clock(fromTick)} on.`;
}

function lineText(scenario: Scenario, { acts, pageTick, isOver }: BestReport, clock: (tick: Tick) => string): readonly string[] {
  const { brief } = scenario;
  if (acts.length === 0) return isOver || pageTick === null ? [] : ['  Nothing that was tried is cheaper than doing nothing more.'];
  const since = (tick: Tick, from: Tick): string => duration((tick - from) * brief.tickSeconds);
  return acts.map(({ tick, action, effectTick }) => {
    const effect = effectTick > tick ? `  (takes effect after ${since(effectTick, tick)})` : '';
    return `  ${clock(tick)}  ${since(tick, pageTick ?? tick).padStart(9)} after the page  ${saidOf(action, brief)}${effect}`;
  });
}

/** A line found in words: what to do when, what it costs beside the other ways on, and a link that plays it. */
export function bestText(scenario: Scenario, report: BestReport): string {
  const { brief } = scenario;
  const clock = (tick: Tick): string => storyClock(brief.startClock, tick, brief.tickSeconds);
  const costs: readonly (readonly [number, string])[] = [
    [report.bestEur, 'by this line, found with hindsight'],
    [report.playedEur, 'as it was played'],
    [report.recommendedEur, 'if the recommended response had taken over, with the looks that it still owed'],
    [report.nothingEur, 'if nothing more had been done'],
  ];
  const euro = costs.map(([value]) => formatValue(value, 'eur'));
  const width = Math.max(...euro.map((text) => text.length));
  return [
    `${brief.title}, seed ${report.seed}: ${report.variant}`,
    startText(report, clock),
    '',
    ...lineText(scenario, report, clock),
    '',
    'The incident would have cost',
    ...costs.map(([, what], i) => `  ${euro[i]!.padStart(width)}  ${what}`),
    '',
    `Cheapest of ${report.simulations} simulations (at most ${MOST_SIMULATIONS}); a cheaper line may exist.`,
    `Plays it: replay ${encodeLink(report.record, report.finalHash)}`,
    '',
  ].join('\n');
}
