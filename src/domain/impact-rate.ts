import type { AlertView, Evidence, EvidenceBody, Reading, SeriesView } from './evidence.ts';
import { formatValue, type MetricInfo, type Unit } from './metric.ts';
import { roughly } from './rough.ts';
import { impactWords } from './words/impact.ts';

type RateUnit = 'eurPerMinute' | 'eurPerHour' | 'eurPerDay';

const MINUTES: Readonly<Record<RateUnit, number>> = { eurPerMinute: 1, eurPerHour: 60, eurPerDay: 1440 };
const TITLES: Readonly<Record<RateUnit, string>> = {
  eurPerMinute: impactWords.perMinute,
  eurPerHour: impactWords.perHour,
  eurPerDay: impactWords.perDay,
};

/** Money is counted a minute; a drill that runs for days or months tells it an hour or a day. */
const unitAt = (tickSeconds: number): RateUnit => (tickSeconds >= 3600 ? 'eurPerDay' : tickSeconds >= 60 ? 'eurPerHour' : 'eurPerMinute');

/** The rate of a guess, to one digit at the drill's pace. */
export function roughImpactRate(eurPerMinute: number, tickSeconds: number): string {
  const unit = unitAt(tickSeconds);
  return formatValue(roughly(eurPerMinute * MINUTES[unit]), unit);
}

/** "€241/min", or "€3,200/day" in a drill whose ticks are hours. */
export function impactRate(eurPerMinute: number, tickSeconds: number): string {
  const unit = unitAt(tickSeconds);
  return formatValue(eurPerMinute * MINUTES[unit], unit);
}

const isRate = (unit: Unit): boolean => unit === 'eurPerMinute';

/** A value as people read it: money a minute at the drill's pace, all else as it is. */
export const pacedText = (value: number, unit: Unit, tickSeconds: number): string =>
  isRate(unit) ? impactRate(value, tickSeconds) : formatValue(value, unit);

const titled = (title: string, unit: RateUnit): string => (title === TITLES.eurPerMinute ? TITLES[unit] : title);

export function pacedMetric(metric: MetricInfo, tickSeconds: number): MetricInfo {
  const unit = unitAt(tickSeconds);
  if (!isRate(metric.unit) || unit === 'eurPerMinute') return metric;
  const { low, high, typical } = metric.normal;
  const times = MINUTES[unit];
  return { ...metric, unit, title: titled(metric.title, unit), normal: { low: low * times, high: high * times, typical: typical * times } };
}

/** What was measured a minute, as figures of the drill's pace; everything else as it is. */
export function pacedReading(reading: Reading, tickSeconds: number): Reading {
  const unit = unitAt(tickSeconds);
  if (!isRate(reading.unit) || unit === 'eurPerMinute') return reading;
  const { label, value, normal } = reading;
  const times = MINUTES[unit];
  return {
    ...reading,
    unit,
    label: titled(label, unit),
    value: value * times,
    ...(normal === undefined ? {} : { normal: normal * times }),
  };
}

export function pacedSeries(series: SeriesView, tickSeconds: number): SeriesView {
  const metric = pacedMetric(series.metric, tickSeconds);
  if (metric === series.metric) return series;
  const times = MINUTES[unitAt(tickSeconds)];
  return { ...series, metric, values: series.values.map((value) => value * times) };
}

/** Words that name the figure, where they do. */
export const pacedTitle = (title: string, tickSeconds: number): string => titled(title, unitAt(tickSeconds));

export function pacedAlert(alert: AlertView, tickSeconds: number): AlertView {
  const unit = unitAt(tickSeconds);
  if (!isRate(alert.unit) || unit === 'eurPerMinute') return alert;
  return { ...alert, unit, value: alert.value * MINUTES[unit], threshold: alert.threshold * MINUTES[unit] };
}

function pacedBody(body: EvidenceBody, tickSeconds: number): EvidenceBody {
  if (body.kind !== 'alerts') return body;
  const alerts = body.alerts.map((alert) => pacedAlert(alert, tickSeconds));
  return alerts.every((alert, i) => alert === body.alerts[i]) ? body : { ...body, alerts };
}

export function pacedEvidence(evidence: Evidence, tickSeconds: number): Evidence {
  const readings = evidence.readings.map((reading) => pacedReading(reading, tickSeconds));
  const body = pacedBody(evidence.body, tickSeconds);
  return body === evidence.body && readings.every((reading, i) => reading === evidence.readings[i])
    ? evidence
    : { ...evidence, readings, body };
}
