import type { RunTrace, TraceEntry } from './trace.ts';

/** What came of watching a metric; null where the drill ended before the answer, and for entries that watch none. */
export function answerTo({ verified }: Pick<RunTrace, 'verified'>, { action, tick }: TraceEntry): RunTrace['verified'][number] | null {
  if (action.type !== 'verify') return null;
  return verified.find((answer) => answer.metric === action.metric && answer.tick > tick) ?? null;
}
