import { binomialQuantile } from '../../kernel/binomial.ts';
import { keyedDraw } from '../../kernel/streams.ts';
import type { TableRow } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
import { sampleLook as words } from '../../domain/words/look-sample.ts';
import { sampled } from '../information.ts';
import type { LookContent } from '../plant.ts';
import type { World } from './world.ts';

const CHECKED = 40; // cases that people read
const SLIP = 0.05; // of cases on which readers differ anyway

/**
 * People read cases of one segment on the candidate's side, and say in which the stable version does better: what was turned away where
 * answers decide, what was shown where they invite.
 */
export function lookSample(world: World, of: string): LookContent | null {
  const { params, cells, seed } = world.setup;
  const checked = sampled(world, CHECKED);
  const segment = params.audience.segments.findIndex(({ id }) => id === of);
  if (segment < 0) return null;
  const { exposure } = world.rig;
  const invites = params.audience.segments[segment]!.clickRate > 0;
  let [read, better, n] = [0, 0, 0];
  for (let cell = 0; cell < cells.count; cell += 1) {
    if (cells.segmentOf[cell] !== segment || cells.sideOf[cell] !== 1) continue;
    n += exposure.arrivals[cell]!;
    read += exposure.arrivals[cell]! * (invites ? exposure.success[cell - 1]! : 1 - exposure.success[cell]!);
    better += exposure.arrivals[cell]! * Math.max(0, exposure.success[cell - 1]! - exposure.success[cell]!);
  }
  const { name } = params.audience.segments[segment]!;
  const chance = read > 0 ? Math.min(1, SLIP + better / read) : SLIP;
  const changed = n > 0 ? binomialQuantile(keyedDraw(seed, 'successes', `sample ${of}`, world.state.tick, 0), checked, chance) : 0;
  const rows: TableRow[] = [
    { label: words.same, cells: [checked - changed], marked: false },
    { label: words.better, cells: [changed], marked: changed > checked * 0.2 },
  ];
  return {
    title: words.handTitle(checked, name),
    readings: n > 0 ? [
      { key: `sample.changed_share{${of}}`, label: words.betterShare(name), value: changed / checked, unit: 'share', normal: SLIP },
      { key: 'sample.checked', label: words.read, value: checked, unit: 'count' },
    ] : [],
    body: {
      kind: 'table',
      columns: [{ title: words.cases, unit: 'count' }],
      rows: n > 0 ? rows : [],
      finding: n > 0 ? words.handFinding(changed, checked, formatValue(changed / checked, 'share'), params.release.stable) : words.nobody,
    },
  };
} // prettier-ignore
