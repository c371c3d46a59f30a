import { atClock } from '../domain/at-clock.ts';
import { pacedText, pacedTitle } from '../domain/impact-rate.ts';
import type { MetricInfo, Unit } from '../domain/metric.ts';
import { storyClock, duration, type Tick } from '../domain/time.ts';
import type { Evidence } from '../domain/evidence.ts';
import { clockWords } from '../domain/words/clock.ts';
import { judgeLineWords as words } from '../domain/words/judge-lines.ts';
import type { CaseFile } from './case-file.ts';
import { changeSaid } from './change-words.ts';
import type { JudgedChange } from './changes.ts';
import type { Figure, FigureSource } from './figure.ts';
import type { SeenTell } from './knowledge.ts';
import { metricOf } from './recovery.ts';
import { numbered, quote, say, worded, type Said } from './said.ts';
import { BOUNDS } from './weights.ts';

const clockText = ({ brief }: CaseFile, tick: Tick): string => storyClock(brief.startClock, tick, brief.tickSeconds);

/** A moment as it is written, with its clock and its day as figures. */
const moment = (text: string, tick: Tick): Said =>
  numbered(text, /\d[\d:]*/g, (number): Figure => {
    const isClock = number.includes(':');
    return { metric: isClock ? 'clock' : 'day', tick, value: isClock ? tick : Number(number), text: number, source: 'clock' };
  });

/** "02:12:30", "day 91 at 09:00" */
export const clock = (file: CaseFile, tick: Tick): Said => moment(clockWords.inSentence(clockText(file, tick)), tick);

/** "at 02:12:30", "on day 91 at 09:00" */
export const at = (file: CaseFile, tick: Tick): Said => moment(atClock(clockText(file, tick)), tick);

/** "Scaled to 16 replicas at 02:12:30" */
export const doneAt = (file: CaseFile, { change, entry }: JudgedChange): Said =>
  worded(words.doneAt, changeSaid(change, file.brief, entry.tick).done, at(file, entry.tick));

/** How long something took: "1 min 20 s". @param metric what did @param tick when it ended */
export function lasting({ brief }: CaseFile, metric: string, ticks: number, tick: Tick): Figure {
  const seconds = ticks * brief.tickSeconds;
  return { metric, tick, value: seconds, text: duration(seconds), source: 'duration' };
}

/** "1 min 20 s after the page" */
export function afterPage(file: CaseFile, tick: Tick): Said {
  const page = file.trace.pageTick;
  return tick === page
    ? worded(words.withPage)
    : worded(words.afterPage, lasting(file, 'seconds since the page', tick - (page ?? 0), tick));
}

/** How many of something there are. @param metric of what @param tick when they were counted */
export const count = (metric: string, value: number, tick: Tick): Figure => ({ metric, tick, value, text: String(value), source: 'count' });

/** A bound of the rules. */
export const bound = (name: keyof typeof BOUNDS): Figure => ({
  metric: name,
  tick: null,
  value: BOUNDS[name],
  text: String(BOUNDS[name]),
  source: 'bound',
});

/** A value with its unit, money at the pace of the drill, and where it comes from; words where there was no data. */
export function valued(
  { brief }: CaseFile,
  source: FigureSource,
  metric: string,
  tick: Tick,
  value: number,
  unit: Unit,
  evidence: { readonly evidence?: string } = {},
): Figure | Said {
  return Number.isFinite(value)
    ? { metric, tick, value, text: pacedText(value, unit, brief.tickSeconds), source, ...evidence }
    : worded(words.noData);
}

/** A series' name as dashboards show it. */
export const titleOf = ({ brief }: CaseFile, info: MetricInfo): Said =>
  quote(pacedTitle(info.title, brief.tickSeconds), `metrics.${info.key}.title`);

/** "2.0 s", of a series that monitoring keeps. */
export const reading = (file: CaseFile, info: MetricInfo, tick: Tick): Figure | Said =>
  valued(file, 'series', info.key, tick, file.trace.metric(info.key, tick), info.unit);

/** "p95 latency 2.0 s at 02:04:30", of a series that monitoring keeps. */
export function metricAt(file: CaseFile, key: string, tick: Tick): Said {
  const info = metricOf(file.trace, key);
  return info === undefined
    ? quote(key, 'verify.metric')
    : worded(words.metricAt, titleOf(file, info), reading(file, info, tick), at(file, tick));
}

/** "E3" */
export const idOf = ({ id, tick }: Evidence): Figure => ({
  metric: id,
  tick,
  value: Number(id.slice(1)),
  text: id,
  source: 'evidence-id',
  evidence: id,
});

/** "E3 showed feature fetch p95 1.8 s at 02:06:00" */
export function seenText(file: CaseFile, { evidence, tell, tick, value }: SeenTell): Said {
  const found = evidence.readings.find((one) => one.key === tell.reading);
  if (found === undefined) return say`${idOf(evidence)}`;
  const label = quote(pacedTitle(found.label, file.brief.tickSeconds), `readings.${found.key}.label`);
  const shown = valued(file, 'evidence', found.key, tick, value, found.unit, { evidence: evidence.id });
  return worded(words.showed, idOf(evidence), label, shown, at(file, tick));
}
