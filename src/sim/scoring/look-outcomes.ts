import type { IntervalRow, Reading } from '../../domain/evidence.ts';
import { sampleLook as sample } from '../../domain/words/look-sample.ts';
import { segmentLook as words } from '../../domain/words/look-segments.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import { binomialAt } from '../../kernel/binomial.ts';
import { drawKey } from '../../kernel/streams.ts';
import { cellsAbove0, type Basis } from '../../parts/population/basis.ts';
import { createCounts, createMixture, addRows, pour, pourRows, type Mixture } from '../../parts/population/mixture.ts';
import { shareInterval } from '../../parts/monitors/missing.ts';
import { patternMask, plus, take, workOut, NOTHING, type Taken } from '../../parts/decisions/policy.ts';
import { matured, type Period } from '../../parts/labels/ledger.ts';
import { logOddsOf, predict, sigmoid, type Scorecard } from '../../parts/scorecard/model.ts';
import type { LookContent } from '../plant.ts';
import { decide, policyOf, servedMixture, servingVersion } from './today.ts';
import { cohortsNow, ordinaryCohort } from './figures.ts';
import { inSegment, segmentsOf, segmentTitle, titled } from './segments.ts';
import { tablesOf } from './tables.ts';
import type { PartStates, Setup } from './world.ts';

const reading = (key: string, label: string, value: number, unit: Reading['unit']): Reading => ({ key, label, value, unit });
const Z95 = 1.96;

type Chances = (model: Scorecard) => Float64Array;

/** What models expect of each cell, each worked out once for all the segments and periods of a look. */
function chancesIn(setup: Setup): Chances {
  const { basis } = tablesOf(setup.params);
  const known = new Map<Scorecard, Float64Array>();
  return (model) => {
    const chances = known.get(model) ?? predict(basis, model).map(sigmoid);
    known.set(model, chances);
    return chances;
  };
}

const inGroups = (mixture: Mixture, only: readonly boolean[]): Mixture => {
  const own = mixture.slice();
  only.forEach((is, g) => {
    if (!is) own.fill(0, g * 6, g * 6 + 6);
  });
  return own;
};

function mixtureOf({ groups }: Basis, { mix, rows, hit, stale, moved }: Period): Mixture {
  const mixture = createMixture(groups);
  addRows(mixture, mix, rows, hit, stale, moved);
  return mixture;
}

/** The cells that rows of some groups land in, rising. */
function landedIn(basis: Basis, only: readonly boolean[]): Int32Array {
  const is = new Uint8Array(basis.cells);
  basis.landed.forEach((own, g) => {
    if (only[g]) for (const cells of own) for (const cell of cells) is[cell] = 1;
  });
  return cellsAbove0(is);
}

/** Rows of some periods in some groups. */
function rowsIn({ params }: Setup, periods: readonly Period[], only: readonly boolean[]): number {
  const { basis } = tablesOf(params);
  const cells = landedIn(basis, only);
  const byCell = new Float64Array(basis.cells);
  let all = 0;
  for (const period of periods) {
    byCell.fill(0);
    pourRows(basis, inGroups(mixtureOf(basis, period), only), byCell);
    let rows = 0;
    for (let i = 0; i < cells.length; i += 1) rows += byCell[cells[i]!]!;
    all += rows;
  }
  return all;
}

/** Who of these rows was selected, what the model expected of them, and what became of them. */
function selectedIn(setup: Setup, parts: PartStates, periods: readonly Period[], only: readonly boolean[], chancesOf: Chances): Taken {
  const { params } = setup;
  const { basis } = tablesOf(params);
  let selected = NOTHING;
  for (const period of periods) {
    const mixture = mixtureOf(basis, period);
    const policy = parts.decisions.policies[period.policy]!;
    if (params.decisions.mode === 'top') selected = plus(selected, expectedOf(basis, inGroups(mixture, only), chancesOf(policy.model)));
    else {
      const worked = workOut(basis, params.population, params.scorecard, params.decisions, policy);
      selected = plus(selected, take(basis, worked.selected, mixture, only));
      selected = plus(selected, take(basis, worked.band, mixture, only), period.overrides);
    }
  }
  return selected;
}

