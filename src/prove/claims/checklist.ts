import { BARS } from '../bars.ts';
import { each, scoreMean, type Nights } from '../nights.ts';
import { rowOf, worst, type ClaimRow } from '../row.ts';

/** A checklist is worth something, and not enough. */
export function checklist(scenario: string, nights: Nights): ClaimRow {
  const bars = BARS.checklist;
  const runbook = each(nights.variants, (variant) => scoreMean(nights, variant, 'runbook'));
  const ahead = each(nights.variants, (variant) => scoreMean(nights, variant, 'investigator') - scoreMean(nights, variant, 'runbook'));
  return rowOf(scenario, 'checklist', [
    worst('runbook', 'points', 'at least', bars.atLeast, runbook),
    worst('runbook', 'points', 'at most', bars.atMost, runbook),
    worst('investigator ahead of the runbook', 'points', 'at least', bars.belowInvestigator, ahead),
  ]);
}
