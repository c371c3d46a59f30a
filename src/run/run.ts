import { isChange, type Action, type Outcome } from '../domain/action.ts';
import { unusualOf, USUAL_TERMS, type Terms } from '../domain/difficulty.ts';
import type { StationRoom } from '../domain/chart-view.ts';
import type { Menu, Observation } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import { hashValue } from '../kernel/hash.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { dispatch } from '../sim/dispatch.ts';
import { foretoldOf } from '../sim/foretold.ts';
import { glanceAtMenu, menuOf, wholeMenuOf } from '../sim/menu.ts';
import { monitoringOf } from '../sim/monitoring.ts';
import { glance, observe } from '../sim/observe.ts';
import type { Monitoring, World } from '../sim/plant.ts';
import { roomsOf } from '../sim/rooms.ts';
import { setUp } from '../sim/setup.ts';
import { shownImpact } from '../sim/shown-impact.ts';
import { stepWorld } from '../sim/tick.ts';
import { continueFrom, copyWorld, createWorld, hashParts, snapshotWorld, type Snapshot } from '../sim/world.ts';
import { ENGINE } from './engine.ts';
import { feltIn } from './felt.ts';
import { termsAtStart, type RunRecord } from './record.ts';
import { traceOf } from './trace-of.ts';
import type { Decided, RunTrace, WindowHash } from './trace.ts';

export type { RunTrace, TraceEntry } from './trace.ts';

export interface RunOptions {
  readonly seed: string;
  readonly variant?: string | undefined; // forced; else the seed picks
  readonly preventions?: readonly string[] | undefined;
  readonly untimed?: boolean | undefined;
  readonly terms?: Terms | undefined; // at the start; as usual where left out
  readonly windowHashes?: boolean | undefined; // keep one hash a part every 60 ticks
  readonly checkpoints?: boolean | undefined; // keep moments to fork from; true where left out, false where nobody will fork
}

/** THE run loop: live play, headless runs and replays are folds over these calls. */
export interface Run {
  readonly scenario: Scenario;
  readonly tick: Tick;
  readonly over: boolean; // resolved, or out of ticks
  readonly ended: boolean; // the last tick has been reached
  readonly pageTick: Tick | null; // when the page fired
  readonly variant: string; // the truth: for judges and replays, never for a player
  readonly onsetTick: Tick; // likewise
  reading(key: string, tick: Tick): number; // a metric as monitoring showed it; NaN before its first scrape
  dispatch(action: Action): Outcome;
  busyUntil(): Tick; // when the looks under way are back; the present tick where none is
  advance(toTick: Tick): void;
  observe(): Observation;
  menu(): Menu;
  wholeMenu(): Menu; // with every setting that an offered change can have, for people to choose from
  rooms(): readonly StationRoom[]; // what each station has to show, the same all night
  glance(): { readonly observation: Observation; readonly menu: Menu }; // the same, to be read before the run goes on; for programs that play
  monitoring(): Monitoring; // what the instruments read at this moment
  record(): RunRecord;
  trace(): RunTrace; // plays to the end of the episode first
  fork(preventions?: readonly string[]): Run; // an independent copy of this moment; others in place must have made no difference so far
  forkAt(tick: Tick): Run; // this run's log up to a tick, continued from the nearest checkpoint
  feltOf(preventions: readonly string[]): readonly string[]; // those that would have made a difference to it so far
  impactEur(): number; // what the night has cost by the end; plays to it first
  costSoFarEur(): number; // what it has cost by this moment
  finalHash(): string; // plays to the end first
  windowHashes(): readonly WindowHash[]; // so far; none unless the options ask for them
}

const HASH_TICKS = 60;
const CHECKPOINT_TICKS = 5 * HASH_TICKS;