/** All rows of a mixture, with what a model expects of them. @param chances by cell */
function expectedOf(basis: Basis, mixture: Mixture, chances: Float64Array): Taken {
  const counts = createCounts(basis);
  pour(basis, mixture, counts);
  let [rows, positives, predicted] = [0, 0, 0];
  for (let cell = 0; cell < basis.cells; cell += 1) {
    rows += counts.rows[cell]!;
    positives += counts.positives[cell]!;
    predicted += counts.rows[cell]! * chances[cell]!;
  }
  return { rows, positives, movedPositives: 0, predicted };
}

/** Periods of the newest matured cohort, or before one is there a period of an ordinary time. */
function newestPeriods(setup: Setup, parts: PartStates, hour: number): readonly Period[] {
  const { params } = setup;
  const known = parts.labels.periods.slice(0, matured(parts.labels, params.labels, hour));
  if (params.labels.coverage === 'everyone') return known.slice(-1);
  const cohort = cohortsNow(params, parts, hour, 1)[0];
  if (cohort === undefined || cohort.index < 0) return [];
  return known.filter((period) => period.hour > cohort.fromDay * 24 && period.hour <= cohort.toDay * 24);
}

/** Figures of the newest labelled rows by segment: observed outcomes against what the model expected, with intervals. */
export function segmentsBody(setup: Setup, parts: PartStates, by: string, tick: number): LookContent {
  const { params, seed } = setup;
  const key = drawKey(seed, 'labels', `segments ${by}`);
  const periods = newestPeriods(setup, parts, tick);
  const usual = ordinaryPeriods(setup, parts);
  const chancesOf = chancesIn(setup);
  const rows: IntervalRow[] = [];
  const readings: Reading[] = [];
  let [most, least] = [0, Infinity];
  segmentsOf(params, by).forEach((segment, s) => {
    const only = inSegment(params, by, segment);
    const read = periods.length > 0 ? periods : usual;
    const selected = selectedIn(setup, parts, read, only, chancesOf);
    const n = Math.round(selected.rows);
    const count = n > 0 ? binomialAt(key, parts.labels.periods.length, s, n, Math.min(1, selected.positives / selected.rows)) : 0;
    const interval = shareInterval(count, Math.max(1, n), Z95);
    const expected = selected.rows > 0 ? selected.predicted / selected.rows : NaN;
    const observedExpected = n > 0 ? count / n / expected : NaN;
    rows.push({
      label: segmentTitle(params, segment),
      rows: n,
      estimate: n > 0 ? count / n : NaN,
      low: interval.low,
      high: interval.high,
      reference: expected,
    });
    const told = selected.predicted > 12; // fewer expected positives than that tell nothing
    if (told) [most, least] = [Math.max(most, observedExpected), Math.min(least, observedExpected)];
    readings.push(
      reading(`segments.rows{${segment}}`, words.labelled(segmentTitle(params, segment)), n, 'count'),
      reading(
        `segments.outcome_share{${segment}}`,
        words.outcome(segmentTitle(params, segment), params.outcomes.positiveIs),
        n > 0 ? count / n : NaN,
        'share',
      ),
      ...(told
        ? [
            reading(
              `segments.observed_expected{${segment}}`,
              words.observedExpected(segmentTitle(params, segment)),
              observedExpected,
              'ratio',
            ),
          ]
        : []),
      reading(
        `segments.row_factor{${segment}}`,
        words.rowFactor(segmentTitle(params, segment)),
        rowsIn(setup, read, only) / totalRows(read) / (rowsIn(setup, usual, only) / totalRows(usual)),
        'ratio',
      ),
    );
  });
  return {
    title: lookTitles.by(titled(by)),
    readings: [
      reading('segments.spread', words.spread, least > 0 && least < Infinity ? most / least : NaN, 'ratio'),
      reading('segments.widest', words.widest, most, 'ratio'),
      reading('segments.narrowest', words.narrowest, least < Infinity ? least : NaN, 'ratio'),
      ...readings,
    ].filter(({ value }) => Number.isFinite(value)),
    body: { kind: 'intervals', unit: 'share', rows, finding: words.outcomes(params.outcomes.rowsAre) },
  }; // prettier-ignore
}

const totalRows = (periods: readonly Period[]): number => periods.reduce((sum, { rows }) => sum + rows, 0);

