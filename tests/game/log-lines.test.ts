import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../src/domain/evidence.ts';
import { PAGE_LINES, shownLines } from '../../src/game/log-lines.ts';

const MANY = 10_000;
const BUDGET_MS = 50; // half of what an input may take: the other half is for drawing one page

const lines: readonly LogLine[] = Array.from({ length: MANY }, (_, i) => ({
  tick: i,
  level: i % 50 === 0 ? 'ERROR' : i % 9 === 0 ? 'WARN' : 'INFO',
  station: 'gateway',
  pod: `gateway-${i % 6}`,
  text: `POST /score ${i % 50 === 0 ? 503 : 200} merchant m-${(i * 7919).toString(16)} after ${i % 3000} ms`,
}));

/** The middle of several tries, ms of this process's computing time: other programs do not count. */
function millisecondsOf(work: () => unknown): number {
  const times = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return times[4]!;
}

describe('ten thousand log lines', () => {
  it('are filtered while someone types, letter by letter, and by level', () => {
    const typed = 'merchant m-1f';
    const times = [...typed].map((_, i) => millisecondsOf(() => shownLines(lines, typed.slice(0, i + 1), 'all')));
    const byLevel = millisecondsOf(() => shownLines(lines, '', 'WARN'));
    const slowest = Math.max(...times, byLevel);
    console.info(`${MANY} lines: a letter ${Math.max(...times).toFixed(1)} ms at most, a level ${byLevel.toFixed(1)} ms`);
    expect(slowest).toBeLessThan(BUDGET_MS);
  });

  it('are found by text, pod, station and level', () => {
    expect(shownLines(lines, '', 'all')).toHaveLength(MANY);
    expect(shownLines(lines, '', 'ERROR')).toHaveLength(MANY / 50);
    expect(shownLines(lines, ' GATEWAY-3 ', 'all').every(({ pod }) => pod === 'gateway-3')).toBe(true);
    expect(shownLines(lines, 'score 503', 'WARN')).toHaveLength(MANY / 50);
    expect(shownLines(lines, 'no such words', 'all')).toEqual([]);
  });

  it('are drawn a page at a time', () => expect(PAGE_LINES).toBeLessThanOrEqual(200));
});
