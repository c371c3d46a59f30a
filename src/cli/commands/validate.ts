import { namedSignature, SIGNATURE_IDS } from '../../policy/signatures/table.ts';
import { playWarnings } from '../../prove/play-warnings.ts';
import { faultLine } from '../../scenario/fault-list.ts';
import { openTruth } from '../../scenario/truth.ts';
import { readArgs, type Command, type Io } from '../args.ts';
import { warnOfBorrowedId } from '../borrowed-id.ts';
import { faultsIn, isScenarioFile, placedIn, scenarioOf } from '../library.ts';
import { textFile } from '../system-files.ts';
import { BadInput, quoted } from '../wrong.ts';

const MOST_FILES = 1000;
const MOST_LINES = 250; // of a scenario, so that its author and a reviewer can hold all of it in mind

/** What is no fault of a scenario file, and will surprise whoever wrote it. */
function warn(path: string, io: Io): void {
  const scenario = scenarioOf(path);
  warnOfBorrowedId(path, scenario, io);
  const lines = textFile(path, path).text.trimEnd().split('\n').length;
  if (lines > MOST_LINES)
    io.err(`${path}:${MOST_LINES + 1}:1 (file): warning: ${lines} lines, and a scenario is meant to have at most ${MOST_LINES}\n`);
  for (const fault of placedIn(path, playWarnings(scenario))) io.err(`${faultLine({ ...fault, message: `warning: ${fault.message}` })}\n`);
  for (const { id, signature } of openTruth(scenario.sealed).variants)
    if (signature !== null && namedSignature(signature) === null)
      io.err(`${path} variants.${id}.signature: the investigator has no row ${quoted(signature)}; it has ${SIGNATURE_IDS.join(', ')}\n`);
}

/** Every fault of every scenario, system or playbook file that is named. */
export const validate: Command = {
  usage: 'validate FILE…',
  run(argv, io) {
    const { operands } = readArgs(argv, {}, { names: ['FILE'], least: 1, most: MOST_FILES });
    let code = 0;
    for (const path of operands) {
      try {
        const faults = faultsIn(path);
        if (faults.length === 0 && isScenarioFile(path)) warn(path, io);
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
