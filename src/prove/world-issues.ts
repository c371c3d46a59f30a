import { LOOK_TYPES, type Change } from '../domain/action.ts';
import type { ChangePreview, LookOffer } from '../domain/observation.ts';
import { concreteChange } from '../policy/concrete-change.ts';
import { createRun, type Run } from '../run/run.ts';
import type { Issue, Path } from '../scenario/fault-list.ts';
import { matchesChange, matchesLook, type ChangePattern } from '../scenario/patterns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth, type Step, type Truth } from '../scenario/truth.ts';
import { lookWords } from '../domain/look-words.ts';
import { notBuilt } from './system-issues.ts';

const SEED = '1';
const MOST_LISTED = 12;

const listed = (names: readonly string[]): string =>
  names.length > MOST_LISTED ? `${names.slice(0, MOST_LISTED).join(', ')}, …` : names.join(', ');

/** Why a world cannot be made of a scenario; null where it can. */
function buildIssue(path: Path, scenario: Scenario, variant: string, preventions: readonly string[]): Issue | null {
  try {
    createRun(scenario, { seed: SEED, variant, preventions, checkpoints: false });
    return null;
  } catch (error) {
    return { path, message: `the system cannot be built with this: ${notBuilt(error)}` };
  }
}

function buildIssues(scenario: Scenario, { variants }: Truth): readonly Issue[] {
  const ofVariants = variants.map(({ id }) => buildIssue(['variants', id], scenario, id, []));
  const first = variants[0]!.id;
  const ofPreventions = scenario.brief.preventions.map(({ id }) => buildIssue(['preventions', id, 'set'], scenario, first, [id]));
  return [...ofVariants, ...(ofVariants[0] === null ? ofPreventions : [])].filter((issue) => issue !== null);
}

/** A metric that no series has by this very name: most often one that is kept by label only. */
function metricIssue(path: Path, key: string, keys: readonly string[]): readonly Issue[] {
  if (keys.includes(key)) return [];
  const name = key.replace(/\{.*\}$/, '');
  const near = keys.filter((one) => one === name || one.startsWith(`${name}{`));
  const hint = near.length > 0 ? `expected one of ${listed(near)}` : `"readings" lists those that there are`;
  return [{ path, message: `no dashboard of this system shows "${key}"; ${hint}` }];
}

function metricIssues({ brief }: Scenario, { bands }: Truth, keys: readonly string[]): readonly Issue[] {
  return [
    ...metricIssue(['pager', 'metric'], brief.pager.metric, keys),
    ...(brief.recovery.metric === brief.pager.metric ? [] : metricIssue(['recovery', 'metric'], brief.recovery.metric, keys)),
    ...bands.flatMap(({ metric }, i) => metricIssue(['bands', i, 'metric'], metric, keys)),
  ];
}

function tellIssues({ tells }: Truth, looks: readonly LookOffer[], keys: readonly string[]): readonly Issue[] {
  return tells.flatMap(({ id, look, reading }) => {
    if (!looks.some((offer) => matchesLook(look, offer.look))) {
      const words = looks.filter((offer) => offer.look.type === look.type).map((offer) => lookWords(offer.look));
      const others = LOOK_TYPES.filter((type) => looks.some((offer) => offer.look.type === type)).map((type) => type.slice('look-'.length));
      const hint = words.length > 0 ? `expected one of ${listed(words.map((one) => `"${one}"`))}` : `its looks are ${others.join(', ')}`;
      return [{ path: ['tells', id, 'look'], message: `nobody can make this look on this system; ${hint}` }];
    }
    return look.type === 'look-dashboard' ? metricIssue(['tells', id, 'reading'], reading, keys) : [];
  });
}

const figureOf = ({ type, ...fields }: Change): string => {
  const figures = Object.entries(fields).map(([field, value]) => `${field} ${String(value)}`);
  return [type, ...figures].join(' ');
};

/** What the menu has of the types that are meant, else which types it has. */
function offeredHint(patterns: readonly ChangePattern[], offered: readonly ChangePreview[]): string {
  const near = offered.filter(({ action }) => patterns.some(({ type }) => type === action.type)).map(({ action }) => figureOf(action));
  return listed(near.length > 0 ? near : [...new Set(offered.map(({ action }) => action.type))]);
}

/** Whether a player can choose a change at some time of a run. What is switched on can be switched off, and what is shed not be. */
const isOffered = ({ on: _on, ...pattern }: ChangePattern, offered: readonly ChangePreview[]): boolean =>
  offered.some(({ action }) => matchesChange(pattern, action) || (pattern.type === 'shed' && action.type === 'shed'));

/** Changes that no record of a run could hold, whoever made it. */
const patternIssues = (path: Path, patterns: readonly ChangePattern[], offered: readonly ChangePreview[]): readonly Issue[] =>
  patterns.flatMap((pattern, i) =>
    concreteChange(pattern, offered) === null
      ? [{ path: [...path, i], message: `nobody can make this change on this system; its menu has ${offeredHint([pattern], offered)}` }]
      : [],
  );

function stepIssues(path: Path, steps: readonly Step[], offered: readonly ChangePreview[]): readonly Issue[] {
  return steps.flatMap(({ any, after }, i) => {
    const own = [...patternIssues([...path, i, 'any'], any, offered), ...patternIssues([...path, i, 'after'], after, offered)];
    if (own.length > 0 || any.some((pattern) => isOffered(pattern, offered))) return own;
    return [{ path: [...path, i, 'any'], message: `no player is offered any of these changes; the menu has ${offeredHint(any, offered)}` }];
  });
}

function changeIssues({ variants }: Truth, offered: readonly ChangePreview[]): readonly Issue[] {
  return [
    ...variants.flatMap(({ id, recommended, harmful }) => [
      ...stepIssues(['variants', id, 'mitigate'], recommended.mitigate, offered),
      ...stepIssues(['variants', id, 'fix'], recommended.fix, offered),
      ...harmful.flatMap((item) => patternIssues(['harmful', item.id, 'any'], item.any, offered)),
    ]),
    ...stepIssues(['withoutCause'], variants[0]!.recommended.withoutCause, offered),
  ];
}

function offeredIssues(scenario: Scenario, truth: Truth): readonly Issue[] {
  const run: Run = createRun(scenario, { seed: SEED, variant: truth.variants[0]!.id, checkpoints: false });
  const keys = run.monitoring().gauges.map(({ metric }) => metric.key);
  const metrics = metricIssues(scenario, truth, keys);
  if (metrics.length > 0) return metrics; // a menu needs the metric that pages
  const { looks, changes } = run.wholeMenu();
  return [
    ...tellIssues(truth, looks, keys),
    ...changeIssues(
      truth,
      changes.map((change) => ({ ...change, refusal: null })),
    ),
  ];
}

/**
 * What only the built system can tell of a scenario that is well formed: worlds that cannot be made, metrics without a series, looks
 * and changes that nobody is offered. Paths are those of the scenario's file.
 */
export function worldIssues(scenario: Scenario): readonly Issue[] {
  const truth = openTruth(scenario.sealed);
  const unbuilt = buildIssues(scenario, truth);
  if (unbuilt.length > 0) return unbuilt;
  try {
    return offeredIssues(scenario, truth);
  } catch (error) {
    return [{ path: ['system'], message: `no world can be made on this system: ${notBuilt(error)}` }];
  }
}
