import { ENGINE } from '../run/engine.ts';
import { decodeLink } from '../run/link.ts';
import { recordFileSchema, type RunRecord } from '../run/record.ts';
import { playedElsewhere } from '../run/replay.ts';
import { playRecord, type Run } from '../run/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Io } from './args.ts';
import { checked } from './checked.ts';
import { isThere, readJson } from './files.ts';
import { scenarioOf } from './library.ts';
import { BadInput, quoted } from './wrong.ts';

const MOST_BYTES = 8 << 20;

type RecordFile = ReturnType<typeof recordFileSchema.parse>;

/**
 * A kept run played to its end. A run that does not come out as it was kept is said to be so, and goes on.
 * @throws BadInput when it forces a variant or a prevention that its scenario does not have
 */
export function played({ from, scenario, record, finalHash }: Kept, io: Io): Run {
  try {
    const run = playRecord(scenario, record);
    if (run.finalHash() !== finalHash) io.err('Not verified: played again, the run does not end as it was kept; "replay" says more\n');
    return run;
  } catch (error) {
    throw new BadInput(`the run of ${quoted(from)} cannot be played again: ${(error as Error).message}`);
  }
}

/** A kept run: from a link, with the hash it ended with, or from a record file, with its hashes on the way. */
export interface Kept {
  readonly from: string; // the link or the path as it was named
  readonly scenario: Scenario;
  readonly record: RunRecord;
  readonly finalHash: string;
  readonly file: RecordFile | null;
}

/** What to know of a run that says it was played on something else than what is here, whether it repeats or not. */
export function notesOn({ scenario, record }: Pick<Kept, 'scenario' | 'record'>): string[] {
  const { content, engine } = playedElsewhere(scenario, record);
  return [
    ...(content ? ['it was played on another version of the scenario'] : []),
    ...(engine ? [`it was played on engine ${quoted(record.engine)}, this is ${ENGINE}`] : []),
  ];
}

/** What a link or a record file holds, before its scenario is looked for. */
export type Held = Omit<Kept, 'scenario'>;

const payloadOf = (text: string): string => /#\/(?:replay|debrief|story)\/([^?/]+)/.exec(text)?.[1] ?? text;

const isAddress = (text: string): boolean => /^[a-z]+:\/\/|#\//.test(text);

/** Whether a text can only be the path of a file: a link has neither slashes nor dots. */
const isPath = (text: string): boolean => isThere(text) || (!isAddress(text) && /[\\/]|\.[a-z]{1,5}$/.test(text));

/**
 * The run that a link or a record file keeps.
 * @param from a link's payload, an address that holds one, or the path of a record file
 * @throws BadInput when it cannot be read as either
 */
export const heldRun = (from: string): Held => (isPath(from) ? fromFile(from) : fromLink(payloadOf(from)));

/**
 * A kept run with its scenario.
 * @param scenarioFile where the scenario is not one that is shipped
 * @throws BadInput when its scenario is not there
 */
export function withScenario(kept: Held, scenarioFile?: string): Kept {
  const scenario = scenarioOf(scenarioFile ?? kept.record.scenario);
  if (scenario.brief.id === kept.record.scenario) return { ...kept, scenario };
  throw new BadInput(
    `the run is of scenario ${quoted(kept.record.scenario)}, and ${quoted(scenarioFile ?? '')} is ${quoted(scenario.brief.id)}`,
  );
}

/**
 * The run that a link or a record file keeps, with its scenario.
 * @throws BadInput as heldRun and withScenario
 */
export const keptRun = (from: string, scenarioFile?: string): Kept => withScenario(heldRun(from), scenarioFile);

function fromFile(path: string): Held {
  const file = checked(recordFileSchema, readJson(path, MOST_BYTES), `${quoted(path)} is not a record of a run:`);
  const late = file.log.findIndex((entry, i) => i > 0 && entry.tick < file.log[i - 1]!.tick);
  if (late >= 0)
    throw new BadInput(
      `${quoted(path)} log[${late}].tick: expected at least ${file.log[late - 1]!.tick} of the entry before, got ${file.log[late]!.tick}`,
    );
  return { from: path, record: file, finalHash: file.finalHash, file };
}

function fromLink(payload: string): Held {
  if (isAddress(payload))
    throw new BadInput(`${quoted(payload)} is no address of a run: expected one with #/replay/, #/debrief/ or #/story/ and a link`);
  const decoded = decodeLink(payload);
  if (!decoded.ok) throw new BadInput(`${quoted(payload)} is no link to a run, and no file: ${decoded.reason}`);
  return { from: payload, record: decoded.record, finalHash: decoded.finalHash, file: null };
}
