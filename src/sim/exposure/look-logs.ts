import type { LogLine, Reading } from '../../domain/evidence.ts';
import { duration } from '../../domain/time.ts';
import { logLook } from '../../domain/words/look-logs.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import { keyedDraw } from '../../kernel/streams.ts';
import type { LookContent } from '../plant.ts';
import { FAMILIES } from './log-families.ts';
import { countedLines, sampled } from '../information.ts';
import type { World } from './world.ts';

const WINDOW_SECONDS = 600;
const SAMPLE = 40; // lines shown at most for one family

/** Log lines of a station over the last ten minutes: a sample, with the counts of each family. */
export function lookLogs(world: World, station: string): LookContent | null {
  const { setup, state } = world;
  const at = setup.system.stations.find((one) => one.id === station);
  if (at === undefined) return null;
  const { tickSeconds } = setup.scenario.brief;
  const to = state.tick;
  const from = Math.max(0, to - Math.max(1, Math.round(WINDOW_SECONDS / tickSeconds)));
  const lines: LogLine[] = [];
  const readings: Reading[] = [];
  const most = sampled(world, SAMPLE);
  for (const family of FAMILIES) {
    if (family.part !== at.part) continue;
    const count = countedLines(world, family.slug, Math.max(0, Math.round(family.count(world, from, to))));
    readings.push({ key: `logs.${family.slug}.count`, label: logLook.lines(family.slug), value: count, unit: 'count' });
    for (let i = 0; i < Math.min(most, count); i += 1) {
      const draw = (k: number): number => keyedDraw(setup.seed, 'logs', family.slug, to, i * 4 + k);
      lines.push({ tick: from + Math.floor(draw(0) * (to - from)), level: family.level, station, text: family.text(draw(2), draw(3)) });
    }
  }
  lines.sort((a, b) => a.tick - b.tick);
  return {
    title: lookTitles.logs(at.name),
    readings,
    body: {
      kind: 'logs',
      lines,
      sampled: logLook.sample(most, duration((to - from) * tickSeconds)),
    },
  };
}
