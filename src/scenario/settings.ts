import type { Settings, SettingValue, System } from './system.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

// In a list a step names the element with that id, else the index.
const stepOf = (holder: Record<string, unknown> | unknown[], step: string): string | number | undefined => {
  if (!Array.isArray(holder)) return Object.hasOwn(holder, step) ? step : undefined;
  const named = holder.findIndex((item) => isObject(item) && item.id === step);
  if (named >= 0) return named;
  const index = /^\d{1,4}$/.test(step) ? Number(step) : -1;
  return index >= 0 && index < holder.length ? index : undefined;
};

function withValue(holder: unknown, steps: readonly string[], value: SettingValue, path: string): unknown {
  const [step = '', ...rest] = steps;
  if (steps.length === 0) return value;
  const key = isObject(holder) ? stepOf(holder, step) : undefined;
  if (key === undefined) {
    const known = isObject(holder)
      ? Array.isArray(holder)
        ? holder.map((item, i) => (isObject(item) && typeof item.id === 'string' ? item.id : String(i)))
        : Object.keys(holder)
      : [];
    throw new Error(
      `there is no "${step}" in the path "${path}"; expected ${known.length === 0 ? 'the path to end before it' : `one of ${known.join(', ')}`}`,
    );
  }
  const inner = withValue((holder as Record<string | number, unknown>)[key], rest, value, path);
  if (Array.isArray(holder)) return holder.map((item: unknown, i) => (i === key ? inner : item));
  return { ...(holder as Record<string, unknown>), [key]: inner };
}

/**
 * A system with some parameters set otherwise, by path: "rollout.candidatePods", "model-server.versions.v42.modelCpuMs"
 * (a list's element goes by its id), "looks.look-trace", "delays.rollback.to".
 * @throws when a path leads nowhere; the loader has checked those of a scenario's own settings
 */
export function applySettings(system: System, settings: Settings): System {
  let result = system;
  for (const [path, value] of Object.entries(settings)) {
    const steps = path.split('.');
    const root = steps[0];
    if (root === 'looks' || root === 'delays') result = withValue(result, steps, value, path) as System;
    else result = { ...result, parts: withValue(result.parts, steps, value, path) as System['parts'] };
  }
  return result;
}
