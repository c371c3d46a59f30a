import type { ClaimId } from '../../../src/prove/row.ts';
import { SABOTAGE } from './edits.ts';

/** The honest drill's text as the sabotage of one claim leaves it, with a line that says what is wrong with it. */
export function sabotaged(honest: string, claim: ClaimId): string {
  const { says, edit } = SABOTAGE[claim];
  const text = edit(honest)
    .replace(/^# yaml-language-server.*\n/, '')
    .replace('\nid: latency-spike\n', `\nid: sabotage-${claim}\n`);
  return `# Sabotaged on purpose: ${says}. Made by tests/prove/sabotage/write.ts.\n${text}`;
}