interface Parts {
  world: World;
  decided: Decided[];
  verified: { tick: Tick; metric: string; recovered: boolean; text: string }[];
  checkpoints: { tick: Tick; moment: Snapshot; decided: number; verified: number; refusal: Observation['lastRefusal'] }[];
  refusal: Observation['lastRefusal'];
  hashes: WindowHash[];
}

const partsAt = (world: World, from: Partial<Omit<Parts, 'world'>> = {}): Parts => ({
  world,
  decided: from.decided ?? [],
  verified: from.verified ?? [],
  checkpoints: from.checkpoints ?? [],
  refusal: from.refusal ?? null,
  hashes: from.hashes ?? [],
});

/** Starts a run at tick 0. @throws for a variant or prevention that the scenario does not have */
export function createRun(scenario: Scenario, options: RunOptions): Run {
  const setup = setUp(scenario, options.seed, options.variant, options.preventions ?? []);
  return runOf(scenario, options, partsAt(createWorld(setup, options.terms)));
}

function runOf(scenario: Scenario, options: RunOptions, parts: Parts): Run {
  const { ticks } = scenario.brief;
  let rooms: readonly StationRoom[] | null = null;
  const keepMoment = (tick: Tick): void => {
    if (options.windowHashes === true) parts.hashes.push({ tick, parts: hashParts(parts.world) });
    if (options.checkpoints === false || tick % CHECKPOINT_TICKS !== 0 || tick === 0 || parts.checkpoints.at(-1)?.tick === tick) return;
    parts.checkpoints.push({
      tick,
      moment: snapshotWorld(parts.world),
      decided: parts.decided.length,
      verified: parts.verified.length,
      refusal: parts.refusal,
    });
  };
  const advance = (toTick: Tick): void => {
    const end = toTick < ticks ? toTick : ticks;
    while (parts.world.state.tick < end) {
      const { tick } = parts.world.state;
      if (tick % HASH_TICKS === 0) keepMoment(tick);
      const before = parts.world.ledger.verified;
      stepWorld(parts.world);
      const after = parts.world.ledger.verified;
      if (after !== before && after !== null) parts.verified.push(after);
    }
  };
  const record = (): RunRecord => ({
    format: 1,
    engine: ENGINE,
    scenario: scenario.brief.id,
    contentHash: scenario.contentHash,
    seed: options.seed,
    ...(options.variant === undefined ? {} : { variant: options.variant }),
    settings: { untimed: options.untimed ?? false, ...unusualOf(options.terms ?? USUAL_TERMS) },
    preventions: [...(options.preventions ?? [])],
    log: parts.decided.map(({ tick, action }) => ({ tick, action })),
  });
  const hashOf = (decided: readonly Decided[]) => (): string =>
    hashValue({
      parts: hashParts(parts.world), // of the last tick: nothing changes it any more
      log: decided.map(({ tick, action, outcome }) => ({ tick, action, accepted: outcome.accepted })),
    });
  const finalHash = (): string => {
    advance(ticks);
    return hashOf(parts.decided)();
  };
  const feltOf = (preventions: readonly string[]): readonly string[] => {
    const { setup, witness } = parts.world;
    return feltIn(scenario, { setup, witness, actions: parts.decided.map(({ action }) => action) }, preventions);
  };
  const run: Run = {
    scenario,
    get tick() {
      return parts.world.state.tick;
    },
    get over() {
      return parts.world.ledger.resolvedTick !== null || parts.world.state.tick >= ticks;
    },
    get ended() {
      return parts.world.state.tick >= ticks;
    },
    get pageTick() {
      return parts.world.ledger.pageTick;
    },
    variant: parts.world.setup.variant.id,
    onsetTick: parts.world.setup.onsetTick,
    reading: (key, tick) => parts.world.shown.at(key, tick),
    dispatch(action) {
      const { tick } = parts.world.state;
      const impactEurPerMinute = shownImpact(parts.world).eurPerMinute;
      const outcome = dispatch(parts.world, action, parts.decided.length);
      parts.refusal = outcome.accepted ? null : { tick, action, reason: outcome.reason };
      const foretold = outcome.accepted && isChange(action) ? foretoldOf(parts.world, action) : null;
      parts.decided.push({ tick, action, outcome, foretold, impactEurPerMinute, verified: parts.verified.length });
      return outcome;
    },
    busyUntil: () => parts.world.ledger.looks.at(-1)?.returnsTick ?? parts.world.state.tick,
    advance,
    observe: () => observe(parts.world, parts.refusal),
    menu: () => menuOf(parts.world),
    wholeMenu: () => wholeMenuOf(parts.world),
    rooms: () => (rooms ??= roomsOf(parts.world)),
    glance: () => ({ observation: glance(parts.world, parts.refusal), menu: glanceAtMenu(parts.world) }),
    monitoring: () => monitoringOf(parts.world),
    record,
    trace() {
      advance(ticks);
      return traceOf(parts.world, record(), parts.decided, parts.verified, hashOf(parts.decided.slice()), feltOf);
    },
    fork: (preventions) =>
      runOf(
        scenario,
        preventions === undefined ? options : { ...options, preventions },
        partsAt(copyWorld(parts.world, preventions && setUp(scenario, options.seed, options.variant, preventions)), {
          decided: [...parts.decided],
          verified: [...parts.verified],
          checkpoints: [...parts.checkpoints],
          refusal: parts.refusal,
          hashes: [...parts.hashes],
        }),
      ),
    forkAt(tick) {
      const at = [...parts.checkpoints].reverse().find((checkpoint) => checkpoint.tick < tick); // one of the same tick has its decisions taken
      const start: Parts =
        at === undefined
          ? partsAt(createWorld(parts.world.setup, options.terms))
          : partsAt(continueFrom(at.moment), {
              decided: parts.decided.slice(0, at.decided),
              verified: parts.verified.slice(0, at.verified),
              checkpoints: parts.checkpoints.filter((c) => c.tick <= at.tick),
              refusal: at.refusal,
              hashes: parts.hashes.filter((window) => window.tick < at.tick),
            });
      const fork = runOf(scenario, options, start);
      replayInto(fork, parts.decided.slice(start.decided.length), tick);
      return fork;
    },
    feltOf,
    impactEur() {
      advance(ticks);
      return parts.world.totals.latest('impactEur');
    },
    costSoFarEur: () => parts.world.totals.latest('impactEur'),
    finalHash,
    windowHashes: () => parts.hashes,
  };
  return run;
}

