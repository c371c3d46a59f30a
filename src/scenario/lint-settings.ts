import { Cursor } from './cursor.ts';
import type { Issue } from './fault-list.ts';
import { partNameIssues } from './lint-part-names.ts';
import { PART_SPECS } from './part-specs.ts';
import { schemaIssues } from './schema-issues.ts';
import { applySettings } from './settings.ts';
import type { Settings, SettingValue, System } from './system.ts';

const isSetting = (value: unknown): value is SettingValue => value === null || ['number', 'string', 'boolean'].includes(typeof value);

// What the part's own schema says against the system that the settings make.
function partIssues(at: Cursor, path: string, system: System): readonly Issue[] {
  const root = path.split('.')[0] ?? '';
  if (root === 'looks' || root === 'delays') {
    const value = at.number();
    return value !== undefined && value >= 0 ? [] : [at.issue('expected a number of seconds, 0 or more')];
  }
  const schema = Object.hasOwn(PART_SPECS, root) ? PART_SPECS[root]?.paramsSchema : undefined;
  const issue = schema ? schemaIssues(schema, system.parts[root])[0] : undefined;
  if (issue !== undefined) return [at.issue(issue.message)];
  const unnamed = partNameIssues(new Cursor(system.parts)).find(
    ({ path: of }) => path.startsWith(String(of[0])) && path.endsWith(`.${String(of.at(-1))}`),
  );
  return unnamed === undefined ? [] : [at.issue(unnamed.message)];
}

/** Faults of settings by path: paths that lead nowhere in the system, and values that its parts refuse. */
export function settingsIssues(settings: Cursor, system: System): readonly Issue[] {
  let result = system; // settings act together, so each is judged on top of those before it
  return settings.entries().flatMap(([path, at]) => {
    if (!isSetting(at.value)) return [];
    try {
      result = applySettings(result, { [path]: at.value } satisfies Settings);
    } catch (error) {
      return [at.issue(error instanceof Error ? error.message : 'the path leads nowhere', 'key')];
    }
    return partIssues(at, path, result);
  });
}
