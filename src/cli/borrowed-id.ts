import type { Scenario } from '../scenario/scenario.ts';
import type { Io } from './args.ts';
import { scenarioOf, shippedIds } from './library.ts';
import { quoted } from './wrong.ts';

/** Whether a scenario has the id of a shipped drill without being it. @param asked the id or file that was named */
export const borrowsId = (asked: string, scenario: Scenario): boolean => {
  const { id } = scenario.brief;
  return asked !== id && shippedIds().includes(id) && scenarioOf(id).contentHash !== scenario.contentHash;
};

/**
 * Says on stderr where a scenario file has the id of a shipped drill without being it: records and links name a drill by its id.
 * @param asked the id or file that was named
 */
export function warnOfBorrowedId(asked: string, scenario: Scenario, io: Io): void {
  if (!borrowsId(asked, scenario)) return;
  const { id } = scenario.brief;
  io.err(
    `${asked} id: warning: ${quoted(id)} is the id of a shipped drill with another content; links of this one would be looked for there. Give it an id of its own\n`,
  );
}
