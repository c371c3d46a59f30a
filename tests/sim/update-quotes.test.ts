import { expect, it } from 'vitest';
import { formatValue } from '../../src/domain/metric.ts';
import { createRun, type Run } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';

function paged(drill: string, variant: string): Run {
  const run = createRun(shipped(drill), { seed: '6', variant });
  while (run.observe().pageTick === null) run.advance(run.tick + 1);
  run.dispatch({ type: 'acknowledge' });
  run.dispatch({ type: 'look-dashboard', dashboard: 'business' });
  run.advance(run.tick + 90);
  return run;
}

it('an update quotes what an open dashboard reads now, not what it read when it was opened', () => {
  const run = paged('latency-spike', 'upstream');
  const read = (): string => run.menu().messageBlocks.find(({ id }) => id === 'known')!.text;
  const before = read();
  run.advance(run.tick + 600);
  const after = read();
  console.log(before, after);
  expect(after).not.toBe(before);
  const charts = run.observe().dashboards.flatMap(({ panels }) => panels.flatMap(({ series }) => series));
  const quoted = charts.find(({ metric }) => after.includes(metric.title))!;
  expect(after).toContain(formatValue(quoted.values.at(-1)!, quoted.metric.unit));
});

it('an update does not tell the impact twice: it has a block of its own', () => {
  for (const [drill, variant] of [
    ['latency-spike', 'upstream'],
    ['prediction-drift-alarm', 'config'],
    ['slow-fade', 'channel'],
  ] as const) {
    const known = paged(drill, variant)
      .menu()
      .messageBlocks.find(({ id }) => id === 'known')!.text;
    expect(known, drill).toMatch(/^We (know|have looked at)/);
    expect(known, drill).not.toMatch(/Impact/);
  }
});
