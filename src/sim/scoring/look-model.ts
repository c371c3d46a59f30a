import type { IntervalRow, Reading, TableRow } from '../../domain/evidence.ts';
import { backtestLook as backtest } from '../../domain/words/look-backtest.ts';
import { evaluationLook } from '../../domain/words/look-evaluation.ts';
import { registryLook as words } from '../../domain/words/look-registry.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import { drawKey } from '../../kernel/streams.ts';
import { drawCounts } from '../../parts/monitors/sample.ts';
import { shareInterval } from '../../parts/monitors/missing.ts';
import { gateWords } from '../../parts/training/gate.ts';
import { championOf, versionOf, type ModelVersion } from '../../parts/training/registry.ts';
import type { LookContent } from '../plant.ts';
import { normalAt } from './noise.ts';
import { holdoutRows } from './rows.ts';
import { dimensionsOf, inSegment, segmentsOf, segmentTitle } from './segments.ts';
import { tablesOf } from './tables.ts';
import { aucOn, pinnedAuc } from './train.ts';
import type { PartStates, Setup } from './world.ts';

const reading = (key: string, label: string, value: number, unit: Reading['unit'] = 'points'): Reading => ({ key, label, value, unit });
const SHOWN = 8; // newest versions of a registry

/** Versions, what each was measured at, and which of them are champion and stable. */
export function registryBody(setup: Setup, parts: PartStates, hour: number): LookContent {
  const { registry, training } = parts;
  const champion = championOf(registry);
  const alias = (version: ModelVersion): string =>
    [
      version.id === registry.champion ? 'champion' : '',
      version.id === registry.stable ? 'stable' : '',
      version.id === registry.fallback ? 'fallback' : '',
    ]
      .filter((name) => name !== '')
      .join(', ') || (version.promoted ? words.wasChampion : words.neverLive);
  const rows = registry.versions.slice(-SHOWN).map((version): TableRow => ({
    label: version.id,
    cells: [
      Math.round((hour - version.trainedHour) / 2.4) / 10,
      version.auc,
      version.rows,
      version.features.length,
      version.artifact.slice(0, 8),
      alias(version),
    ],
    marked: version.id === registry.champion,
  }));
  const { columns } = words;
  const runs = registry.versions.filter(({ trainedHour, promoted }) => trainedHour >= 0 && promoted && hour - trainedHour <= 96).length;
  return {
    title: lookTitles.registry,
    readings: [
      reading('registry.champion_age_days', words.ageDays, (hour - champion.trainedHour) / 24, 'count'),
      reading('registry.champion_auc', words.championAuc, champion.auc),
      reading('registry.stable_auc', words.stableAuc, versionOf(registry, registry.stable).auc),
      reading('registry.promoted_runs', words.promotedRuns, runs, 'count'),
      reading('registry.library_changed', words.libraryChanged, 0, 'count'),
    ],
    body: {
      kind: 'table',
      columns: [
        { title: columns.daysOld, unit: 'count' }, { title: columns.auc, unit: 'points' }, { title: columns.rows, unit: 'count' }, { title: columns.features, unit: 'count' },
        { title: columns.artifact, unit: 'text' }, { title: columns.alias, unit: 'text' },
      ],
      rows,
      finding: words.gate(gateWords(setup.params.training, training.threshold)),
    },
  }; // prettier-ignore
}

/** Versions scored again on the same rows: tonight's, and rows that were set aside while the data was known to be good. */
export function backtestBody(setup: Setup, parts: PartStates, tick: number): LookContent {
  const { params, seed } = setup;
  const { registry, training, pipeline } = parts;
  const key = drawKey(seed, 'scorecard', 'backtest');
  const luck = [0, 1].map((i) => params.training.aucNoiseSd * normalAt(key, tick, i)); // of the rows: the same for every version
  const tonight = holdoutRows(params, parts, tick, params.decisions.batchHour === null ? pipeline.servedHit : pipeline.trainHit);
  const on = (version: ModelVersion): [number, number] => [
    pinnedAuc(params, version) + luck[0]!,
    aucOn(params, parts, version, tonight) + luck[1]!,
  ];
  const shown = [
    ['stable', versionOf(registry, registry.stable)],
    ['champion', championOf(registry)],
    ['candidate', versionOf(registry, training.candidate ?? registry.champion)],
  ] as const;
  const scored = shown.map(([name, version]) => ({ name, version, auc: on(version) }));
  const of = (name: string): [number, number] => scored.find((one) => one.name === name)!.auc;
  return {
    title: lookTitles.backtest,
    readings: [
      ...scored.flatMap(({ name, auc }) => [
        reading(`backtest.${name}_pinned`, backtest.pinned(backtest.names[name]), auc[0]),
        reading(`backtest.${name}_tonight`, backtest.tonight(backtest.names[name]), auc[1]),
      ]),
      reading('backtest.pinned_drop', backtest.pinnedDrop, of('stable')[0] - of('candidate')[0]),
      reading('backtest.stable_drop', backtest.stableDrop, of('stable')[0] - of('stable')[1]),
    ],
    body: {
      kind: 'table',
      columns: [{ title: backtest.columns.version, unit: 'text' }, { title: backtest.columns.pinned, unit: 'points' }, { title: backtest.columns.tonight, unit: 'points' }],
      rows: scored.map(({ name, version, auc }) => ({ label: backtest.names[name], cells: [version.id, auc[0], auc[1]], marked: of('stable')[0] - auc[0] > 0.015 })),
      finding: backtest.finding,
    },
  }; // prettier-ignore
}

/** Shares of each segment among the rows it was evaluated on, against those that come now, of which so many are read. */
export function evaluationBody(setup: Setup, parts: PartStates, tick: number, n: number): LookContent {
  const { params, seed } = setup;
  const { mix } = tablesOf(params);
  const key = drawKey(seed, 'population', 'evaluation');
  const rows: IntervalRow[] = [];
  const readings: Reading[] = [];
  let widest = 0;
  let first = 0;
  for (const dimension of dimensionsOf(params)) {
    const segments = segmentsOf(params, dimension);
    const shares = (from: ArrayLike<number>): number[] =>
      segments.map((segment) => inSegment(params, dimension, segment).reduce((sum, is, g) => sum + (is ? from[g]! : 0), 0));
    const was = shares(mix);
    const counts = drawCounts(key, tick, first, n, shares(parts.population.mix));
    first += segments.length;
    segments.forEach((segment, s) => {
      const live = counts[s]! / n;
      const { low, high } = shareInterval(counts[s]!, n, 1.96);
      rows.push({ label: segmentTitle(params, segment), rows: counts[s]!, estimate: live, low, high, reference: was[s]! });
      readings.push(
        reading(`evaluation.live_share{${segment}}`, evaluationLook.liveShare(segmentTitle(params, segment)), live, 'share'),
        reading(`evaluation.reference_share{${segment}}`, evaluationLook.evaluatedShare(segmentTitle(params, segment)), was[s]!, 'share'),
      );
      widest = Math.max(widest, Math.abs(live - was[s]!));
    });
  }
  return {
    title: lookTitles.evaluation,
    readings: [reading('evaluation.widest_gap', evaluationLook.widestGap, widest, 'share'), ...readings],
    body: { kind: 'intervals', unit: 'share', rows, finding: evaluationLook.rows(n) },
  };
}
