import type { FeatureShape, LineageNode, Reading } from '../../domain/evidence.ts';
import { distributionLook as words } from '../../domain/words/look-distributions.ts';
import { lineageLook as lineage } from '../../domain/words/look-lineage.ts';
import { logLook } from '../../domain/words/look-logs.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import { pipelineWords } from '../../domain/words/pipeline.ts';
import { binCount, binTitles } from '../../parts/population/bins.ts';
import { addRows, createMixture } from '../../parts/population/mixture.ts';
import { operatedSource } from '../../parts/pipeline/row-map.ts';
import { championOf } from '../../parts/training/registry.ts';
import { paramsSchema, type MonitorsParams } from '../../parts/monitors/params.ts';
import type { LookContent } from '../plant.ts';
import { freshnessTest, scoreTests, testsOf } from './drift-tests.ts';
import { readBatch, type Draws } from './figures.ts';
import { tablesOf } from './tables.ts';
import { pipelineLog } from './pipeline-log.ts';
import type { PartStates, Setup } from './world.ts';

let usual: MonitorsParams | null = null;

/** What the system's monitors go by: its own figures, or the usual ones. */
const monitorsOf = ({ params }: Setup): MonitorsParams => params.monitors ?? (usual ??= paramsSchema.parse({}));

const reading = (key: string, label: string, value: number, unit: Reading['unit'] = 'count'): Reading => ({ key, label, value, unit });

/** Where the rows come from, which versions they have, and what differs from the last good run. */
export function lineageBody(setup: Setup, parts: PartStates, hour: number): LookContent {
  const { params, system } = setup;
  const { operator, sources, joins } = params.pipeline;
  const { trainHit, servedHit, sinceHour, pinnedHour } = parts.pipeline;
  const comes = trainHit + servedHit > 0;
  const broken = comes ? operatedSource(params.population, params.pipeline) : null;
  const silent = operator.kind === 'frozen' || operator.kind === 'filled';
  const staleDays = comes && operator.kind === 'frozen' && sinceHour !== null ? Math.round((hour - sinceHour) / 24) : 0;
  const champion = championOf(parts.registry);
  const nodes: LineageNode[] = [
    ...sources.map((source): LineageNode => {
      const moved = source.id === broken && source.changedVersion !== '';
      const now = moved ? source.changedVersion : source.compatibleVersion !== '' ? source.compatibleVersion : source.version;
      const says =
        source.id === broken && staleDays > 0 ? lineage.oldestPartition(staleDays) : now === source.version ? source.note : moved ? lineage.changed : lineage.compatible;
      return { id: source.id, name: source.title, kind: 'source', version: now, was: now === source.version ? '' : source.version, says };
    }),
    ...joins.map((join): LineageNode => ({ id: join.id, name: lineage.join(join.title), kind: 'step', version: '', was: '', says: '' })),
    { id: 'snapshot', name: lineage.snapshot, kind: 'snapshot', version: champion.snapshot, was: '', says: pinnedHour === null ? '' : lineage.pinned },
    { id: 'model', name: lineage.champion, kind: 'model', version: champion.id, was: '', says: lineage.madeOf(champion.code, champion.artifact.slice(0, 8)) },
    { id: 'use', name: system.title, kind: 'use', version: '', was: '', says: '' },
  ]; // prettier-ignore
  const joined = new Set(joins.map(({ source }) => source));
  const edges = [
    ...sources.flatMap(({ id }) => (joined.has(id) ? joins.filter(({ source }) => source === id).map((join) => ({ from: id, to: join.id })) : [{ from: id, to: 'snapshot' }])),
    ...joins.map(({ id }) => ({ from: id, to: 'snapshot' })),
    { from: 'snapshot', to: 'model' },
    { from: 'model', to: 'use' },
  ]; // prettier-ignore
  const declared = comes && operator.before !== '' && !silent;
  const title =
    params.population.features.find(({ id }) => id === operator.target)?.title ??
    joins.find(({ id }) => id === operator.target)?.title ??
    '';
  const fields = declared ? [{ field: title, before: operator.before, now: operator.now }] : [];
  const is = (kind: typeof operator.kind): number => (declared && operator.kind === kind ? 1 : 0);
  return {
    title: lookTitles.lineage,
    readings: [
      reading('lineage.changed_sources', lineage.changedSources, nodes.filter(({ was }) => was !== '').length),
      reading('lineage.changed_fields', lineage.changedFields, fields.length),
      reading('lineage.changed_units', lineage.changedUnits, is('scaled')),
      reading('lineage.changed_types', lineage.changedTypes, is('recoded')),
      reading('lineage.changed_keys', lineage.changedKeys, is('keyless')),
      reading('lineage.stale_feed_days', lineage.staleDays, staleDays),
      ...freshnessTest(staleDays, monitorsOf(setup)),
    ],
    body: { kind: 'lineage', nodes, edges, fields },
  };
}

