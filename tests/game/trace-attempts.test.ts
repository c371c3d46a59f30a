import { expect, it } from 'vitest';
import { evidenceOf, lookedAtAll } from './all-looks.ts';

it.each(['1', '2', '3'])('a trace numbers the attempts of each lookup for itself, never beyond those that are set (seed %s)', (seed) => {
  const run = lookedAtAll('latency-spike', seed, 'upstream');
  run.dispatch({ type: 'look-trace', pick: 'slow' });
  run.advance(run.busyUntil());
  const notes = evidenceOf(run)
    .flatMap(({ body }) => (body.kind === 'trace' ? body.spans : []))
    .flatMap(({ note }) => note ?? []);
  const attempts = notes.flatMap((note) => /attempt (\d+), cut/.exec(note)?.[1] ?? []).map(Number);
  expect(attempts.length).toBeGreaterThan(3);
  expect(Math.max(...attempts)).toBe(3);
  expect(notes.some((note) => note.startsWith('lookup 2, attempt 1'))).toBe(true);
});
