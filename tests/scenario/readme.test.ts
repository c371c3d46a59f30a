import { describe, expect, it } from 'vitest';
import { policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { openTruth } from '../../src/scenario/truth.ts';
import { changeSchema, CHANGE_TYPES, LOOK_TYPES } from '../../src/domain/action.ts';
import { scenarioJsonSchema, systemJsonSchema } from '../../src/scenario/json-schema.ts';
import { onShippedSystems, shippedFile } from './shipped.ts';

const README = shippedFile('scenarios/README.md').text;

// Every field name that a schema knows, outside the parameters of parts.
function fieldsOf(schema: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const stack: unknown[] = [schema];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, value] of Object.entries(next)) {
      if (key !== 'properties') {
        stack.push(value);
        continue;
      }
      for (const [field, inner] of Object.entries(value as object)) {
        found.add(field);
        stack.push(inner);
      }
    }
  }
  return found;
}

describe('the guide to scenarios', () => {
  it('names every field of a scenario file', () => {
    const ofChanges = new Set([...changeSchema.options.flatMap(({ shape }) => Object.keys(shape)), 'atLeast', 'atMost']); // as actions name them
    const fields = [...fieldsOf(scenarioJsonSchema())].filter((field) => !ofChanges.has(field));
    expect(fields.length).toBeGreaterThan(60);
    expect(fields.filter((field) => !README.includes(`\`${field}\``))).toEqual([]);
  });

  it('names every field of a system file above its parts', () => {
    const { properties } = systemJsonSchema() as { properties: Record<string, unknown> };
    const { parts: _, looks, delays, ...own } = properties;
    expect([...Object.keys(properties), ...fieldsOf({ properties: own })].filter((field) => !README.includes(`\`${field}\``))).toEqual([]);
    expect(Object.keys((looks as { properties: object }).properties)).toHaveLength(LOOK_TYPES.length);
    expect(Object.keys((delays as { properties: object }).properties)).toHaveLength(CHANGE_TYPES.length);
  });

  it('shows a whole drill of forty lines that loads, pages in each of its variants, and is won by its expert', () => {
    const text = /```yaml\n([\s\S]*?)```/.exec(README)?.[1] ?? '';
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    const example = onShippedSystems({ file: 'two-causes.yaml', text });
    const { variants } = openTruth(example.sealed);
    expect(variants.map(({ id }) => id)).toEqual(['store', 'traffic']);
    for (const { id } of variants) {
      const [none, expert] = (['none', 'expert'] as const).map((policy) =>
        playPolicy(example, policyOf(policy, example, id), { seed: '1', variant: id }),
      );
      expect(none!.trace().pageTick).not.toBeNull();
      expect(expert!.impactEur()).toBeLessThan(0.5 * none!.impactEur());
    }
  });
});
