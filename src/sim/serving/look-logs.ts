import type { EvidenceBody, LogLine, Reading } from '../../domain/evidence.ts';
import { logLook } from '../../domain/words/look-logs.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import { keyedDraw } from '../../kernel/streams.ts';
import { countedLines, sampled } from '../information.ts';
import { FAMILIES } from './log-families.ts';
import type { World } from './world.ts';

const WINDOW_SECONDS = 600;
const SAMPLE = 60; // lines shown at most for one family

/** Log lines of a station over the last ten minutes: a sample, with the counts of each family. */
export function logsBody(world: World, station: string): { title: string; readings: Reading[]; body: EvidenceBody } {
  const { setup, state } = world;
  const to = state.tick;
  const from = Math.max(0, to - Math.round(WINDOW_SECONDS / setup.scenario.brief.tickSeconds));
  const lines: LogLine[] = [];
  const readings: Reading[] = [];
  const most = sampled(world, SAMPLE);
  for (const family of FAMILIES) {
    if (family.station !== station) continue;
    const count = countedLines(world, family.slug, Math.max(0, Math.round(family.count(world, from, to))));
    readings.push({ key: `logs.${family.slug}.count`, label: logLook.linesInTenMinutes(family.slug), value: count, unit: 'count' });
    const shown = Math.min(most, count);
    for (let i = 0; i < shown; i++) {
      const draw = (k: number): number => keyedDraw(setup.seed, 'logs', family.slug, to, i * 4 + k);
      lines.push({
        tick: from + Math.floor(draw(0) * (to - from)),
        level: family.level,
        station,
        pod: `${station}-${Math.floor(draw(1) * 6)}`,
        text: family.text(draw(2), draw(3)),
      });
    }
  }
  lines.sort((a, b) => a.tick - b.tick);
  const name = setup.system.stations.find((candidate) => candidate.id === station)?.name ?? station;
  return {
    title: lookTitles.logs(name),
    readings,
    body: { kind: 'logs', lines, sampled: logLook.sampleOfTenMinutes(most) },
  };
}
