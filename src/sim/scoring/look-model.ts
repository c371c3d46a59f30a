import type { IntervalRow, Reading, TableRow } from '../../domain/evidence.ts';
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
      .join(', ') || (version.promoted ? 'was champion' : 'never live');
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
  const runs = registry.versions.filter(({ trainedHour, promoted }) => trainedHour >= 0 && promoted && hour - trainedHour <= 96).length;
  return {
    title: 'Registry and model cards',
    readings: [
      reading('registry.champion_age_days', 'Champion: days since it was trained', (hour - champion.trainedHour) / 24, 'count'),
      reading('registry.champion_auc', 'Champion: AUC as its run measured it', champion.auc),
      reading('registry.stable_auc', 'Last stable version: AUC as its run measured it', versionOf(registry, registry.stable).auc),
      reading('registry.promoted_runs', 'Runs of the last four days that went live', runs, 'count'),
      reading('registry.library_changed', 'Training libraries that changed', 0, 'count'),
    ],
    body: {
      kind: 'table',
      columns: [
        { title: 'Days old', unit: 'count' }, { title: 'AUC', unit: 'points' }, { title: 'Rows', unit: 'count' }, { title: 'Features', unit: 'count' },
        { title: 'Artifact', unit: 'text' }, { title: 'Alias', unit: 'text' },
      ],
      rows,
      finding: `A candidate goes live with ${gateWords(setup.params.training, training.threshold)}.`,
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
    title: 'Versions scored again on the same rows',
    readings: [
      ...scored.flatMap(({ name, auc }) => [
        reading(`backtest.${name}_pinned`, `${name} on pinned clean rows`, auc[0]),
        reading(`backtest.${name}_tonight`, `${name} on tonight's rows`, auc[1]),
      ]),
      reading('backtest.pinned_drop', 'What the candidate has lost on clean rows', of('stable')[0] - of('candidate')[0]),
      reading('backtest.stable_drop', 'What the stable version loses on tonight’s rows', of('stable')[0] - of('stable')[1]),
    ],
    body: {
      kind: 'table',
      columns: [{ title: 'Version', unit: 'text' }, { title: 'On pinned clean rows', unit: 'points' }, { title: "On tonight's rows", unit: 'points' }],
      rows: scored.map(({ name, version, auc }) => ({ label: name, cells: [version.id, auc[0], auc[1]], marked: of('stable')[0] - auc[0] > 0.015 })),
      finding: 'A version that is as good as ever on the pinned rows and worse on tonight’s has not changed; its rows have.',
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
        reading(`evaluation.live_share{${segment}}`, `${segmentTitle(params, segment)}: share of live rows`, live, 'share'),
        reading(`evaluation.reference_share{${segment}}`, `${segmentTitle(params, segment)}: share of evaluated rows`, was[s]!, 'share'),
      );
      widest = Math.max(widest, Math.abs(live - was[s]!));
    });
  }
  return {
    title: 'Evaluated on, against live',
    readings: [reading('evaluation.widest_gap', 'Largest gap of a segment', widest, 'share'), ...readings],
    body: { kind: 'intervals', unit: 'share', rows, finding: `${n} live rows against those of the evaluation.` },
  };
}
