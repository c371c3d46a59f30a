import { spawnSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Scenario } from '../../scenario/scenario.ts';
import { scenarioOf, variantIds } from '../library.ts';
import { NODE_FLAGS, program } from '../program.mjs';
import { ROOT } from '../site.mjs';
import { episodeOf, PLAYS, SEED, type Case } from './plays.ts';
import { play } from '../episode.ts';

const COLD_STARTS = 3; // of each case
const SHORT_MINUTES = 40; // of simulated time: the length of episode that the bound on cold ones is set for
const WARM_UPS = 10;
const REPEATS = 30;
const EPISODES = 1000;

export interface CaseTimes {
  readonly variant: string;
  readonly play: string;
  readonly coldMs: number; // first episode of a fresh process, the median of some
  readonly cold40MinutesMs: number | null;
  readonly warmMs: number; // median of 30
  readonly warmCpuMs: number; // the same in processor time, all threads: what a busy machine does not blur
}

export interface ScenarioTimes {
  readonly scenario: string;
  readonly coldMs: number; // of the slowest case, its whole night
  readonly cold40MinutesMs: number | null; // the same of its first 40 simulated minutes; null where a tick is a minute or more, or the night is shorter
  readonly warmMs: number; // of the slowest case
  readonly ticksPerSecond: number; // over all cases, warm
  readonly cases: readonly CaseTimes[];
}

export interface Endurance {
  readonly episodes: number;
  readonly episodesPerSecond: number;
  readonly heapMbEarly: number; // after a tenth of them
  readonly heapMb: number; // after all
}

const tidy = (value: number): number => Number(value.toPrecision(4));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Every variant of a scenario in every way of playing. */
export function casesOf(scenario: Scenario): readonly Case[] {
  return variantIds(scenario).flatMap((variant) => {
    const pageTick = play(scenario, { policy: 'none' }, SEED, variant).trace().pageTick ?? 0;
    return PLAYS.map((how) => ({ scenario: scenario.brief.id, variant, play: how, pageTick }));
  });
}

/** Ticks of so short an episode; null where a tick is too long for it, or the whole night is no longer. */
function shortTicks({ brief }: Scenario): number | null {
  const ticks = Math.round((SHORT_MINUTES * 60) / brief.tickSeconds);
  return brief.tickSeconds < 60 && ticks < brief.ticks ? ticks : null;
}

/** The first episode of a case in processes of their own: their median, since a process starts beside whatever else runs. */
async function coldMs(wanted: Case): Promise<number> {
  const script = await program('cold');
  return median(
    Array.from({ length: COLD_STARTS }, () => {
      const done = spawnSync(process.execPath, [...NODE_FLAGS, script, JSON.stringify(wanted)], { cwd: ROOT, encoding: 'utf8' });
      if (done.status !== 0) throw new Error(`a cold episode ended badly: ${done.stderr.trim().split('\n').at(-1) ?? ''}`);
      return Number(done.stdout);
    }),
  );
}

interface Spent {
  readonly ms: number;
  readonly cpuMs: number;
}

const timed = (episode: () => unknown): Spent => {
  const before = process.cpuUsage();
  const began = performance.now();
  episode();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { ms, cpuMs: (user + system) / 1000 };
};

/** Milliseconds of each case of a scenario. */
export async function timesOf(scenario: Scenario): Promise<ScenarioTimes> {
  const wanted = casesOf(scenario);
  const episodes = wanted.map((one) => episodeOf(scenario, one));
  const cold: number[] = [];
  for (const one of wanted) cold.push(await coldMs(one));
  const short = shortTicks(scenario);
  const coldShort: number[] = [];
  if (short !== null) for (const one of wanted) coldShort.push(await coldMs({ ...one, ticks: short }));
  for (let round = 0; round < WARM_UPS; round += 1) for (const episode of episodes) episode();
  const repeats = episodes.map((episode) => Array.from({ length: REPEATS }, () => timed(episode)));
  const warm = repeats.map((times) => median(times.map(({ ms }) => ms)));
  const warmCpu = repeats.map((times) => median(times.map(({ cpuMs }) => cpuMs)));
  const ticks = scenario.brief.ticks * warm.length;
  return {
    scenario: scenario.brief.id,
    coldMs: tidy(Math.max(...cold)),
    cold40MinutesMs: short === null ? null : tidy(Math.max(...coldShort)),
    warmMs: tidy(Math.max(...warm)),
    ticksPerSecond: Math.round((ticks / warm.reduce((sum, ms) => sum + ms, 0)) * 1000),
    cases: wanted.map(({ variant, play: how }, i) => ({
      variant,
      play: how,
      coldMs: tidy(cold[i] ?? NaN),
      cold40MinutesMs: short === null ? null : tidy(coldShort[i] ?? NaN),
      warmMs: tidy(warm[i] ?? NaN),
      warmCpuMs: tidy(warmCpu[i] ?? NaN),
    })),
  };
}

const heapMb = (collect: () => void): number => {
  collect();
  return tidy(process.memoryUsage().heapUsed / 1e6);
};

/** A thousand episodes, all cases in turn: how many a second, and whether memory stays. */
export function endure(ids: readonly string[]): Endurance {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const episodes = ids.map(scenarioOf).flatMap((scenario) => casesOf(scenario).map((one) => episodeOf(scenario, one)));
  let spent = 0;
  let heapMbEarly = 0;
  for (let i = 0; i < EPISODES; i += 1) {
    if (i === EPISODES / 10) heapMbEarly = heapMb(collect);
    const episode = episodes[i % episodes.length];
    if (episode) spent += timed(episode).ms;
  }
  return { episodes: EPISODES, episodesPerSecond: tidy((EPISODES / spent) * 1000), heapMbEarly, heapMb: heapMb(collect) };
}
