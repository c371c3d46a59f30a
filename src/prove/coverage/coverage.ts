import type { Tick } from '../../domain/time.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { variantsOf } from '../variants.ts';
import { CHECKS, elementsOf } from './elements.ts';
import { isBetter, isByLine, type Find, type Known } from './finds.ts';
import type { Way } from './sightings.ts';
import type { CoverageAnswer, CoverageTask } from './tasks.ts';

/** A run that exercises an entry: its link replays, and at this tick what cites the entry counts. */
export interface Witness {
  readonly scenario: string;
  readonly variant: string;
  readonly seed: string;
  readonly link: string;
  readonly tick: Tick;
}

/** Which entries of the playbook can be exercised by playing. */
export interface Coverage {
  readonly entries: number; // of the playbook
  readonly exercised: number; // those with a witness
  readonly byPlay: number; // those whose witness has them in a line of its score
  readonly missing: readonly string[]; // those without, in the playbook's order
  readonly witnesses: Readonly<Record<string, Witness>>; // by entry, in the playbook's order
}

/** The same of one scenario by itself. */
export interface ScenarioCoverage {
  readonly scenario: string;
  readonly cited: number; // entries that it or a check cites
  readonly exercised: number;
  readonly byPlay: number;
  readonly unreached: readonly string[]; // entries that it cites and no run brought up
}

export interface CoverageReport {
  readonly coverage: Coverage;
  readonly scenarios: readonly ScenarioCoverage[];
  readonly broken: readonly string[]; // entries whose run did not replay to what was claimed of it; should be none
}

/** Does tasks, wherever and in whatever order, and answers in theirs. */
export type CoverageRunner = <T extends CoverageTask>(
  jobs: readonly { readonly scenario: Scenario; readonly task: T }[],
) => Promise<readonly CoverageAnswer<T>[]>;

/** Of each entry the best find, of equal ones the first. */
function bestOf(finds: readonly Find[]): ReadonlyMap<string, Find> {
  const best = new Map<string, Find>();
  for (const find of finds) if (isBetter(find.way, best.get(find.id)?.way)) best.set(find.id, find);
  return best;
}

const knownFrom = (finds: readonly Find[]): Known => Object.fromEntries([...bestOf(finds)].map(([id, { way }]) => [id, way]));

/** One job for each variant of each scenario, with the answers put together by scenario. */
async function eachVariant(
  scenarios: readonly Scenario[],
  run: CoverageRunner,
  task: (variant: string, scenario: number) => Extract<CoverageTask, { task: 'policies' | 'twists' }>,
): Promise<readonly (readonly Find[])[]> {
  const jobs = scenarios.flatMap((scenario, i) => variantsOf(scenario).map((variant) => ({ i, scenario, task: task(variant, i) })));
  const answers = await run(jobs);
  return scenarios.map((_, i) => answers.filter((_, j) => jobs[j]!.i === i).flat());
}

/** The finds that a replay of their run bears out, and the entries of the others. */
async function replayed(
  scenarios: readonly Scenario[],
  finds: readonly (readonly Find[])[],
  run: CoverageRunner,
): Promise<{ readonly held: readonly (readonly Find[])[]; readonly broken: readonly string[] }> {
  const jobs = scenarios.flatMap((scenario, i) => {
    const links = [...new Set(finds[i]!.map(({ link }) => link))];
    return links.map((link) => {
      const own = finds[i]!.filter((find) => find.link === link);
      const claims = own.map(({ id, way, tick, tell }) => ({ id, way, tick, tell }));
      return { i, own, scenario, task: { task: 'replay', link, claims } as const };
    });
  });
  const answers = await run(jobs);
  const holding = new Set(jobs.flatMap(({ own }, j) => own.filter((_, k) => answers[j]![k] === true)));
  return {
    held: finds.map((of) => of.filter((find) => holding.has(find))),
    broken: [...new Set(finds.flat().flatMap((find) => (holding.has(find) ? [] : [find.id])))],
  };
}

function scenarioCoverage(scenario: Scenario, held: readonly Find[]): ScenarioCoverage {
  const own = new Set(elementsOf(scenario).flatMap(({ cites }) => cites));
  const ways = new Map<string, Way>(held.map(({ id, way }) => [id, way]));
  return {
    scenario: scenario.brief.id,
    cited: new Set([...own, ...CHECKS.flatMap(({ cites }) => cites)]).size,
    exercised: ways.size,
    byPlay: [...ways.values()].filter(isByLine).length,
    unreached: [...own].filter((id) => !ways.has(id)).sort(),
  };
}

/**
 * Which entries of the playbook are exercised by some run of these scenarios. An entry counts where a witness has it: a run that
 * replays to its hash and in which a citing element counts at the tick named (see WAYS). The runs are those of the policies and, for
 * what these leave out, runs made for one citing element each. The report depends on content alone, not on who does the work.
 * @param entries ids of the playbook, in its order
 */
export async function coverageOf(scenarios: readonly Scenario[], entries: readonly string[], run: CoverageRunner): Promise<CoverageReport> {
  const played = await eachVariant(scenarios, run, (variant) => ({ task: 'policies', variant }));
  const known = played.map(knownFrom);
  const twisted = await eachVariant(scenarios, run, (variant, i) => ({ task: 'twists', variant, known: known[i]! }));
  const best = scenarios.map((_, i) => [...bestOf([...played[i]!, ...twisted[i]!]).values()]);
  const { held, broken } = await replayed(scenarios, best, run);
  const all = bestOf(held.flat());
  const scenarioOf = new Map(scenarios.flatMap(({ brief }, i) => held[i]!.map((find) => [find, brief.id] as const)));
  const witnessed = entries.flatMap((id) => all.get(id) ?? []);
  const witness = (find: Find): Witness => {
    const { variant, seed, link, tick } = find;
    return { scenario: scenarioOf.get(find)!, variant, seed, link, tick };
  };
  return {
    coverage: {
      entries: entries.length,
      exercised: witnessed.length,
      byPlay: witnessed.filter(({ way }) => isByLine(way)).length,
      missing: entries.filter((id) => !all.has(id)),
      witnesses: Object.fromEntries(witnessed.map((find) => [find.id, witness(find)])),
    },
    scenarios: scenarios.map((scenario, i) => scenarioCoverage(scenario, held[i]!)),
    broken,
  };
}
