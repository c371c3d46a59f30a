import type { Tick } from '../domain/time.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { RecordFile, RunRecord } from './record.ts';
import { ENGINE } from './engine.ts';
import { playRecord, type Run } from './run.ts';

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
  const again = playRecord(scenario, record, { windowHashes: 'hashes' in claimed, checkpoints: false });
  const finalHash = again.finalHash();
  if ('hashes' in claimed) {
    for (const window of claimed.hashes) {
      const own = again.windowHashes().find((candidate) => candidate.tick === window.tick);
      const part = Object.keys({ ...own?.parts, ...window.parts }).find((name) => own?.parts[name] !== window.parts[name]);
      if (part !== undefined) return { verified: false, finalHash, divergedAt: { tick: window.tick, part } };
    }
  }
  return finalHash === claimed.finalHash
    ? { verified: true, finalHash }
    : { verified: false, finalHash, divergedAt: { tick: again.tick, part: 'final state' } };
}

/** What a record says that it was played on, and is not what is here. */
export interface PlayedElsewhere {
  readonly engine: boolean;
  readonly content: boolean; // of the scenario
}

/** Where a record was played, by its own word: a run may repeat all the same. */
export const playedElsewhere = ({ contentHash }: Scenario, record: RunRecord): PlayedElsewhere => ({
  engine: record.engine !== ENGINE,
  content: record.contentHash !== contentHash,
});

/** A finished run as a record file: played once more, with a hash a part on the way. */
export function recordFileOf(run: Run): RecordFile {
  const record = run.record();
  const again = playRecord(run.scenario, record, { windowHashes: true, checkpoints: false });
  return { ...record, finalHash: run.finalHash(), hashes: again.windowHashes().map(({ tick, parts }) => ({ tick, parts: { ...parts } })) };
}
