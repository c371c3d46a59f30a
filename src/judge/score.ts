import { termsAtEnd } from '../run/record.ts';
import type { RunTrace } from '../run/trace.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openCase } from './case-file.ts';
import { judgeCause } from './cause.ts';
import { judgeCommunication } from './communication.ts';
import { judgeDetection } from './detection.ts';
import { judgeEvidence } from './evidence-first.ts';
import { judgeFix } from './fix.ts';
import { judgeMitigation } from './mitigation.ts';
import { provePreventions, type ProvenPreventions } from './prevention.ts';
import { judgePrevention } from './prevention-score.ts';
import { scoreCard, type ScoreCard } from './score-card.ts';

/** The response score of a finished run, and the re-runs that prove its preventions. */
export function scoreAndProof(
  scenario: Scenario,
  trace: RunTrace,
): { readonly score: ScoreCard; readonly proven: ProvenPreventions | null } {
  const file = openCase(scenario, trace);
  const proven = provePreventions(scenario, trace);
  const parts = [
    judgeDetection(file),
    judgeEvidence(file),
    judgeCause(file),
    judgeMitigation(file),
    judgeFix(file, proven),
    judgePrevention(file, proven),
    judgeCommunication(file),
  ];
  return { score: scoreCard(parts, termsAtEnd(trace.record).strictness), proven };
}

/**
 * The response score of a finished run: seven parts, each line with the tick that decided it and what it rests on.
 * @throws when the trace belongs to another scenario
 */
export const scoreRun = (scenario: Scenario, trace: RunTrace): ScoreCard => scoreAndProof(scenario, trace).score;
