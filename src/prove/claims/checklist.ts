import { BARS } from '../bars.ts';
import { each, scoreMean, type Nights } from '../nights.ts';
import { mean, rowOf, worst, type ClaimRow } from '../row.ts';

/** A checklist is worth something over all causes that it may meet, and not enough for any of them. */
export function checklist(scenario: string, nights: Nights): ClaimRow {
  const bars = BARS.checklist;
  const runbook = each(nights.variants, (variant) => scoreMean(nights, variant, 'runbook'));
  const ahead = each(nights.variants, (variant) => scoreMean(nights, variant, 'investigator') - scoreMean(nights, variant, 'runbook'));
  return rowOf(scenario, 'checklist', [
    worst('runbook, mean of the variants', 'points', 'at least', bars.atLeast, [
      { where: '', value: mean(runbook.map(({ value }) => value)) },
    ]),
    worst('runbook', 'points', 'at most', bars.atMost, runbook),
    worst('investigator ahead of the runbook', 'points', 'at least', bars.belowInvestigator, ahead),
  ]);
}
