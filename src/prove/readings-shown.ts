import type { Look } from '../domain/action.ts';
import type { Evidence, Reading } from '../domain/evidence.ts';
import type { MetricInfo, Unit } from '../domain/metric.ts';
import { sameLook } from '../domain/same-look.ts';
import { createRun, type Run } from '../run/run.ts';
import { alertIds } from '../scenario/lint-tells.ts';
import { readingsOf, unlabelled } from '../scenario/readings.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth, seal } from '../scenario/truth.ts';
import { HEALTHY } from './bare-scenario.ts';
import { lookWords } from '../domain/look-words.ts';

/** One reading of a look, in every play. */
export interface ShownReading {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly normal: number | null;
  readonly band: { readonly low: number; readonly high: number } | null; // of a metric that dashboards keep
  readonly values: readonly (number | null)[]; // by play; null: not shown there
}

/** What one look shows. */
export interface ShownLook {
  readonly look: string; // as files write it
  readonly readings: readonly ShownReading[];
  readonly unseen: readonly string[]; // keys that looks of its kind may show and none did in these plays: with the last of the kind
}

/** One play of a scenario up to its page, and all that could be looked at then. */
export interface Play {
  readonly name: string; // of the variant, or "healthy"
  readonly tick: number; // when the looks were asked for
  readonly paged: string | null; // the alert that did
  readonly evidence: readonly Evidence[]; // one of each look, as if it were the first
}

/** All looks of a run at its present tick, each made in a copy of its own. */
function evidenceAt(run: Run): readonly Evidence[] {
  return run.glance().menu.looks.flatMap(({ look }) => {
    const fork = run.fork();
    fork.dispatch(look);
    fork.advance(fork.busyUntil());
    return fork.glance().observation.evidence.slice(-1);
  });
}

const pagedBy = (run: Run): string | null => run.glance().observation.page?.id ?? null;

/** A system with nothing wrong, at the tick at which a scenario expects its page. */
function healthyPlay(scenario: Scenario, seed: string): Play {
  const truth = openTruth(scenario.sealed);
  const calm = { ...scenario, sealed: seal({ ...truth, variants: [HEALTHY] }) };
  const run = createRun(calm, { seed, checkpoints: false });
  run.advance(truth.pageTick);
  return { name: HEALTHY.id, tick: run.tick, paged: pagedBy(run), evidence: evidenceAt(run) };
}

function playOf(scenario: Scenario, seed: string, variant: string): Play {
  const { pageTick } = openTruth(scenario.sealed);
  const run = createRun(scenario, { seed, variant, checkpoints: false });
  while (run.pageTick === null && !run.ended) run.advance(run.tick + 1);
  if (run.pageTick !== null) return { name: variant, tick: run.tick, paged: pagedBy(run), evidence: evidenceAt(run) };
  const again = createRun(scenario, { seed, variant, checkpoints: false });
  again.advance(pageTick);
  return { name: variant, tick: again.tick, paged: null, evidence: evidenceAt(again) };
}

/** A play of each variant of a scenario on a seed, up to its page; nobody acts in them. */
export const variantPlays = (scenario: Scenario, seed: string): readonly Play[] =>
  openTruth(scenario.sealed)
    .variants.filter(({ id }) => id !== HEALTHY.id)
    .map(({ id }) => playOf(scenario, seed, id));

/** The same after a play with nothing wrong. */
export const playsOf = (scenario: Scenario, seed: string): readonly Play[] => [
  healthyPlay(scenario, seed),
  ...variantPlays(scenario, seed),
];

function rowsOf(plays: readonly Play[], words: string, metrics: ReadonlyMap<string, MetricInfo>): readonly ShownReading[] {
  const perPlay = plays.map(({ evidence }) => evidence.find(({ look }) => lookWords(look) === words)?.readings ?? []);
  const byKey = new Map<string, Reading>();
  for (const reading of perPlay.flat()) if (!byKey.has(reading.key)) byKey.set(reading.key, reading);
  return [...byKey.values()].map(({ key, label, unit, normal }) => ({
    key,
    label,
    unit,
    normal: normal ?? null,
    band: metrics.get(key)?.normal ?? null,
    values: perPlay.map((readings) => readings.find((reading) => reading.key === key)?.value ?? null),
  }));
}

/** Every look of a scenario's system with what it showed in some plays, in the order of the menu. */
export function looksShown(scenario: Scenario, plays: readonly Play[]): readonly ShownLook[] {
  const { system } = scenario;
  const [first] = openTruth(scenario.sealed).variants;
  const run = createRun(scenario, { seed: '1', variant: first!.id, checkpoints: false });
  const metrics = new Map(run.monitoring().gauges.map(({ metric }) => [metric.key, metric]));
  const looks = run.glance().menu.looks.map(({ look }) => look);
  return looks.map((look, i) => {
    const alike = (other: Look): boolean => other.type === look.type && (look.type !== 'look-dashboard' || sameLook(look, other));
    const isLast = !looks.slice(i + 1).some(alike);
    const seen = new Set(
      plays
        .flatMap(({ evidence }) => evidence.filter((piece) => alike(piece.look)))
        .flatMap((piece) => piece.readings.map(({ key }) => unlabelled(key))),
    );
    return {
      look: lookWords(look),
      readings: rowsOf(plays, lookWords(look), metrics),
      unseen: isLast ? readingsOf(look, system, alertIds(system)).filter((key) => !seen.has(key)) : [],
    };
  });
}
