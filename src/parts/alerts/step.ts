import type { AlertView } from '../../domain/evidence.ts';
import { stepperOf } from '../../kernel/stepper.ts';
import { burnRate, burnsOver } from './burn.ts';
import { alertChart } from './chart.ts';
import type { AlertRule, AlertsParams, BurnRateRule, ThresholdRule } from './params.ts';
import { createTotals, errorRatioOver, pushTotals, type Totals } from './totals.ts';

/** One alert. Plain data. */
export interface AlertState {
  id: string;
  chart: string;
  sinceSeconds: number; // of this state of the chart
  onsetSeconds: number; // since when it has held at every evaluation; NaN while it does not
  clearSeconds: number; // since when a firing one has not held; NaN while it holds
  value: number; // at the last evaluation: of the series, or the burn rate over the long window
}

export interface AlertsState {
  alerts: AlertState[]; // in the order of the rules
  totals: Totals[];
}

const stepper = stepperOf(alertChart);

/** All rules inactive, as they were before the episode. */
export function createAlerts(params: AlertsParams): AlertsState {
  const totals: Totals[] = [];
  for (const rule of params.rules) {
    if (rule.kind !== 'burn-rate') continue;
    if (!totals.some(({ errors, requests }) => errors === rule.errors && requests === rule.requests))
      totals.push(createTotals(rule.errors, rule.requests));
  }
  return {
    alerts: params.rules.map(({ id }) => ({
      id,
      chart: stepper.initial,
      sinceSeconds: 0,
      onsetSeconds: NaN,
      clearSeconds: NaN,
      value: NaN,
    })),
    totals,
  };
}

const burnHolds = (alert: AlertState, rule: BurnRateRule, state: AlertsState, params: AlertsParams): boolean => {
  const totals = state.totals.find(({ errors, requests }) => errors === rule.errors && requests === rule.requests) as Totals;
  const long = errorRatioOver(totals, rule.longSeconds, params.history);
  const short = errorRatioOver(totals, rule.shortSeconds, params.history);
  alert.value = burnRate(long, rule.slo);
  return burnsOver(long, short, rule.slo, rule.threshold);
};

const thresholdHolds = (alert: AlertState, rule: ThresholdRule, reading: number): boolean => {
  alert.value = reading;
  return rule.comparison === 'above' ? alert.value > rule.threshold : alert.value < rule.threshold; // NaN, nothing scraped: does not hold
};

/**
 * One evaluation of all rules, as Prometheus does it: an alert that holds is pending from its first evaluation and fires at the first
 * that is `forSeconds` later; one evaluation that does not hold sets a pending alert back; a firing one resolves, after
 * `keepFiringSeconds`. Source: prometheus/prometheus docs, alerting rules; rules/alerting.go.
 * @param readings what was scraped, by series key and the place of the rule that asks (−1: a running total); NaN: nothing
 * @param nowSeconds since the start, on the evaluation grid
 */
export function evaluateAlerts(
  state: AlertsState,
  params: AlertsParams,
  readings: (key: string, rule: number) => number,
  nowSeconds: number,
): void {
  for (const totals of state.totals) {
    const errors = readings(totals.errors, -1);
    const requests = readings(totals.requests, -1);
    if (!Number.isNaN(errors + requests)) pushTotals(totals, nowSeconds, errors, requests); // a missed scrape: totals tell it all later
  }
  for (let i = 0; i < state.alerts.length; i += 1) {
    const alert = state.alerts[i] as AlertState;
    const rule = params.rules[i] as AlertRule;
    const before = alert.chart;
    const holds = rule.kind === 'burn-rate' ? burnHolds(alert, rule, state, params) : thresholdHolds(alert, rule, readings(rule.series, i));
    if (holds) {
      if (Number.isNaN(alert.onsetSeconds)) alert.onsetSeconds = nowSeconds;
      alert.clearSeconds = NaN;
      alert.chart = stepper.send(before, before === 'firing' || nowSeconds - alert.onsetSeconds >= rule.forSeconds ? 'FIRE' : 'HOLD');
    } else if (before === 'resolved') {
      if (nowSeconds - alert.sinceSeconds >= params.resolvedSeconds) alert.chart = stepper.send(before, 'FORGET');
    } else {
      if (Number.isNaN(alert.clearSeconds)) alert.clearSeconds = nowSeconds;
      if (before === stepper.initial) continue; // nothing to clear, and no onset: most rules at most scrapes
      if (before === 'firing' && nowSeconds - alert.clearSeconds < rule.keepFiringSeconds) continue;
      alert.onsetSeconds = NaN;
      alert.chart = stepper.send(before, 'CLEAR');
    }
    if (alert.chart !== before) alert.sinceSeconds = nowSeconds;
  }
}

const setView = ({ role, daysAgo, why }: NonNullable<AlertRule['setBy']>, tickSeconds: number): NonNullable<AlertView['setBy']> => ({
  role,
  tick: -Math.round((daysAgo * 86_400) / tickSeconds),
  why,
});

/** The alerts as a player may read them; which of them may be read is the caller's business. */
export function alertViews(state: AlertsState, params: AlertsParams, nowSeconds: number, tickSeconds: number): AlertView[] {
  return state.alerts.map((alert, i) => {
    const rule = params.rules[i] as AlertRule;
    return {
      id: alert.id,
      text: rule.text,
      severity: rule.severity,
      state: alert.chart as AlertView['state'],
      sinceTick: Math.round(alert.sinceSeconds / tickSeconds),
      forSeconds: rule.forSeconds,
      heldSeconds: Number.isNaN(alert.onsetSeconds) ? 0 : nowSeconds - alert.onsetSeconds,
      value: alert.value,
      threshold: rule.threshold,
      unit: rule.unit,
      ...(rule.kind === 'burn-rate' ? { burn: { longSeconds: rule.longSeconds, shortSeconds: rule.shortSeconds } } : {}),
      ...(rule.setBy === undefined ? {} : { setBy: setView(rule.setBy, tickSeconds) }),
    };
  });
}
