import type { Strictness } from '../../src/domain/difficulty.ts';
import { isLook, type Action, type Look } from '../../src/domain/action.ts';
import type { Evidence, Reading } from '../../src/domain/evidence.ts';
import type { MetricInfo, Unit } from '../../src/domain/metric.ts';
import type { StakeholderLine } from '../../src/domain/observation.ts';
import { openCase, type CaseFile } from '../../src/judge/case-file.ts';
import type { ScorePart } from '../../src/judge/score-card.ts';
import type { RunTrace, TraceEntry } from '../../src/run/trace.ts';
import type { Brief } from '../../src/scenario/brief.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Route, Station, System } from '../../src/scenario/system.ts';
import { seal, type Recommended, type Tell, type Truth, type Variant } from '../../src/scenario/truth.ts';

/**
 * A small incident that is made up, with a run that is written down rather than simulated: what the rules of the judge give for it can be
 * worked out by hand. A tick is 10 s, so a minute has 6 ticks and monitoring scrapes every other tick; the page comes at tick 60.
 */
export const PAGE = 60;
export const END = 600;

const metric = (key: string, title: string, unit: Unit, low: number, high: number, typical: number): MetricInfo => ({
  key,
  title,
  unit,
  direction: key === 'ok' ? 'higherIsBetter' : 'lowerIsBetter',
  normal: { low, high, typical },
  prometheus: { name: key, type: 'gauge', help: '' },
});
export const METRICS = [
  metric('slow', 'Slowness', 'ms', 80, 120, 100),
  metric('ok', 'Share served', 'share', 0.98, 1, 0.99),
  metric('cpu', 'CPU', 'share', 0.2, 0.6, 0.4),
];

const tell = (id: string, look: Tell['look'], reading: string, bound: Partial<Tell>, holds: string[]): Tell => ({
  id,
  look,
  reading,
  above: null,
  below: null,
  holds,
  says: '',
  cites: [`tell-${id}`],
  ...bound,
});
const TELLS = [
  tell('red-mark', { type: 'look-trace', pick: 'slow' }, 'trace.red', { above: 0.5 }, ['red']),
  tell('warm', { type: 'look-dashboard', dashboard: 'saturation' }, 'cpu', { above: 0.8 }, ['red', 'blue']),
  tell('bad', { type: 'look-dashboard', dashboard: 'business' }, 'eur', { above: 10 }, ['red', 'blue', 'green']),
  tell('blue-mark', { type: 'look-dashboard', dashboard: 'upstream' }, 'blue', { below: 0.2 }, ['blue']),
];

const step = (any: Recommended['fix'][number]['any'], cites: string, more: Partial<Recommended['fix'][number]> = {}) => ({
  any,
  needs: [],
  when: [],
  after: [],
  withinSeconds: null,
  says: '',
  cites: [cites],
  ...more,
});
const WAY_OUT = [step([{ type: 'rollback' }], 'way-out', { needs: ['bad'] }), step([{ type: 'restart' }], 'restarts')];

const variant = (id: string, recommended: Partial<Recommended>, harmful: Variant['harmful'] = []): Variant => ({
  id,
  title: id,
  says: '',
  faults: [],
  signature: null,
  system: {},
  history: [],
  cause: { changed: `${id}-changed`, enters: `${id}-enters`, missed: `${id}-missed`, hypothesis: `${id}-is-it` },
  tells: TELLS.filter(({ holds }) => holds.includes(id)),
  recommended: { withoutCause: WAY_OUT, mitigate: [], fix: [], leaveAlone: null, ...recommended },
  harmful,
  preventionEffects: {},
});

const VARIANTS = [
  variant(
    'red',
    {
      mitigate: [
        step([{ type: 'serve-cached', on: true }], 'caches', { needs: ['red-mark'], withinSeconds: 600 }),
        step([{ type: 'shed', share: { atLeast: 0.2 } }], 'sheds', { when: ['bad'] }),
      ],
      fix: [
        step([{ type: 'rebalance-partition' }], 'rebalances'),
        step([{ type: 'retrain' }], 'retrains', { needs: ['warm', 'red-mark'] }),
      ],
    },
    [{ id: 'more', any: [{ type: 'scale' }], foreseeable: ['red-mark'], why: 'It asks the store more.', cites: ['harm'] }],
  ),
  variant('blue', { mitigate: [step([{ type: 'set-breaker', route: 'bank' }], 'breaks')] }),
  variant('green', { mitigate: [step([{ type: 'raise-max-replicas' }], 'raises')], fix: [step([{ type: 'add-fallback' }], 'falls')] }),
];