/** Every feature of the rows that are scored now against the reference, most changed first, on one sample of so many rows. */
export function distributionsBody(setup: Setup, parts: PartStates, draws: Draws, tick: number, sampleRows: number): LookContent {
  const { params } = setup;
  const { basis, reference } = tablesOf(params);
  const mixture = createMixture(basis.groups);
  const { trainHit, servedHit } = parts.pipeline;
  const hit = params.decisions.batchHour === null ? servedHit : trainHit; // the newest batch as the pipeline reads it
  addRows(mixture, parts.population.mix, 1, hit, 0, parts.population.moved);
  const { fields } = readBatch(params, parts, mixture, hit, NaN, draws, tick, sampleRows);
  let first = 0;
  const shapes = params.population.features.map((feature, f): FeatureShape => {
    const titles = binTitles(feature);
    const field = fields[f]!;
    const rows = field.counts.reduce((sum, count) => sum + count, 0);
    const was = Array.from(reference.subarray(first, first + titles.length));
    first += titles.length;
    const n = binCount(feature);
    const notes = [
      field.meanFactor > 3 || field.meanFactor < 1 / 3 ? words.notes.mean(Math.round(field.meanFactor)) : '',
      field.unknownShare > 0.02 ? words.notes.unknown : '',
      field.spreadFactor < 0.5 ? words.notes.narrow : '',
    ];
    return {
      feature: feature.title, bins: titles, reference: was, current: Array.from(field.counts, (count) => count / rows), psi: field.psiRows,
      missingReference: was[n]!, missingCurrent: field.nullShare, note: notes.filter((note) => note !== '').join(', '),
    }; // prettier-ignore
  });
  const readings = params.population.features.flatMap(({ id, title, edges }, f): Reading[] => [
    reading(`distributions.psi{${id}}`, words.psi(title), fields[f]!.psiRows, 'points'),
    reading(`distributions.missing_share{${id}}`, pipelineWords.missing(title), fields[f]!.nullShare, 'share'),
    reading(`distributions.unknown_share{${id}}`, pipelineWords.unknown(title), fields[f]!.unknownShare, 'share'),
    ...(edges.length === 0
      ? []
      : [
          reading(`distributions.mean_factor{${id}}`, pipelineWords.mean(title), fields[f]!.meanFactor, 'ratio'),
          reading(`distributions.spread_factor{${id}}`, pipelineWords.spread(title), fields[f]!.spreadFactor, 'ratio'),
        ]),
  ]);
  const monitors = monitorsOf(setup);
  const tests = params.population.features.flatMap((feature, f) =>
    testsOf(feature, f, shapes[f]!.reference, fields[f]!.counts, monitors, draws, tick),
  );
  const worst = fields.reduce((most, field) => Math.max(most, field.psiRows), 0);
  return {
    title: lookTitles.distributions,
    readings: [
      reading('distributions.worst_psi', words.worstPsi, worst, 'points'),
      ...readings,
      ...tests,
      ...scoreTests(setup, parts, mixture, monitors, sampleRows),
    ],
    body: {
      kind: 'distributions',
      features: [...shapes].sort((a, b) => b.psi - a.psi),
      rows: sampleRows,
      against: words.against,
    },
  };
}

/** What the pipeline wrote in its log. Nothing in it is an error: every task succeeds. */
export function logsBody(setup: Setup, parts: PartStates, station: string, tick: number): LookContent {
  const { lines, coerced, unmatched, defaulted, late } = pipelineLog(setup, parts, station, tick);
  return {
    title: lookTitles.logs(setup.system.stations.find(({ id }) => id === station)?.name ?? station),
    readings: [
      reading('logs.coerced.count', logLook.coerced, coerced),
      reading('logs.unmatched.count', logLook.unmatched, unmatched),
      reading('logs.defaulted.count', logLook.defaulted, defaulted),
      reading('logs.late.count', logLook.late, late),
      reading('logs.errors.count', logLook.errors, 0),
    ],
    body: { kind: 'logs', lines, sampled: logLook.lastRun },
  };
}
