import type { Tick } from '../domain/time.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { RecordFile, RunRecord } from './record.ts';
import { playRecord } from './run.ts';

export interface Verification {
  readonly verified: boolean;
  readonly finalHash: string; // of the replay
  readonly divergedAt?: { readonly tick: Tick; readonly part: string }; // first 60-tick window, and the part that differs there
}

type Claimed = RecordFile | { readonly record: RunRecord; readonly finalHash: string };

/**
 * Plays a record again and compares. A record file has hashes on the way, so the first window and part that differ can be
 * named; a link has its final hash only.
 */
export function verify(scenario: Scenario, claimed: Claimed): Verification {
  const record = 'record' in claimed ? claimed.record : claimed;
  const trace = playRecord(scenario, record).trace();
  const verified = trace.finalHash === claimed.finalHash;
  if ('hashes' in claimed) {
    for (const window of claimed.hashes) {
      const own = trace.hashes.find((candidate) => candidate.tick === window.tick);
      const part = Object.keys({ ...own?.parts, ...window.parts }).find((name) => own?.parts[name] !== window.parts[name]);
      if (part !== undefined) return { verified: false, finalHash: trace.finalHash, divergedAt: { tick: window.tick, part } };
    }
  }
  return verified
    ? { verified, finalHash: trace.finalHash }
    : { verified, finalHash: trace.finalHash, divergedAt: { tick: trace.endTick, part: 'final state' } };
}

/** A finished run as a record file. */
export function recordFileOf(
  record: RunRecord,
  trace: {
    readonly hashes: RecordFile['hashes'] | readonly { readonly tick: number; readonly parts: Readonly<Record<string, string>> }[];
    readonly finalHash: string;
  },
): RecordFile {
  return { ...record, finalHash: trace.finalHash, hashes: trace.hashes.map(({ tick, parts }) => ({ tick, parts: { ...parts } })) };
}