/** A cohort of an ordinary time, as one period. */
function ordinaryPeriods({ params }: Setup, parts: PartStates): readonly Period[] {
  const { mix } = tablesOf(params);
  const cohort = ordinaryCohort(params);
  const hours = params.labels.coverage === 'everyone' ? params.labels.periodHours : params.labels.cohortDays * 24;
  const overrides = parts.labels.periods[0]?.overrides ?? 0;
  return [
    {
      ...cohort,
      hour: 0,
      mix,
      rows: params.population.rowsPerHour * hours,
      moved: 0,
      hit: 0,
      stale: 0,
      policy: 0,
      overrides,
      reviewed: 1,
      allPositives: 0,
    },
  ];
}

/** Decisions that people check: some rows of one kind, drawn by chance, at most so many. */
export function sampleBody(setup: Setup, parts: PartStates, of: string, tick: number, most: number): LookContent | null {
  const { params, seed } = setup;
  const mixture = servedMixture(params, parts, tick);
  const { all, byModel, byStaff } = decide(params, parts, mixture);
  const drawn = ((): { taken: Taken; what: string } | null => {
    if (of === 'selected') return { taken: byModel, what: sample.byModel(params.outcomes.selectedAre) };
    if (of === 'overridden') return { taken: byStaff, what: sample.byStaff };
    if (of === 'rest') return { taken: plus(all, plus(byModel, byStaff), -1), what: sample.rest(params.outcomes.selectedAre) };
    return of === 'near' ? { taken: nearMisses(setup, parts, mixture).taken, what: sample.near } : null;
  })();
  if (drawn === null) return null;
  const { taken, what } = drawn;
  const n = Math.min(most, Math.floor(taken.rows * 24));
  const key = drawKey(seed, 'decisions', `sample ${of}`);
  const share = taken.rows > 0 ? Math.min(1, Math.max(0, taken.positives / taken.rows)) : 0;
  const count = n > 0 ? binomialAt(key, tick, 0, n, share) : 0;
  const { low, high } = shareInterval(count, Math.max(1, n), Z95);
  const clusters = of === 'near' ? nearMisses(setup, parts, mixture).clusterShare : NaN;
  const cluster = n > 0 && clusters === clusters ? binomialAt(key, tick, 1, n, Math.min(1, clusters)) / n : NaN;
  const readings = [
    reading('sample.positive_share', sample.positives(params.outcomes.positiveIs, n, what), n > 0 ? count / n : NaN, 'share'),
    reading('sample.rows', sample.rows, n, 'count'),
    reading('sample.cluster_share', sample.cluster, cluster, 'share'),
  ];
  return {
    title: sample.title(what),
    readings: readings.filter(({ value }) => Number.isFinite(value)),
    body: {
      kind: 'intervals', unit: 'share',
      rows: [{ label: what, rows: n, estimate: n > 0 ? count / n : NaN, low, high, reference: taken.rows > 0 ? taken.predicted / taken.rows : null }].map((row) => ({ ...row, reference: row.reference !== null && Number.isFinite(row.reference) ? row.reference : null })),
      finding: sample.finding(n, params.outcomes.rowsAre),
    },
  }; // prettier-ignore
}

/** Rows that are not selected and score nearly high enough. */
function nearMisses({ params }: Setup, parts: PartStates, mixture: Mixture): { taken: Taken; clusterShare: number } {
  const { basis } = tablesOf(params);
  const counts = createCounts(basis);
  pour(basis, mixture, counts);
  const { model } = servingVersion(params, parts);
  const policy = policyOf(params, parts);
  const logOdds = predict(basis, model);
  const [cut, near] = [
    logOddsOf(params.scorecard, policy.cutoff),
    logOddsOf(params.scorecard, params.decisions.nearScore ?? policy.cutoff),
  ];
  const [low, high] = [Math.min(cut, near), Math.max(cut, near)];
  const masks = params.decisions.patterns.map(({ id }) => patternMask(basis, params.population, params.decisions, id));
  const ruled = policy.rules.map((id) => patternMask(basis, params.population, params.decisions, id));
  let [rows, positives, predicted, cluster] = [0, 0, 0, 0];
  for (let cell = 0; cell < basis.cells; cell += 1) {
    const at = logOdds[cell]!;
    if (at < low || at >= high || ruled.some((mask) => mask[cell] === 1)) continue;
    rows += counts.rows[cell]!;
    positives += counts.positives[cell]!;
    predicted += counts.rows[cell]! * sigmoid(at);
    if (masks.some((mask) => mask[cell] === 1)) cluster += counts.rows[cell]!;
  }
  return { taken: { rows, positives, movedPositives: 0, predicted }, clusterShare: rows > 0 && masks.length > 0 ? cluster / rows : NaN };
}
