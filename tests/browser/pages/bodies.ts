import type { ChangeEntry, FeatureShape, SeriesView } from '../../../src/domain/evidence.ts';
import type { PicturedBody } from '../../../src/game/evidence-view.ts';

/** Made-up evidence of every kind that is drawn, as a night on a churn model could return it. */
const HOUR = 1; // ticks
const DAY = 24;
export const NOW = 12 * DAY + 6;

const hump = (n: number, at: number, wide: number): number[] => {
  const heights = Array.from({ length: n }, (_, i) => 1 / (1 + ((i - at) / wide) ** 4));
  const sum = heights.reduce((a, b) => a + b, 0);
  return heights.map((height) => height / sum);
};
const mix = (a: readonly number[], b: readonly number[], share: number): number[] =>
  a.map((each, i) => each * (1 - share) + (b[i] ?? 0) * share);

const steady = (feature: string, psi: number, at: number, bins: readonly string[]): FeatureShape => ({
  feature,
  bins,
  reference: hump(bins.length, at, 2),
  current: mix(hump(bins.length, at, 2), hump(bins.length, at + 1, 2), 0.3),
  psi,
  missingReference: 0.004,
  missingCurrent: 0.004,
  note: '',
});

const numbers = (to: number): string[] => Array.from({ length: 10 }, (_, i) => String(Math.round((to * i) / 9)));
const fees = ['10', '20', '40', '80', '200', '500', '1.0 k', '2.0 k', '4.1 k', '8.2 k'];

const features: readonly FeatureShape[] = [
  steady('tenure_months', 0.05, 3, numbers(120)),
  {
    feature: 'monthly_fee',
    bins: fees,
    reference: hump(10, 2, 0.9),
    current: mix(hump(10, 2, 0.9), hump(10, 8, 0.9), 0.72),
    psi: 6.2,
    missingReference: 0,
    missingCurrent: 0,
    note: 'a hundred times larger in 72 % of rows',
  },
  {
    feature: 'fee_per_gb',
    bins: fees,
    reference: hump(10, 1, 1),
    current: mix(hump(10, 1, 1), hump(10, 7, 1), 0.7),
    psi: 5.7,
    missingReference: 0.002,
    missingCurrent: 0.31,
    note: '',
  },
  {
    feature: 'contract_type',
    bins: ['monthly', 'yearly', 'two years'],
    reference: [0.52, 0.36, 0.12],
    current: [0.61, 0.27, 0.12],
    psi: 0.13,
    missingReference: 0,
    missingCurrent: 0,
    note: '',
  },
  ...['support_calls', 'usage_gb', 'last_login_d', 'discount_pct', 'payment_failures', 'device_age', 'region_code', 'plan_changes'].map(
    (feature, i) => steady(feature, 0.06 - i * 0.006, 2 + i, numbers(30 + i * 10)),
  ),
];

const at = (tick: number, kind: ChangeEntry['kind'], station: string, text: string): ChangeEntry => ({ tick, kind, station, text });

const orders: SeriesView = {
  metric: {
    key: 'business.orders_per_hour',
    title: 'Orders an hour',
    unit: 'count',
    direction: 'higherIsBetter',
    normal: { low: 820, high: 1180, typical: 1000 },
    prometheus: { name: 'orders', type: 'gauge', help: 'Orders' },
  },
  ticks: Array.from({ length: NOW }, (_, i) => i * HOUR),
  values: Array.from({ length: NOW }, (_, i) => 1000 + 150 * Math.sin((i / DAY) * 2 * Math.PI) - (i > 9 * DAY ? (i - 9 * DAY) * 6 : 0)),
};

