import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema, systemJsonSchema } from '../../src/scenario/json-schema.ts';
import { shippedFile } from './shipped.ts';

const written = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

describe('the JSON Schema beside the files', () => {
  it('of scenarios is current; "npm run golden" writes it', async () => {
    await expect(written(scenarioJsonSchema())).toMatchFileSnapshot('../../scenarios/schema.json');
  });

  it('of systems is current; "npm run golden" writes it', async () => {
    await expect(written(systemJsonSchema())).toMatchFileSnapshot('../../scenarios/systems/schema.json');
  });

  it('refuses unknown fields at every level, and says a word on the fields that need one', () => {
    const text = shippedFile('scenarios/schema.json').text;
    const maps = text.match(/"properties": \{/g)?.length ?? 0;
    expect(maps).toBeGreaterThan(30);
    expect(text.match(/"additionalProperties": false/g)?.length).toBe(maps);
    expect(text).toContain('linear between, held after the last');
  });
});
