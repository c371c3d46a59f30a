import type { Look } from '../domain/action.ts';
import { isNamed, lookWords } from '../domain/look-words.ts';
import { createRun } from '../run/run.ts';
import type { Issue } from '../scenario/fault-list.ts';
import type { System } from '../scenario/system.ts';
import type { AlertsParams } from '../parts/alerts/params.ts';
import type { ColleagueParams } from '../parts/colleagues/params.ts';
import type { World } from '../sim/plant.ts';
import { setUp } from '../sim/setup.ts';
import { createWorld } from '../sim/world.ts';
import { bareScenario } from './bare-scenario.ts';

const SEED = '1';

/** What stopped a world from being made, as its author can read it. */
export const notBuilt = (error: unknown): string =>
  error instanceof TypeError ? `a part names something that is not there (${error.message})` : (error as Error).message;

/** Series that an alert rule reads and nobody keeps: such a rule never fires. */
function seriesIssues(world: World, { rules }: AlertsParams): readonly Issue[] {
  const total = (key: string): boolean => Number.isFinite(world.setup.plant.runningTotal(world, key));
  return rules.flatMap((rule, i): readonly Issue[] => {
    const at = (field: string, message: string): Issue => ({ path: ['parts', 'alerts', 'rules', i, field], message });
    if (rule.kind === 'threshold')
      return world.catalogue.byKey.has(rule.series) || total(rule.series)
        ? []
        : [at('series', `no dashboard of this system shows "${rule.series}", so the rule never fires; "readings" lists the keys`)];
    return (['errors', 'requests'] as const)
      .filter((field) => !total(rule[field]))
      .map((field) => at(field, `this system keeps no running total "${rule[field]}", so the rule never fires`));
  });
}

/** Times for looks and changes that the system never offers. */
function unofferedIssues(system: System, looks: ReadonlySet<string>, changes: ReadonlySet<string>): readonly Issue[] {
  const unoffered = (field: 'looks' | 'delays', offered: ReadonlySet<string>): readonly Issue[] =>
    Object.keys(system[field])
      .filter((type) => !offered.has(type))
      .map((type) => ({
        path: [field, type],
        on: 'key',
        message: `a ${system.plant} system with these parts never offers this; it offers ${[...offered].join(', ')}`,
      }));
  return [...unoffered('looks', looks), ...unoffered('delays', changes)];
}

/** Looks that nobody can make on this system, among those that colleagues are said to be able to. */
function readsIssues(people: readonly ColleagueParams[], looks: readonly Look[]): readonly Issue[] {
  return people.flatMap(({ reads }, i) =>
    reads.flatMap((name, j): readonly Issue[] =>
      looks.some((look) => isNamed(name, look))
        ? []
        : [
            {
              path: ['parts', 'colleagues', 'people', i, 'reads', j],
              message: `nobody can make the look "${name}" on this system; expected some of ${looks.map(lookWords).join(', ')}`,
            },
          ],
    ),
  );
}

/** What only the built system can tell of a system that is well formed. Paths are those of its file. */
export function systemWorldIssues(system: System): readonly Issue[] {
  try {
    const scenario = bareScenario(system);
    const world = createWorld(setUp(scenario, SEED, undefined, []));
    const run = createRun(scenario, { seed: SEED, checkpoints: false });
    const { looks, changes } = run.wholeMenu();
    run.advance(1);
    return [
      ...seriesIssues(world, world.setup.params.alerts),
      ...readsIssues(
        world.setup.params.colleagues.people,
        looks.map(({ look }) => look),
      ),
      ...unofferedIssues(system, new Set(looks.map(({ look }) => look.type)), new Set(changes.map(({ action }) => action.type))),
    ];
  } catch (error) {
    return [{ path: [], message: `no world can be made of this system: ${notBuilt(error)}` }];
  }
}
