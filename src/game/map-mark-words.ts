import { formatValue } from '../domain/metric.ts';
import { duration } from '../domain/time.ts';
import type { MapMark } from './map-marks.ts';
import { roundUp } from './map-scale.ts';

const HOUR_MS = 3_600_000;
const DELAY_STEPS_H = [1, 2, 6, 12, 24, 48, 120, 240, 720];
const MOST_LATE = 12;
const MOST_COINS = 12;

/** Euro a minute that one coin stands for: round, and so that at most a dozen are drawn. */
export const coinEur = (eurPerMinute: number): number => roundUp(eurPerMinute / MOST_COINS);

/** Time that one dot of a label line stands for. */
export const lateStepMs = (delayMs: number): number =>
  (DELAY_STEPS_H.find((hours) => delayMs / (hours * HOUR_MS) <= MOST_LATE) ?? 2160) * HOUR_MS;

const percent = (share: number): string => formatValue(share, 'share');
const calls = (count: number): string => count.toFixed(count < 1.1 ? 2 : 1);

/** What a mark says beside its drawing, the scale last where it counts something. */
export function markLabel(mark: MapMark): readonly string[] {
  switch (mark.kind) {
    case 'echoes':
      return [`${calls(mark.callsPerRequest)} calls a request`, 'small rings: repeats'];
    case 'dropped':
      return [`${percent(mark.share)} dropped`, 'one ring: 1 %'];
    case 'hollow':
      return [`${percent(mark.share)} of ${mark.of} missing`];
    case 'gauge':
      return [`${mark.was} / ${mark.now}`, mark.fields.length === 0 ? 'no field differs' : `differs: ${mark.fields.join(', ')}`];
    case 'drift':
      return [`${mark.of}: PSI ${mark.psi.toFixed(2)}`, mark.shape === null ? 'bar: 0 to 1' : 'dashed: reference'];
    case 'skew':
      return [`${mark.of}: ×${mark.factor.toFixed(2)}`, 'serving against training'];
    case 'late':
      return [`arrives in ${duration(mark.delayMs / 1000)}`, `one ring: ${duration(lateStepMs(mark.delayMs) / 1000)}`];
    case 'branch':
      return [`${mark.version}: ${percent(mark.share)} of traffic`];
    case 'twin':
      return [`${mark.version}: ${percent(mark.share)}`, `of ten dots; rest on ${mark.other}`];
    case 'shadow':
      return [`${mark.version} in shadow`, 'reaches nobody'];
    case 'coins':
      return [`${formatValue(mark.eurPerMinute, 'eurPerMinute')}`, `one tick: €${coinEur(mark.eurPerMinute)}`];
    case 'cache':
      return [`cache answers ${percent(mark.hitShare)}`, `normal ${percent(mark.normal)}; of ten`];
    case 'platform':
      return [`${mark.replicas} of ${mark.normal} pods${mark.warming === null ? '' : `, more ${percent(mark.warming)} of the way`}`];
    case 'flag':
      return [mark.deploys === 1 ? '1 deploy' : `${mark.deploys} deploys`];
    case 'rows':
      return [`${formatValue(Math.round(mark.rowsPerDay), 'count')} rows a day`];
  }
}

const WHAT: Readonly<Record<MapMark['kind'], string>> = {
  echoes: 'Repeated calls',
  dropped: 'Requests that get no score',
  hollow: 'Missing values',
  gauge: 'Schema version changed',
  drift: 'Drift',
  skew: 'Serving against training',
  late: 'Labels',
  branch: 'Branch of a new version',
  twin: 'Two versions beside each other',
  shadow: 'Version in shadow',
  coins: 'Extra cost',
  cache: 'Cache',
  platform: 'Pods ready',
  flag: 'Deployed here',
  rows: 'Rows',
};

/** A mark in one sentence, with the line or station that it is on. */
export function markSentence(mark: MapMark, placeName: string): string {
  if (mark.kind === 'flag') return `${WHAT.flag}, ${placeName}: ${markLabel(mark)[0] ?? ''}, the latest “${mark.text}”`;
  if (mark.kind === 'dropped') return `${mark.of}, ${placeName}: ${percent(mark.share)}`;
  return `${WHAT[mark.kind]}, ${placeName}: ${markLabel(mark).join('; ')}`;
}
