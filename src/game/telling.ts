import type { Evidence, Reading } from '../domain/evidence.ts';
import { formatValue } from '../domain/metric.ts';
import type { Observation } from '../domain/observation.ts';
import { oddness } from '../domain/oddness.ts';
import { bandsIn } from './bearing.ts';
import { listed } from './words/format.ts';
import { evidenceWords } from './words/evidence-panel.ts';

const MOST = 4; // figures in a few words

const figureOf = ({ value, unit, normal }: Reading): string =>
  `${formatValue(value, unit)} ${normal === undefined ? '' : formatValue(normal, unit)}`;

/** Quantiles of one figure are one thing to tell: "gateway.latency_ms" of "gateway.latency_p95_ms". */
const stemOf = (key: string): string => key.replace(/_p\d+(?=_|\{|$)/, '');

const isLogCount = ({ key, unit }: Reading): boolean => unit === 'count' && key.startsWith('logs.');

/** How much a figure tells: its distance from normal on its own scale; of log lines, where nobody knows how many are usual, how many there are. */
function tells(reading: Reading, observation: Observation): number {
  if (isLogCount(reading)) return reading.value;
  const band = bandsIn(observation)(reading.key);
  const usual = band === undefined ? reading.normal : undefined;
  return oddness(usual === undefined ? { value: reading.value } : { value: reading.value, normal: usual }, band);
}

/** The readings that are out of the ordinary, those furthest from it first; of quantiles of one figure the one furthest, and what reads the same is told once. */
export function tellingReadings({ readings }: Pick<Evidence, 'readings'>, observation: Observation): readonly Reading[] {
  const told = readings.map((reading) => ({ reading, tells: tells(reading, observation) })).filter((each) => each.tells > 0);
  const heard = new Set<string>();
  return told
    .sort((a, b) => b.tells - a.tells)
    .flatMap(({ reading }) => {
      const same = isLogCount(reading) ? [reading.key] : [stemOf(reading.key), figureOf(reading)];
      if (same.some((each) => heard.has(each))) return [];
      for (const each of same) heard.add(each);
      return [reading];
    });
}

const said = ({ label, value, unit, normal }: Reading): string =>
  evidenceWords.reading(label, formatValue(value, unit), normal === undefined ? null : formatValue(normal, unit));

/** What a piece of evidence says, in a few words: which alerts are up, which lines were written, which figures lie furthest from normal. */
export function inShort(evidence: Evidence, observation: Observation): string {
  const { body, readings } = evidence;
  if (body.kind === 'alerts') {
    const up = body.alerts.filter(({ state }) => state === 'firing' || state === 'pending');
    return up.length === 0 ? evidenceWords.noneUp : listed(up.map(({ text, state }) => evidenceWords.alertUp(text, state === 'firing')));
  }
  const telling = tellingReadings(evidence, observation);
  if (telling.length > 0) return telling.slice(0, MOST).map(said).join('; ');
  if (readings.length > 0 && readings.every(isLogCount))
    return evidenceWords.noLines(
      listed(
        readings.map(({ label }) => label),
        'or',
      ),
    );
  return readings
    .slice(0, MOST - 1)
    .map(said)
    .join('; ');
}
