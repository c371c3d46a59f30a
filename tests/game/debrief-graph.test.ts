import { describe, expect, it } from 'vitest';
import { seenGraph } from '../../src/game/debrief-graph.ts';

const clock = { startClock: '01:40:00', tickSeconds: 10 };
const frame = { width: 968, height: 300, left: 60, right: 76, top: 26, bottom: 36, from: 0, to: 20 };
const gap = { title: 'Gap', unit: 'count', low: -0.3, high: 0.3, typical: 0, ticks: [0, 10, 20] } as const;

describe('the graph of what was seen', () => {
  it.each([
    [[0, -0.9, -0.2], 'Gap fell from 0, its normal, to −0.9'],
    [[0, 0.9, 0.2], 'Gap rose from 0, its normal, to 0.9'],
    [[0.1, -0.2, 4], 'Gap rose from 0, its normal, to 4'],
  ] as const)('draws %j inside its frame, below 0 too, and says which way it went', (values, words) => {
    const graph = seenGraph(clock, { ...gap, values }, [], frame);
    expect(graph.summary).toContain(words);
    const heights = [...graph.lines[0]!.path.matchAll(/[ML][\d.]+ ([\d.-]+)/g)].map((match) => Number(match[1]));
    expect(heights).toHaveLength(3);
    for (const y of [...heights, ...graph.yTicks.map((step) => step.y)]) {
      expect(y).toBeGreaterThanOrEqual(frame.top - 1e-9);
      expect(y).toBeLessThanOrEqual(frame.height - frame.bottom + 1e-9);
    }
    expect(graph.yTicks.length).toBeLessThanOrEqual(5);
    expect(new Set(graph.yTicks.map((step) => step.text)).size).toBe(graph.yTicks.length);
  });

  it('has a plain 0 on its axis, as the charts of a drill have', () => {
    const { yTicks } = seenGraph(clock, { ...gap, unit: 'share', values: [0.02, 0.03, 0.02] }, [], frame);
    expect(yTicks.map(({ text }) => text)).toContain('0');
  });

  it('says where the metric stood when monitoring last had it', () => {
    const graph = seenGraph(clock, { ...gap, values: [0, 0.9, NaN] }, [], frame);
    expect(graph.summary).toMatch(/and stood at 0\.9\d? at 01:41\.$/);
    expect(seenGraph(clock, { ...gap, values: [NaN, NaN, NaN] }, [], frame).summary).toContain('stood at no data at 01:43');
  });

  it('says from when to when the metric was back in its normal range, the longest time if there are several', () => {
    const told = (values: readonly number[]): string =>
      seenGraph(clock, { ...gap, ticks: values.map((_, i) => i), values: [...values] }, [], { ...frame, to: values.length - 1 }).summary;
    expect(told([0, 2, 2, 0.1, 0.1, 0.1, 2])).toBe(
      'Gap rose from 0, its normal, to 2 at 01:40, was back within its normal range from 01:40 to 01:41, and stood at 2 at 01:41.',
    );
    expect(told([0, 2, 0.1, 2, 0.1, 0.1, 0.1, 0.1])).toContain(', was back within its normal range from 01:40 on, and stood at 0.1');
    for (const never of [
      [0, 2, 2, 2],
      [0, 0.1, 0.2, 0.1],
    ])
      expect(told(never)).not.toContain('back');
    const long = [0, ...Array<number>(30).fill(2), 0.1, ...Array<number>(30).fill(2)];
    expect(told(long)).not.toContain('back');
  });

  it('names the day below a graph of some hours of a drill of days, once', () => {
    const days = { startClock: '10:00:00', tickSeconds: 300 };
    const texts = seenGraph(days, { ...gap, ticks: [180, 240], values: [0, 1] }, [], { ...frame, from: 180, to: 240 }).xTicks.map(
      ({ text }) => text,
    );
    expect(texts[0]).toBe('day 2, 01:00');
    expect(texts.slice(1).every((text) => /^\d\d:\d\d$/.test(text))).toBe(true);
  });

  it('names days alone on the axis of a drill of weeks', () => {
    const graph = seenGraph({ startClock: '00:00:00', tickSeconds: 3600 }, { ...gap, ticks: [0, 900], values: [0, 1] }, [], {
      ...frame,
      to: 1000,
    });
    for (const { text } of graph.xTicks) expect(text).toMatch(/^day \d+$/);
  });
});
