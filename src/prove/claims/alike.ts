import type { Scenario } from '../../scenario/scenario.ts';
import { alikeOf, type Page } from '../alike.ts';
import { BARS } from '../bars.ts';
import { rowOf, worst, type ClaimRow } from '../row.ts';

/** The page does not give the variant away. @param fit,test pages of two sets of seeds */
export function alike(scenario: Scenario, fit: readonly Page[], test: readonly Page[]): ClaimRow {
  const { named, worstSigmas, healthyWithin, unpaged } = alikeOf(scenario, fit, test);
  const all = (value: number): [{ where: string; value: number }] => [{ where: '', value }];
  return rowOf(scenario.brief.id, 'alike', [
    worst('seeds in which the page names the variant', 'share', 'at most', BARS.alike.namedAtMost, all(named)),
    worst('pager metric before the page, apart by', 'sigma', 'at most', BARS.alike.sigmasAtMost, [
      { where: unpaged.length > 0 ? `${unpaged.join(', ')} never pages` : '', value: worstSigmas },
    ]),
    worst('healthy scrapes within ±10 %', 'share', 'at least', BARS.alike.healthyAtLeast, all(healthyWithin)),
  ]);
}
