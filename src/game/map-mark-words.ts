import { formatValue } from '../domain/metric.ts';
import { duration } from '../domain/time.ts';
import type { MapMark } from './map-marks.ts';
import { psiBand } from './psi-band.ts';
import { figure } from './words/format.ts';
import { markWords } from './words/map-marks.ts';

const HOUR_MS = 3_600_000;
const DELAY_STEPS_H = [1, 2, 6, 12, 24, 48, 120, 240, 720];
const MOST_LATE = 12;

/** Time that one dot of a label line stands for. */
export const lateStepMs = (delayMs: number): number =>
  (DELAY_STEPS_H.find((hours) => delayMs / (hours * HOUR_MS) <= MOST_LATE) ?? 2160) * HOUR_MS;

const percent = (share: number): string => formatValue(share, 'share');
const calls = (count: number): string => figure(count, count < 1.1 ? 2 : 1);

/** What a mark says beside its drawing, the scale last where it counts something. */
export function markLabel(mark: MapMark): readonly string[] {
  switch (mark.kind) {
    case 'echoes':
      return [markWords.calls(calls(mark.callsPerRequest)), markWords.ringRepeats];
    case 'dropped':
      return [markWords.dropped(percent(mark.share)), markWords.ringPercent];
    case 'refused':
      return [markWords.refused(percent(mark.share)), markWords.ringTurned];
    case 'hollow':
      return [markWords.missing(percent(mark.share), mark.of)];
    case 'gauge':
      return [markWords.versions(mark.was, mark.now), mark.fields.length === 0 ? markWords.noField : markWords.fields(mark.fields)];
    case 'drift':
      return [
        markWords.drift[psiBand(mark.psi)](mark.of, formatValue(mark.psi, 'count')),
        mark.shape === null ? markWords.barScale : markWords.dashed,
      ];
    case 'skew':
      return [markWords.skew(mark.of, figure(mark.factor, 2)), markWords.skewed];
    case 'late':
      return [markWords.arrives(duration(mark.delayMs / 1000)), markWords.ringTime(duration(lateStepMs(mark.delayMs) / 1000))];
    case 'branch':
      return [markWords.branch(mark.version, percent(mark.share))];
    case 'twin':
      return [markWords.twin(mark.version, percent(mark.share)), markWords.twinRest(mark.other, mark.share)];
    case 'shadow':
      return [markWords.shadow(mark.version), markWords.nobody];
    case 'coins':
      return [markWords.loses(formatValue(mark.eur, mark.unit)), markWords.tickEur(figure(mark.each, mark.each < 1 ? 2 : 0))];
    case 'cache':
      return [markWords.cache(percent(mark.hitShare)), markWords.cacheNormal(percent(mark.normal))];
    case 'platform':
      return [
        markWords.pods(mark.replicas, mark.normal),
        ...(mark.warming === null ? [] : [markWords.warming(Math.round(mark.warming * 100))]),
      ];
    case 'flag':
      return [markWords.deploys(mark.deploys)];
    case 'rows':
      return [markWords.rows(formatValue(Math.round(mark.rowsPerDay), 'count'))];
  }
}

const WHAT: Readonly<Record<MapMark['kind'], string>> = markWords.what;

/** A mark in one sentence, with the line or station that it is on. */
export function markSentence(mark: MapMark, placeName: string): string {
  if (mark.kind === 'flag') return markWords.flagSentence(WHAT.flag, placeName, markWords.deploys(mark.deploys), mark.text);
  if (mark.kind === 'dropped') return markWords.sentence(mark.of, placeName, percent(mark.share));
  return markWords.sentence(WHAT[mark.kind], placeName, markLabel(mark).join('; '));
}
