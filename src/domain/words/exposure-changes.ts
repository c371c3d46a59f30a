import type { TrainingData } from '../action.ts';
import { inLanguage } from './language.ts';

const en = {
  nextVersion: 'the next version',
  labels: {
    rollback: (version: string) => `Roll back to ${version}`,
    shiftTraffic: (share: string, version: string) => `Shift ${share} to ${version}`,
    setRamp: (share: string) => `Set the canary to ${share}`,
    extendSample: 'Hold, and let the agreed rule decide',
    warmPods: 'Warm the canary’s caches',
    rerandomise: 'Split anew, by the unit',
    moveGuardrail: (points: string) => `Move the guardrail to ${points} points`,
    setFlag: (flag: string, on: boolean) => `${on ? 'Turn on' : 'Turn off'} ${flag}`,
    pauseExperiment: (experiment: string, ask: boolean) =>
      ask ? `Ask for ${experiment} to be paused` : `Pause ${experiment} without asking`,
    retrain: {
      all: 'Retrain, as before',
      recent: 'Retrain, on recent rows',
      'with-segment': 'Retrain, with more rows of the weak segment',
      reweighted: 'Retrain, weighted like live traffic',
      reviewed: 'Retrain, on reviewed rows',
    } satisfies Record<TrainingData, string>,
    shipNext: (version: string) => `Ship ${version} on top`,
    muteAlert: (hours: number | null) => `Mute the alert ${hours === null ? 'until further notice' : `for ${hours} h`}`,
  },
  touches: {
    all: (unit: string, version: string) => `all ${unit} to ${version}`,
    share: (share: string, unit: string, version: string) => `${share} of ${unit} to ${version}`,
    comesBack: (version: string, days: number) => `${version} comes back in ${days} days at the earliest`,
    bothCompared: 'both versions can then be compared',
    anew: 'the comparison starts anew',
    pods: (pods: number) => `${pods} pods of it`,
    shareStays: 'the share stays as it is',
    ruleLooks: 'the rule that was agreed on looks, and widens or takes back by itself',
    replayed: 'yesterday’s requests are replayed to the canary’s pods, and to those that join it later',
    drawnAnew: 'who gets the candidate: drawn anew by the unit, whatever its origin',
    amberBelow: (points: string) => `amber below ${points} points`,
    newestClient: 'the newest client',
    client: (client: string, on: boolean) => `${client}: ${on ? 'as its owners built it' : 'as the version before'}`,
    untreated: (experiment: string) => `${experiment}: everyone in the untreated arm`,
    ownerAsked: 'its owner is asked first',
    sampleLost: 'its sample is lost, and its owner learns of it afterwards',
    newVersion: (promotes: boolean) =>
      `a new version, ${promotes ? 'through the evaluation gate, to everyone' : 'to the registry, for a release of its own'}`,
    trainingRun: (sum: string) => `one training run, ${sum}`,
    toEveryone: (version: string) => `${version} to everyone`,
    nobodyPaged: 'nobody is paged by it',
  },
  blindTo: {
    version: (version: string) => `how ${version} does`,
    versionAlone: (version: string) => `what ${version} alone would have done`,
    smallGaps: 'smaller gaps',
    alert: 'what it would say',
  },
};

/** Changes to a release: what they are called and what they touch. */
export const exposureChanges = inLanguage({ en });
