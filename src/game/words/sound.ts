import { inLanguage } from '../../domain/words/language.ts';

const en = {
  pager: (clock: string) => `[pager] ${clock}`,
  alert: (clock: string) => `[one note: alert] ${clock}`,
  writes: (who: string, clock: string) => `[two notes: ${who} writes] ${clock}`,
  recovered: (clock: string) => `[two rising notes: recovered] ${clock}`,
  notRecovered: (clock: string) => `[one low note: not recovered] ${clock}`,
  inEffect: (clock: string) => `[two plucks: a change takes effect] ${clock}`,
  returned: (clock: string) => `[tick: a look is back] ${clock}`,
  done: (clock: string) => `[tick: done] ${clock}`,
  refused: (clock: string) => `[low tick: not done] ${clock}`,
  bands: ['bright', 'softer', 'dull', 'muffled'], // of plucks, by how late a line is
  plucks: (band: string, from: string, to: string, latency: string) => `[plucks ${band}: ${from} to ${to}, ${latency}]`,
  errors: (share: string) => `[thud: errors ${share}]`,
  noises: ['gone', 'low', 'loud', 'roaring'], // of a queue, by how many wait
  queue: (noise: string) => `[queue noise ${noise}]`,
  queueAt: (noise: string, station: string, waiting: string) => `[queue noise ${noise}: ${station}, ${waiting} queued]`,
};

/** What sounds, in words. */
export const soundWords = inLanguage({ en });
