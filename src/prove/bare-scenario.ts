import { createRun } from '../run/run.ts';
import { Cursor } from '../scenario/cursor.ts';
import { tickLengthIssues } from '../scenario/lint-clock.ts';
import { alertIds } from '../scenario/lint-tells.ts';
import { colleaguesOf } from '../scenario/colleagues.ts';
import { MOST_TICKS } from '../scenario/schema-fields.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { System } from '../scenario/system.ts';
import { seal, type Truth, type Variant } from '../scenario/truth.ts';

const TICK_SECONDS = [300, 60, 10, 3600, 1]; // the first that the system can be played by
const DAY = 86_400;
const MINUTE = 60;

/** When a system that nobody has touched has something to show: soon where requests come by the second, else once labels are there. */
function settledTick({ plant, parts }: System, tickSeconds: number): number {
  const labels = new Cursor(parts).get('labels').get('delayHours').number() ?? 0;
  const seconds = plant === 'serving' ? 15 * MINUTE : plant === 'exposure' ? DAY : 14 * DAY + labels * 3600;
  return Math.min(MOST_TICKS - 1000, Math.round(seconds / tickSeconds));
}

/** The variant in which nothing is wrong. */
export const HEALTHY: Variant = {
  id: 'healthy',
  title: '',
  says: '',
  faults: [],
  signature: null,
  system: {},
  history: [],
  cause: { changed: '', enters: '', missed: '', hypothesis: '' },
  tells: [],
  recommended: { withoutCause: [], mitigate: [], fix: [], leaveAlone: null },
  harmful: [],
  preventionEffects: {},
};

/**
 * A scenario in which nothing happens on a system, so that it can be looked at by itself.
 * @throws when no world can be made of the system
 */
export function bareScenario(system: System): Scenario {
  const { id, title, says, stations, lines, routes } = system;
  const tickSeconds = TICK_SECONDS.find((seconds) => tickLengthIssues(new Cursor(seconds), system).length === 0) ?? 1;
  const pageTick = settledTick(system, tickSeconds);
  const truth: Truth = { variants: [HEALTHY], tells: [], redHerrings: [], onset: { tick: 1, jitter: 0 }, pageTick, moments: [], bands: [] };
  const of = (metric: string): Scenario => ({
    brief: {
      id,
      title,
      family: '',
      systemId: id,
      system: { id, title, says, stations, lines, routes, colleagues: colleaguesOf(system) },
      skill: '',
      difficulty: 1,
      minutes: 1,
      startClock: '00:00:00',
      tickSeconds,
      ticks: MOST_TICKS,
      recovery: { metric, withinSeconds: 1, holdSeconds: 1, leftShare: 1, impactLeftShare: 1, lateSeconds: 0 },
      pager: { text: '', alert: alertIds(system)[0] ?? '', metric },
      intro: [],
      board: { changed: [], enters: [], missed: [] },
      causes: [],
      stakeholders: [],
      questions: [],
      preventions: [],
      review: [],
      story: [],
      floorEur: 1,
    },
    system,
    sealed: seal(truth),
    contentHash: '',
  });
  const [first] = createRun(of(''), { seed: '1', checkpoints: false }).monitoring().gauges;
  return of(first?.metric.key ?? '');
}