const option = (id: string) => ({ id, text: `It is ${id}` });
const options = (what: string) => [...VARIANTS.map(({ id }) => option(`${id}-${what}`)), option(`no-${what}`)];

const BRIEF: Brief = {
  id: 'made-up',
  title: 'Made up',
  family: '',
  systemId: '',
  system: {
    id: '',
    title: '',
    says: '',
    stations: [{ id: 'till', name: 'Till 7' } as Station],
    lines: [],
    colleagues: [],
    routes: [{ id: 'bank', name: 'Bank call' } as Route],
  },
  skill: '',
  difficulty: 1,
  minutes: 10,
  intro: [],
  stakeholders: [],
  questions: [],
  story: [],
  startClock: '02:00:00',
  tickSeconds: 10,
  ticks: END,
  pager: { text: 'It is slow', alert: 'slow', metric: 'slow' },
  recovery: { metric: 'slow', withinSeconds: 480, holdSeconds: 300, leftShare: 0.2, impactLeftShare: 0.4, lateSeconds: 0 },
  board: { changed: options('changed'), enters: options('enters'), missed: options('missed') },
  causes: options('is-it'),
  review: ['a', 'b', 'c', 'd'].map((id) => ({ id, person: '', condition: '' })),
  preventions: [
    { id: 'gate', title: 'A gate', effort: 3, says: '', set: {}, cites: ['gates'] },
    { id: 'alert', title: 'An alert', effort: 2, says: '', set: {}, cites: ['alerts'] },
    { id: 'budget', title: 'A budget', effort: 8, says: '', set: {}, cites: ['budgets'] },
  ],
  floorEur: 900,
};

const TRUTH: Truth = {
  variants: VARIANTS,
  tells: TELLS,
  redHerrings: [
    { id: 'pauses', kind: 'gc-warnings', chance: 1, says: 'The collector always pauses.', shows: null },
    { id: 'a-restart', kind: 'replica-restart', chance: 1, says: 'A restart', shows: null },
    { id: 'drift', kind: 'drift-amber', chance: 1, says: 'Weekends differ!', shows: null },
  ],
  onset: { tick: 50, jitter: 0 },
  pageTick: PAGE,
  moments: [],
  bands: [],
};

/** The made-up scenario, with another truth where one is given. */
export const madeUp = (edit: (truth: Truth) => Truth = (truth) => truth, brief: Partial<Brief> = {}): Scenario => ({
  brief: { ...BRIEF, ...brief },
  system: {
    plant: 'serving',
    looks: { 'look-dashboard': 60 },
    delays: {},
    parts: { stakeholder: { silenceSeconds: 1200 } },
  } as unknown as System, // the rest is for those who simulate
  sealed: seal(edit(TRUTH)),
  contentHash: '0123456789abcdef',
});

/** One variant's recommendations replaced. */
export const recommending =
  (id: string, recommended: Partial<Recommended>) =>
  (truth: Truth): Truth => ({
    ...truth,
    variants: truth.variants.map((one) => (one.id === id ? { ...one, recommended: { ...one.recommended, ...recommended } } : one)),
  });

export const quiet = recommending('red', {
  withoutCause: [],
  mitigate: [],
  fix: [],
  leaveAlone: { needs: ['red-mark'], says: '', cites: ['leaves'] },
});

/** A look that returns a minute after it was asked for, and what it shows. */
export const TRACE: Look = { type: 'look-trace', pick: 'slow' };
export const board = (dashboard: Extract<Look, { type: 'look-dashboard' }>['dashboard']): Look => ({ type: 'look-dashboard', dashboard });
export const LOOK_TICKS = 6;

export interface Entry {
  readonly tick: number;
  readonly action: Action;
  readonly effectTick?: number; // of a change: 3 ticks later where it is left out
  readonly refused?: boolean;
  readonly rate?: number; // impact shown, €/min
  readonly shows?: Readonly<Record<string, number>>; // of a look, by key
}

export interface Night {
  readonly strictness?: Strictness;
  readonly variant?: string;
  readonly entries?: readonly Entry[];
  readonly pageTick?: number | null;
  readonly resolvedTick?: number | null;
  readonly slow?: (tick: number) => number;
  readonly ok?: (tick: number) => number;
  readonly cpu?: (tick: number) => number;
  readonly impactAt?: (tick: number) => number;
  readonly trustAt?: (tick: number) => number;
  readonly conversation?: readonly StakeholderLine[];
  readonly redHerrings?: readonly string[];
  readonly endTick?: number;
}

