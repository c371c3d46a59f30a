import { faultLine } from '../../scenario/fault-list.ts';
import { readArgs, type Command } from '../args.ts';
import { faultsIn } from '../library.ts';
import { BadInput } from '../wrong.ts';

const MOST_FILES = 1000;

/** Every fault of every scenario, system or playbook file that is named. */
export const validate: Command = {
  usage: 'validate FILE…',
  run(argv, io) {
    const { operands } = readArgs(argv, {}, { names: ['FILE'], least: 1, most: MOST_FILES });
    let code = 0;
    for (const path of operands) {
      try {
        const faults = faultsIn(path);
        for (const fault of faults) io.out(`${faultLine(fault)}\n`);
        if (faults.length > 0) code = 1;
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        io.err(`${error.message}\n`); // the other files are still checked
        code = 1;
      }
    }
    return code;
  },
};
