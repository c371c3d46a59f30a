import { jsonSchema } from '../../scenario/schema-json.ts';
import { nameOf, readArgs, type Command } from '../args.ts';

/** The JSON Schema of a scenario file, or of a system file, for editors. */
export const schema: Command = {
  usage: 'schema [--of scenario|system]',
  run(argv, io) {
    const { values } = readArgs(argv, { json: { type: 'boolean' }, of: { type: 'string' } }, { names: [], least: 0, most: 0 });
    const of = nameOf('of', values.of ?? 'scenario', ['scenario', 'system']) as 'scenario' | 'system';
    io.out(`${JSON.stringify(jsonSchema(of), null, 2)}\n`);
    return 0;
  },
};
