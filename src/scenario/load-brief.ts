import { LEFT_SHARE } from '../domain/departure.ts';
import { paceOf } from '../domain/time.ts';
import type { Brief, Option } from './brief.ts';
import { colleaguesOf } from './colleagues.ts';
import type { ScenarioFile } from './schema-scenario.ts';
import type { System } from './system.ts';
import { BEATS } from './words.ts';

/** In alphabetical order, so that where an option stands tells nothing: authors write what belongs to one variant in the same place. */
const options = (map: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(map)
    .map(([id, text]) => ({ id, text }))
    .sort((a, b) => (a.text.toLowerCase() < b.text.toLowerCase() ? -1 : 1));

const seconds = (clock: string): string => (clock.length === 5 ? `${clock}:00` : clock);

const IMPACT_LEFT_SHARE = 0.4;
const RECOVERY_MINUTES = { within: 8, hold: 5 }; // hold: longer than a cache that was filled on start lives

/** What a scenario says of recovery; where it says nothing, the pager's metric within a few minutes, or ticks of a slow drill. */
function recoveryOf({ recovery, pager, clock }: ScenarioFile): Brief['recovery'] {
  if (recovery !== undefined)
    return {
      metric: recovery.metric,
      withinSeconds: recovery.within,
      holdSeconds: recovery.hold,
      leftShare: recovery.left ?? LEFT_SHARE,
      impactLeftShare: recovery.impactLeft ?? IMPACT_LEFT_SHARE,
      lateSeconds: recovery.late ?? 0,
    };
  const minute = 60 * paceOf(clock.tickSeconds);
  return {
    metric: pager.metric,
    withinSeconds: RECOVERY_MINUTES.within * minute,
    holdSeconds: RECOVERY_MINUTES.hold * minute,
    leftShare: LEFT_SHARE,
    impactLeftShare: IMPACT_LEFT_SHARE,
    lateSeconds: 0,
  };
}

/** The public half of a checked scenario. */
export function buildBrief(file: ScenarioFile, system: System): Brief {
  return {
    id: file.id,
    title: file.title,
    family: file.family,
    systemId: system.id,
    system: {
      id: system.id,
      title: system.title,
      says: system.says,
      stations: system.stations,
      lines: system.lines,
      routes: system.routes,
      colleagues: colleaguesOf(system),
    },
    skill: file.skill,
    difficulty: file.difficulty,
    minutes: file.minutes,
    startClock: seconds(file.clock.start),
    tickSeconds: file.clock.tickSeconds,
    ticks: file.clock.ticks,
    pager: file.pager,
    recovery: recoveryOf(file),
    intro: file.intro,
    board: { changed: options(file.board.changed), enters: options(file.board.enters), missed: options(file.board.missed) },
    causes: options(file.causes),
    stakeholders: Object.entries(file.stakeholders).map(([id, name]) => ({ id, name })),
    questions: Object.entries(file.questions).map(([id, question]) => ({
      id,
      from: question.from,
      text: question.text,
      options: Object.entries(question.options).map(([option, { text, tradeOff }]) => ({ id: option, text, tradeOff })),
    })),
    preventions: Object.entries(file.preventions).map(([id, { title, effort, says, set, cites }]) => ({
      id,
      title,
      effort,
      says,
      set,
      cites,
    })),
    review: Object.entries(file.review).map(([id, pair]) => ({ id, ...pair })),
    story: BEATS.map((beat) => ({ beat, ...file.story[beat] })),
    floorEur: file.floorEur,
  };
}
