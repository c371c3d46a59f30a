import { inLanguage } from '../../domain/words/language.ts';

/** Why the link of a run cannot be opened, or is not what it says it is. */
const en = {
  unreadable: (reason: string) => `This link cannot be read: ${reason}.`,
  unknownDrill: (id: string) => `This link is of a drill called “${id}”, which is not among the drills here.`,
  otherVersion: (drill: string, hash: string, hashHere: string) =>
    `This run was played on another version of “${drill}” (${hash}); the drill here has changed since (${hashHere}), so the run cannot be simulated again.`,
  noRun: (drill: string) => `This link is no run of “${drill}”: it names a setting that the drill does not have.`,
  otherEngine: (engine: string, here: string) => `By its own word it was played on engine ${engine}; this is ${here}.`,
  otherEnd: (hash: string, hashHere: string) => `The link ends in ${hash}, this simulation in ${hashHere}.`,
  parts: (part: string, clock: string, tick: number) => `It parts from the record in “${part}” by ${clock} (tick ${tick}).`,
};

export const runLinkWords = inLanguage({ en });
