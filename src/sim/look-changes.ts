import { CALENDAR_KINDS, type ChangeEntry, type Reading } from '../domain/evidence.ts';
import { duration } from '../domain/time.ts';
import { changeLook as words } from '../domain/words/look-changes.ts';
import { lookTitles } from '../domain/words/looks.ts';
import type { LookContent, World } from './plant.ts';

const HOUR_SECONDS = 3600;
const RECENT_TICKS = 72; // on slow systems "lately" is longer than an hour
const CALENDAR_SECONDS = 30 * 86_400; // of the past that a calendar shows

const ofCalendar = ({ kind }: ChangeEntry): boolean => (CALENDAR_KINDS as readonly string[]).includes(kind);

/** The variant's history and what red herrings add to it, with what lies ahead. */
function written({ setup }: World): ChangeEntry[] {
  const herrings = setup.truth.redHerrings.flatMap(({ id, shows }) => (shows !== null && setup.herrings.has(id) ? [shows] : []));
  return [...setup.variant.history, ...herrings];
}

/** Everything that was changed before now: the history, what happened since, what the player did. Oldest first. */
export function knownChanges(world: World): ChangeEntry[] {
  const past = written(world).filter((entry) => entry.tick <= world.state.tick && !ofCalendar(entry) && entry.kind !== 'message');
  return [...past, ...world.ledger.happened].sort((a, b) => a.tick - b.tick);
}

export function changesBody(world: World): LookContent {
  const entries = knownChanges(world);
  const { tick } = world.state;
  const { tickSeconds } = world.setup.scenario.brief;
  const window = Math.max(HOUR_SECONDS, RECENT_TICKS * tickSeconds);
  const lately = window === HOUR_SECONDS ? words.lately.hour : duration(window);
  const recent = (kind: ChangeEntry['kind']): number =>
    entries.filter((entry) => entry.kind === kind && (tick - entry.tick) * tickSeconds <= window).length;
  const latest = entries.findLast((entry) => entry.kind === 'model-deploy');
  const readings: Reading[] = [
    { key: 'changes.model_deploy.count', label: words.modelDeploys(lately), value: recent('model-deploy'), unit: 'count' },
    { key: 'changes.config.count', label: words.configChanges(lately), value: recent('config'), unit: 'count' },
    { key: 'changes.data.count', label: words.dataChanges(lately), value: recent('data'), unit: 'count' },
  ];
  if (latest !== undefined)
    readings.push({
      key: 'changes.model_deploy.minutes_ago',
      label: words.minutesSince,
      value: Math.round(((tick - latest.tick) * tickSeconds) / 60),
      unit: 'count',
    });
  return { title: lookTitles.changes, readings, body: { kind: 'changes', entries } };
}

/** Campaigns, app releases, experiments and holidays around now, with what this system lays over its own curve. */
export function calendarBody(world: World): LookContent {
  const { tick } = world.state;
  const { tickSeconds } = world.setup.scenario.brief;
  const entries = written(world)
    .filter((entry) => ofCalendar(entry) && (tick - entry.tick) * tickSeconds <= CALENDAR_SECONDS)
    .sort((a, b) => a.tick - b.tick);
  const overlay = world.setup.plant.overlay(world);
  const readings = CALENDAR_KINDS.map((kind): Reading => ({
    key: `calendar.${kind}.count`,
    label: words.calendar[kind],
    value: entries.filter((entry) => entry.kind === kind && entry.tick <= tick).length,
    unit: 'count',
  }));
  return {
    title: lookTitles.calendar,
    readings: [...readings, ...overlay.readings],
    body: { kind: 'calendar', entries, overlay: overlay.series },
  };
}

/** What other teams wrote, up to now. */
export function messagesBody(world: World): LookContent {
  const entries = written(world)
    .filter((entry) => entry.kind === 'message' && entry.tick <= world.state.tick)
    .sort((a, b) => a.tick - b.tick);
  const reading: Reading = { key: 'messages.count', label: words.messages, value: entries.length, unit: 'count' };
  return { title: lookTitles.messages, readings: [reading], body: { kind: 'messages', entries } };
}
