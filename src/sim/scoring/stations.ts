import type { LineFigures, StationFigures } from '../plant.ts';

/** Which dashboard shows a part, and its figures: the first decides its status. Keys that a system does not have are left out. */
export const STATIONS: Readonly<Record<string, StationFigures>> = {
  training: { dashboard: 'model', keys: ['training.candidate_auc', 'training.champion_auc', 'training.duration_minutes'], critical: 0 },
  scorecard: { dashboard: 'model', keys: ['model.score_mean', 'model.live_auc', 'model.age_days'], critical: Infinity },
  pipeline: { dashboard: 'data', keys: ['data.match_share', 'data.rows_per_day', 'data.checks_failing'], critical: 0 },
  decisions: {
    dashboard: 'decisions',
    keys: ['decisions.selected_share', 'decisions.override_share', 'decisions.queue_count'],
    critical: Infinity,
  },
  labels: { dashboard: 'data', keys: ['data.label_share'], critical: Infinity },
  outcomes: {
    dashboard: 'business',
    keys: ['business.impact_eur_per_minute', 'business.outcome_share', 'business.accepted_share'],
    critical: 2,
  },
  population: { dashboard: 'drift', keys: ['drift.worst_psi', 'drift.score_psi'], critical: Infinity },
};

/** Nothing on these systems travels in request time. */
export const LINES: Readonly<Record<string, LineFigures>> = {};