/** Plays log entries before `untilTick` into a run and leaves it at that tick. */
export function replayInto(run: Run, log: readonly { readonly tick: Tick; readonly action: Action }[], untilTick: Tick): void {
  for (const entry of log) {
    if (entry.tick >= untilTick) break;
    run.advance(entry.tick);
    run.dispatch(entry.action);
  }
  run.advance(untilTick);
}

/**
 * A record played to its end.
 * @throws when the record is of another scenario, its settings are not the scenario's, or it goes on after the last tick
 */
export function playRecord(scenario: Scenario, record: RunRecord, keep: Pick<RunOptions, 'windowHashes' | 'checkpoints'> = {}): Run {
  if (record.scenario !== scenario.brief.id)
    throw new Error(`record: expected a run of "${scenario.brief.id}", got one of "${record.scenario}"`);
  const { ticks } = scenario.brief;
  const late = record.log.findIndex(({ tick }) => tick > ticks);
  if (late >= 0)
    throw new Error(
      `record log[${late}].tick: expected at most ${ticks}, the last tick of "${scenario.brief.id}", got ${record.log[late]!.tick}`,
    );
  const run = createRun(scenario, {
    seed: record.seed,
    variant: record.variant,
    preventions: record.preventions,
    untimed: record.settings.untimed,
    terms: termsAtStart(record),
    ...keep,
  });
  replayInto(run, record.log, Infinity);
  return run;
}
