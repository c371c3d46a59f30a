import { readArgs, type Command } from '../args.ts';
import { readJson } from '../files.ts';
import { runOracleFile } from '../oracle.ts';

/** Golden values computed anew by the functions that the simulation uses. */
export const oracle: Command = {
  usage: 'oracle FILE [--json]',
  run(argv, io) {
    const { values, operands } = readArgs(argv, { json: { type: 'boolean' } }, { names: ['FILE'], least: 1, most: 1 });
    return runOracleFile(readJson(operands[0] ?? '', 16 << 20), { json: values.json === true, io });
  },
};
