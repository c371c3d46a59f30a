import { counted } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  verify: {
    title: 'Verify with a metric',
    ask: 'Which metric shows that it is well again?',
    normal: (value: string) => `normal ${value}`,
    none: 'No metric can be verified yet: open a dashboard first.',
    pager: 'Pager',
    pickFirst: 'Pick a metric first.',
    pickToSee: 'Pick a metric to see how it has run.',
    verify: 'Verify',
    checking: (metric: string, clock: string) =>
      `${metric} is being watched since ${clock}. The answer comes once it has held for a while.`,
    stands: 'The clock stands: let time run.',
    oneAtATime: 'One check at a time: the one before has no answer yet.',
    recovered: 'recovered',
    notRecovered: 'not recovered',
  },
  resolve: {
    title: 'Resolve the incident?',
    says: 'Your part ends here and the debrief begins. The system runs on: what was mitigated but not fixed can come back.',
    notDone: 'Not done:',
    notVerified: 'nothing has been verified with a metric',
    checking: 'the check under way has no answer yet',
    lastFailed: 'the last check did not show recovery',
    notClaimed: 'no cause has been claimed',
    underWay: 'a change has not taken effect yet',
    nobodyTold: 'nobody has been told anything',
    resolve: 'Resolve, for good',
  },
  leave: {
    title: 'Leave it alone',
    says: 'Say that no change is right here, and which evidence excludes the other explanations.',
    evidence: 'Evidence that excludes the rest',
    noted: (findings: number) =>
      `Your decision is noted: leave it alone${findings === 0 ? '' : `, with ${counted(findings, { one: 'piece of evidence', other: 'pieces of evidence' })}`}.`,
  },
  notes: {
    title: 'Your notes',
    says: 'For yourself: kept on this device with the run, never judged.',
    saysUnkept: 'For yourself: kept on this device with the run, never judged. This browser keeps nothing just now.',
  },
};

/** Ends of a drill: verifying, resolving, leaving alone, and the notes that go with the run. */
export const closingWords = inLanguage({ en });