const readingOf = ([key, value]: readonly [string, number]): Reading => {
  const info = METRICS.find((one) => one.key === key);
  return { key, label: `the ${info?.title ?? key}`, value, unit: info?.unit ?? (key === 'eur' ? 'eurPerMinute' : 'count') };
};

export function traceOf(night: Night): RunTrace {
  const evidence: Evidence[] = [];
  const series: Record<string, (tick: number) => number> = {
    slow: night.slow ?? (() => 100),
    ok: night.ok ?? (() => 0.99),
    cpu: night.cpu ?? (() => 0.4),
  };
  const entries = (night.entries ?? []).map((entry, index): TraceEntry => {
    const { tick, action, refused = false, rate = 0 } = entry;
    const effectTick = entry.effectTick ?? tick + (isLook(action) ? LOOK_TICKS : 3);
    const seen: Evidence | null =
      refused || !isLook(action)
        ? null
        : {
            id: `E${evidence.length + 1}`,
            look: action,
            askedTick: tick,
            tick: effectTick,
            title: `What ${action.type} shows`,
            readings: Object.entries(entry.shows ?? {}).map(readingOf),
            body: action.type === 'look-dashboard' ? { kind: 'dashboard', dashboard: action.dashboard } : { kind: 'changes', entries: [] },
          };
    if (seen !== null) evidence.push(seen);
    const outcome = refused ? ({ accepted: false, reason: 'no' } as const) : ({ accepted: true, effectTick } as const);
    return {
      index,
      tick,
      action,
      outcome,
      effectTick: refused ? tick : effectTick,
      foretold: null,
      evidence: seen,
      impactEurPerMinute: rate,
    };
  });
  const endTick = night.endTick ?? END;
  const impactAt = night.impactAt ?? (() => 0);
  return {
    record: {
      format: 1,
      engine: '0',
      scenario: 'made-up',
      contentHash: '0123456789abcdef',
      seed: '1',
      settings: { untimed: false, ...(night.strictness === undefined ? {} : { strictness: night.strictness }) },
      preventions: [],
      log: entries.map(({ tick, action }) => ({ tick, action })),
    },
    variant: night.variant ?? 'red',
    onsetTick: 50,
    redHerrings: night.redHerrings ?? [],
    pageTick: night.pageTick === undefined ? PAGE : night.pageTick,
    acknowledgedTick: null,
    resolvedTick: night.resolvedTick ?? null,
    endTick,
    entries,
    evidence,
    changes: [],
    conversation: night.conversation ?? [],
    verified: [],
    trust: 0,
    trustAt: night.trustAt ?? (() => 0),
    impactEur: impactAt(endTick),
    impactAt,
    metric: (key, tick) => series[key]?.(tick) ?? NaN,
    metrics: METRICS,
    shownOn: (metric) => (metric === 'slow' ? ['service'] : []),
    ticks: Array.from({ length: endTick / 2 }, (_, i) => 2 * i),
    series: {},
    total: () => NaN,
    feltOf: () => [], // no prevention makes a difference to what is written down
    finalHash: '',
  };
}

export const caseOf = (night: Night, scenario: Scenario = madeUp()): CaseFile => openCase(scenario, traceOf(night));

/** Points, most, tick and text of each line. */
export const rows = (part: ScorePart): unknown[] => part.lines.map(({ points, max, tick, text }) => [points, max, tick, text]);
/** Points, most and tick of such a row. */
export const head = (row: unknown): unknown[] => (row as unknown[]).slice(0, 3);
export const points = (part: ScorePart): number[] => part.lines.map((line) => line.points);
export const cites = (part: ScorePart): (readonly string[])[] => part.lines.map((line) => line.cites);

/** Evidence of the red variant, and of how bad it is. */
export const RED: Entry = { tick: 64, action: TRACE, shows: { 'trace.red': 0.9 } }; // E1, at 70
export const CACHED: Action = { type: 'serve-cached', on: true };
export const REBALANCE: Action = { type: 'rebalance-partition' };
export const ROLLBACK: Action = { type: 'rollback' };
export const scale = (replicas: number): Action => ({ type: 'scale', replicas });
