import type { LineView, Observation } from '../../domain/observation.ts';
import { formatValue } from '../../domain/metric.ts';
import { soundWords } from '../words/sound.ts';
import { LINE_VOICES_HZ, THUNK, note } from './figures.ts';
import type { Hum, Note } from './score.ts';

/** What the system sounds like, from figures that were looked at: nothing is heard of what was not. */
export interface Flow {
  readonly each: Readonly<Record<string, number>>; // arrivals for one pluck, by line; fixed when it is first heard
  readonly owed: Readonly<Record<string, number>>; // share of the next pluck that has arrived
  readonly bands: Readonly<Record<string, number>>; // how dull each line last was
  readonly thunk: number; // share of the next thunk
  readonly hum: number; // band of the queue
}

export const SILENT_FLOW: Flow = { each: {}, owed: {}, bands: {}, thunk: 0, hum: 0 };
export const NO_HUM: Hum = { loud: 0, cutoffHz: 300 };

const PLUCK_S = 1.6; // of the player's time between two plucks of a line, when it is first heard
const MOST_LINES = 4;
const BRIGHT_HZ = 6000; // of a line at its normal latency
const DULL_HZ = 300;
const DULLNESS = [1.5, 3, 6] as const; // × normal latency
const QUEUES = [10, 100, 1000] as const; // waiting
const ERRORS_FROM = 0.005; // share below which errors are silent
const THUNKS_PER_SHARE = 8; // a second: one in 1.25 s at a tenth of all requests
const MOST_THUNKS = 0.8; // a second
const ERROR_KEY = /(5xx|error|unscored)\w*_share$/;

/** 1, 2 or 5 times a power of ten, at least `value`: arrivals are counted in numbers that can be said. */
export function roundUp(value: number): number {
  let ten = 1;
  while (ten * 10 <= value) ten *= 10;
  return ([1, 2, 5, 10] as const).map((times) => times * ten).find((candidate) => candidate >= value) ?? ten * 10;
}

/** Filter of a line's pluck: it falls as latency rises. */
export const cutoffOf = (line: Pick<LineView, 'latencyMs' | 'normalLatencyMs'>): number =>
  Math.min(BRIGHT_HZ, Math.max(DULL_HZ, (BRIGHT_HZ * line.normalLatencyMs) / Math.max(1, line.latencyMs ?? line.normalLatencyMs)));

const bandOf = (value: number, steps: readonly number[]): number => steps.filter((step) => value >= step).length;

const audible = (observation: Observation): readonly LineView[] =>
  observation.lines
    .filter((line) => (line.ratePerSecond ?? 0) > 0 && line.latencyMs !== null && line.kind !== 'label')
    .slice(0, MOST_LINES);

export function errorShare(observation: Observation): number {
  const shares = observation.dashboards
    .flatMap((view) => view.panels.flatMap((panel) => panel.series))
    .filter(({ metric }) => ERROR_KEY.test(metric.key))
    .map(({ values }) => values.at(-1) ?? 0);
  return Math.max(0, ...shares.filter(Number.isFinite));
}

export const humOf = (queued: number): Hum =>
  queued < QUEUES[0] ? NO_HUM : { loud: Math.min(1, (String(Math.round(queued)).length - 1) / 4), cutoffHz: Math.min(1200, 200 + queued) };

export interface Passing {
  readonly observation: Observation;
  readonly simulatedSeconds: number; // since the last call; 0 while time stands still
  readonly speed: number; // ticks of the player's second over those at 1×
  readonly secondsAtOne: number; // simulated, in a second of the player's at 1×
}

export interface Ambience {
  readonly flow: Flow;
  readonly notes: readonly Note[];
  readonly hum: Hum;
  readonly captions: readonly string[];
}

const nameOf = (observation: Observation, id: string): string => observation.stations.find((station) => station.id === id)?.name ?? id;

/** Plucks of arrivals, thunks of errors and the noise of queues for a stretch of time that has passed. */
export function ambience(before: Flow, passing: Passing): Ambience {
  const { observation, simulatedSeconds, speed, secondsAtOne } = passing;
  const notes: Note[] = [];
  const captions: string[] = [];
  const each = { ...before.each };
  const owed = { ...before.owed };
  const bands = { ...before.bands };
  const lines = audible(observation);
  lines.forEach((line, voice) => {
    const rate = line.ratePerSecond!;
    const per = (each[line.id] ??= roundUp(rate * secondsAtOne * PLUCK_S));
    const due = (owed[line.id] ?? 0) + (rate * simulatedSeconds) / (per * speed);
    owed[line.id] = due % 1;
    if (due >= 1)
      notes.push(note('ambience', 'pluck', LINE_VOICES_HZ[voice % LINE_VOICES_HZ.length]!, voice * 25, 260, 0.6, cutoffOf(line)));
    const band = bandOf(line.latencyMs! / line.normalLatencyMs, DULLNESS);
    if (bands[line.id] !== undefined && bands[line.id] === band) return;
    if (bands[line.id] !== undefined || band > 0)
      captions.push(
        soundWords.plucks(
          soundWords.bands[band]!,
          nameOf(observation, line.from),
          nameOf(observation, line.to),
          formatValue(line.latencyMs!, 'ms'),
        ),
      );
    bands[line.id] = band;
  });
  const share = errorShare(observation);
  const seconds = secondsAtOne * speed === 0 ? 0 : simulatedSeconds / (secondsAtOne * speed);
  const thunk = share < ERRORS_FROM ? 0 : before.thunk + Math.min(MOST_THUNKS, share * THUNKS_PER_SHARE) * seconds;
  if (thunk >= 1) {
    notes.push(THUNK);
    captions.push(soundWords.errors(formatValue(share, 'share')));
  }
  const waits = observation.lines.filter((line) => (line.queued ?? 0) > 0);
  const queued = waits.reduce((sum, line) => sum + line.queued!, 0);
  const hum = bandOf(queued, QUEUES);
  if (hum !== before.hum) {
    const noise = soundWords.noises[hum]!;
    captions.push(
      waits[0] === undefined
        ? soundWords.queue(noise)
        : soundWords.queueAt(noise, nameOf(observation, waits[0].to), formatValue(Math.round(queued), 'count')),
    );
  }
  return { flow: { each, owed, bands, thunk: thunk % 1, hum }, notes, hum: simulatedSeconds > 0 ? humOf(queued) : NO_HUM, captions };
}
