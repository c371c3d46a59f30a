import type { MetricInfo } from '../../domain/metric.ts';
import { dashboardWords } from '../../domain/words/dashboards.ts';
import { decisionMetrics } from '../../parts/decisions/evidence.ts';
import { acceptance } from '../../parts/outcomes/step.ts';
import { outcomeMetrics } from '../../parts/outcomes/evidence.ts';
import { dataMetrics } from '../../parts/pipeline/evidence.ts';
import { driftMetrics } from '../../parts/population/evidence.ts';
import { plus } from '../../parts/decisions/policy.ts';
import { modelMetrics } from '../../parts/scorecard/evidence.ts';
import { trainingMetrics } from '../../parts/training/evidence.ts';
import { scoreSpread, scoredBy } from '../../parts/scorecard/scores.ts';
import { championOf } from '../../parts/training/registry.ts';
import type { Catalogue } from '../catalogue.ts';
import { createScoring } from './create.ts';
import { tablesOf } from './tables.ts';
import { decide, normalWaitHours, servedMixture } from './today.ts';
import type { ScoringParams } from './world.ts';

/** An ordinary day, as expected. */
export interface OrdinaryDay {
  readonly scoreMean: number;
  readonly selectedShare: number;
  readonly positiveShare: number; // among the selected
  readonly estimatedShare: number;
  readonly missedShare: number;
  readonly acceptedShare: number;
  readonly overridden: number; // an hour
  readonly overriddenPositives: number;
  readonly selected: number; // rows an hour
  readonly waitHours: number;
}

const days = new WeakMap<ScoringParams, OrdinaryDay>();

/** What an ordinary day comes to; the same for the same parameters. */
export function ordinaryDay(params: ScoringParams): OrdinaryDay {
  const known = days.get(params);
  if (known !== undefined) return known;
  const start = createScoring(params);
  const mixture = servedMixture(params, start, 0);
  const hours = params.decisions.batchHour === null ? 1 : 24;
  const { all, byModel, byStaff } = decide(params, start, mixture);
  const selected = plus(byModel, byStaff);
  const { model, artifact } = championOf(start.registry);
  const { basis } = tablesOf(params);
  const spread = scoreSpread(basis, scoredBy(basis, params.scorecard, model, artifact), mixture);
  const day: OrdinaryDay = {
    scoreMean: spread.mean,
    selectedShare: selected.rows / all.rows,
    positiveShare: selected.positives / selected.rows,
    estimatedShare: selected.predicted / selected.rows,
    missedShare: (all.positives - selected.positives) / all.rows,
    acceptedShare: acceptance(params.outcomes, selected),
    overridden: byStaff.rows / hours,
    overriddenPositives: byStaff.positives / hours,
    selected: selected.rows / hours,
    waitHours: normalWaitHours(params),
  };
  days.set(params, day);
  return day;
}

const made = new WeakMap<ScoringParams, Catalogue>();

/** All series of a scoring system, and its dashboards. */
export function catalogueOf(params: ScoringParams): Catalogue {
  const known = made.get(params);
  if (known !== undefined) return known;
  const { population, pipeline, training, decisions, outcomes, scorecard } = params;
  const day = ordinaryDay(params);
  const { rate } = tablesOf(params);
  const runs = training.scheduleHour === null ? [] : trainingMetrics(training);
  const model = modelMetrics({
    auc: training.usualAuc,
    scoreMean: day.scoreMean,
    estimatedShare: day.estimatedShare,
    aucNoiseSd: training.aucNoiseSd,
    ageDays: scorecard.versions.find(({ id }) => id === scorecard.champion)?.ageDays ?? 0,
  });
  const matchShare = pipeline.joins.reduce((least, join) => Math.min(least, join.matchShare), 1);
  const data = dataMetrics(population, { rowsPerDay: population.rowsPerHour * 24, labelShare: rate, matchShare });
  const drift = driftMetrics(population);
  const decided = decisionMetrics(decisions, {
    selectedShare: day.selectedShare,
    overrideShare: day.overridden / Math.max(1e-9, day.selected),
  });
  const business = outcomeMetrics(outcomes, day);
  const metrics: MetricInfo[] = [...runs, ...model, ...data, ...drift, ...decided, ...business];
  const one = (metric: MetricInfo): { title: string; keys: string[] } => ({ title: metric.title, keys: [metric.key] });
  const field = (title: string, name: string): { title: string; keys: string[] } => ({
    title,
    keys: metrics.filter(({ key }) => key.startsWith(`${name}{`)).map(({ key }) => key),
  });
  const words = dashboardWords.scoring;
  const catalogue: Catalogue = {
    metrics,
    keys: metrics.map(({ key }) => key),
    versions: scorecard.versions.map(({ id }) => id),
    byKey: new Map(metrics.map((metric) => [metric.key, metric])),
    dashboards: [
      { id: 'model', title: words.model, panels: [...runs, ...model].map(one) },
      {
        id: 'data',
        title: words.data,
        panels: [
          ...data.slice(0, 4).map(one),
          field(words.missing, 'data.null_share'),
          field(words.unknown, 'data.unknown_share'),
          field(words.mean, 'data.mean_factor'),
          field(words.spread, 'data.spread_factor'),
        ].filter(({ keys }) => keys.length > 0),
      },
      { id: 'decisions', title: words.decisions, panels: decided.map(one) },
      { id: 'business', title: words.business, panels: business.map(one) },
      { id: 'drift', title: words.drift, panels: [field(words.features, 'drift.psi'), ...drift.slice(-2).map(one)] },
    ],
  };
  made.set(params, catalogue);
  return catalogue;
}

/** Where figures stand that are filled at every scrape; −1 where the system has none of it. */
export interface Places {
  readonly impact: number;
  readonly impactPerMinute: number;
  readonly queue: number;
  readonly queueWait: number;
  readonly worstPsi: number;
  readonly outcome: number;
}

const places = new WeakMap<Catalogue, Places>();

export function columnsOf(params: ScoringParams): Places {
  const catalogue = catalogueOf(params);
  let known = places.get(catalogue);
  if (known === undefined) {
    const at = (key: string): number => catalogue.keys.indexOf(key);
    known = {
      impact: at('business.impact_eur'),
      impactPerMinute: at('business.impact_eur_per_minute'),
      queue: at('decisions.queue_count'),
      queueWait: at('decisions.queue_wait_hours'),
      worstPsi: at('drift.worst_psi'),
      outcome: at('business.outcome_share'),
    };
    places.set(catalogue, known);
  }
  return known;
}
