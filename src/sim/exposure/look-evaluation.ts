import type { Reading, TableRow } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
import { evaluationLook as words } from '../../domain/words/look-evaluation.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import { evaluationShares, offlineMetric } from '../../parts/release/gate.ts';
import { worthOf } from '../../parts/release/worth.ts';
import type { LookContent } from '../plant.ts';
import { countedIn, windowTicks } from './windows.ts';
import type { World } from './world.ts';

/** What the candidate was evaluated on against whom it meets, and what it reads on either mix and in every slice. */
export function lookEvaluation(world: World): LookContent {
  const { params, cells } = world.setup;
  const { audience, release } = params;
  const { candidate } = world.state.parts.release;
  const [from, to] = [Math.max(0, world.state.tick - windowTicks(world, params.successes.windowSeconds)), world.state.tick];
  const all = countedIn(world, 'arrivals', from, to, () => true);
  const live = audience.segments.map((_, s) => countedIn(world, 'arrivals', from, to, (cell) => cells.segmentOf[cell] === s) / all);
  const evaluation = evaluationShares(release, audience);
  const [own, stable] = [worthOf(release, audience, candidate), worthOf(release, audience, release.stable)];
  const slice = audience.segments.map((_, s) => own.clicks[s]! / stable.clicks[s]!);
  const [metric, liveMetric] = [offlineMetric(release, audience, candidate, evaluation), offlineMetric(release, audience, candidate, live)];
  const mixGap = Math.max(...live.map((share, s) => Math.abs(share - evaluation[s]!))) * 100;
  const rows = audience.segments.map((segment, s): TableRow => ({
    label: segment.name,
    cells: [evaluation[s]!, live[s]!, slice[s]!],
    marked: slice[s]! < 0.95 || Math.abs(live[s]! - evaluation[s]!) > 0.1,
  }));
  const readings: Reading[] = [
    { key: 'evaluation.mix_gap_pp', label: words.mixGap, value: mixGap, unit: 'percentagePoints', normal: 0 },
    { key: 'evaluation.metric', label: words.metric(candidate), value: metric, unit: 'ratio', normal: 1 },
    { key: 'evaluation.live_metric', label: words.liveMetric, value: liveMetric, unit: 'ratio', normal: 1 },
    { key: 'evaluation.worst_slice', label: words.worstSlice, value: Math.min(...slice), unit: 'ratio', normal: 1 },
  ];
  return {
    title: lookTitles.evaluationSet,
    readings,
    body: {
      kind: 'table',
      columns: [
        { title: words.columns.evaluation, unit: 'share' },
        { title: words.columns.live, unit: 'share' },
        { title: words.columns.against(candidate, release.stable), unit: 'ratio' },
      ],
      rows,
      finding: words.finding(candidate, formatValue(metric, 'ratio'), formatValue(liveMetric, 'ratio')),
    },
  };
} // prettier-ignore