export const BODIES = {
  table: {
    title: 'By sales region',
    body: {
      kind: 'table',
      columns: [
        { title: 'Share of rows', unit: 'share' },
        { title: 'AUC now', unit: 'points' },
        { title: 'AUC before', unit: 'points' },
        { title: 'Accepted offers', unit: 'share' },
        { title: 'Offers a day', unit: 'count' },
      ],
      rows: [
        { label: 'North', cells: [0.31, 0.82, 0.83, 0.22, 1240], marked: false },
        { label: 'South', cells: [0.27, 0.83, 0.83, 0.21, 1080], marked: false },
        { label: 'Partner shops', cells: [0.08, 0.58, 0.81, 0.06, 310], marked: true },
        { label: 'Online', cells: [0.34, 0.82, 0.84, 0.23, 1360], marked: false },
        { label: 'Unknown', cells: [0, null, null, null, 0], marked: false },
      ],
      finding: 'Partner shops differ most: AUC 0.58, where all others lie between 0.82 and 0.83.',
    },
  },
  card: {
    title: 'Model registry',
    body: {
      kind: 'table',
      columns: [
        { title: 'Version', unit: 'text' },
        { title: 'Alias', unit: 'text' },
        { title: 'AUC on the holdout', unit: 'points' },
        { title: 'Trained on', unit: 'text' },
      ],
      rows: [
        { label: 'm-121', cells: ['candidate', 0.71, '10 Feb to 11 Mar, billing.raw v8'], marked: true },
        { label: 'm-120', cells: ['champion', 0.74, '9 Feb to 10 Mar, billing.raw v8'], marked: false },
        { label: 'm-118', cells: ['', 0.83, '7 Feb to 8 Mar, billing.raw v7'], marked: false },
      ],
      finding: '',
    },
  },
  distributions: {
    title: 'Features, training window',
    body: { kind: 'distributions', features, rows: 412_000, against: '1 to 8 March' },
  },
  lineage: {
    title: 'What made m-121',
    body: {
      kind: 'lineage',
      nodes: [
        { id: 'crm', name: 'crm.raw', kind: 'source', version: 'v31', was: '', says: 'Written every night at 22:00.' },
        { id: 'billing', name: 'billing.raw', kind: 'source', version: 'v8', was: 'v7', says: 'Written Mon 9 Mar 18:40, not announced.' },
        { id: 'crm-clean', name: 'crm.clean', kind: 'step', version: 'v31', was: '', says: 'Drops rows without a customer.' },
        {
          id: 'billing-clean',
          name: 'billing.clean',
          kind: 'step',
          version: 'v12',
          was: '',
          says: 'Casts monthly_fee to a number without error.',
        },
        { id: 'features', name: 'churn.features', kind: 'snapshot', version: 'v31', was: '', says: '412,000 rows, nulls 0.4 %.' },
        { id: 'labels', name: 'churn.labels', kind: 'source', version: 'v4', was: '', says: 'Arrive after 30 days.' },
        { id: 'model', name: 'm-121', kind: 'model', version: 'AUC 0.71', was: '', says: 'Promotes itself at 07:00.' },
      ],
      edges: [
        { from: 'crm', to: 'crm-clean' },
        { from: 'billing', to: 'billing-clean' },
        { from: 'crm-clean', to: 'features' },
        { from: 'billing-clean', to: 'features' },
        { from: 'features', to: 'model' },
        { from: 'labels', to: 'model' },
      ],
      fields: [
        { field: 'monthly_fee', before: 'decimal[8,2] EUR', now: 'int64, no unit' },
        { field: 'tax_rate', before: '', now: 'decimal[4,3]' },
        { field: 'fee_currency', before: 'string', now: '' },
      ],
    },
  },
  intervals: {
    title: 'Checkout test, conversion against A',
    body: {
      kind: 'intervals',
      unit: 'share',
      rows: [
        { label: 'B, all visitors', rows: 48_200, estimate: -0.004, low: -0.009, high: 0.001, reference: 0 },
        { label: 'B, phone', rows: 31_100, estimate: -0.021, low: -0.029, high: -0.013, reference: 0 },
        { label: 'B, desktop', rows: 17_100, estimate: 0.012, low: 0.003, high: 0.021, reference: 0 },
      ],
      finding: 'On phones B converts 2.1 points less; over all visitors the interval still holds no difference.',
    },
  },
  calendar: {
    title: 'Calendar',
    body: {
      kind: 'calendar',
      entries: [
        at(NOW + 2 * DAY, 'holiday', '', 'Public holiday in all regions'),
        at(NOW + 5, 'campaign', 'marketing', 'Spring campaign, 20 % off for new customers'),
        at(NOW - 3, 'experiment', 'pricing', 'Pricing test on partner shops, half of them'),
        at(NOW - 3 * DAY, 'app-release', 'Mobile app', 'App 8.2 with a new checkout'),
        at(NOW - 40 * DAY, 'season', '', 'Start of the school holidays'),
      ],
      overlay: [orders],
    },
  },
  messages: {
    title: 'Messages of other teams',
    body: {
      kind: 'messages',
      entries: [
        at(
          NOW - 20,
          'message',
          'billing-team',
          'We moved the fee to cents last Monday, it makes rounding simpler. The export has the same column name.',
        ),
        at(NOW - 2, 'message', 'Retention manager', 'Why are so many offers wasted?'),
      ],
    },
  },
  long: { title: 'Nothing to show', body: { kind: 'distributions', features: [], rows: 0, against: 'last month' } },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly body: PicturedBody }>>;
