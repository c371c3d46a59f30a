import { scenarioJsonSchema, systemJsonSchema } from '../../scenario/json-schema.ts';
import { nameOf, readArgs, type Command } from '../args.ts';

const SCHEMAS = { scenario: scenarioJsonSchema, system: systemJsonSchema };

/** The JSON Schema of a scenario file, or of a system file, for editors. */
export const schema: Command = {
  usage: 'schema [--of scenario|system]',
  run(argv, io) {
    const { values } = readArgs(argv, { json: { type: 'boolean' }, of: { type: 'string' } }, { names: [], least: 0, most: 0 });
    const of = nameOf('of', values.of ?? 'scenario', Object.keys(SCHEMAS)) as keyof typeof SCHEMAS;
    io.out(`${JSON.stringify(SCHEMAS[of](), null, 2)}\n`);
    return 0;
  },
};
