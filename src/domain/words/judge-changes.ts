import type { TrainingData } from '../action.ts';
import { inLanguage } from './language.ts';

const trainedOn: Readonly<Record<TrainingData, string>> = {
  all: 'on everything',
  recent: 'on recent data',
  'with-segment': 'with the segment known to it',
  reweighted: 'on data weighted like live traffic',
  reviewed: 'on reviewed rows',
};

/** Changes of the system within a sentence: before they are made ("scale to 16 replicas"), and after ("Scaled to 16 replicas"). */
const en = {
  rollback: {
    doing: 'roll the model back to the last stable version',
    done: 'Rolled the model back to the last stable version',
  },
  shiftTraffic: {
    doing: (share: string, version: string) => `shift ${share} of traffic to ${version}`,
    done: (share: string, version: string) => `Shifted ${share} of traffic to ${version}`,
  },
  scale: { doing: (replicas: string) => `scale to ${replicas} replicas`, done: (replicas: string) => `Scaled to ${replicas} replicas` },
  restart: { doing: 'restart all replicas', done: 'Restarted all replicas' },
  breaker: {
    'forced-open': {
      doing: (route: string) => `open the breaker on ${route}`,
      done: (route: string) => `Opened the breaker on ${route}`,
    },
    automatic: {
      doing: (route: string) => `set the breaker on ${route} to automatic`,
      done: (route: string) => `Set the breaker on ${route} to automatic`,
    },
    off: {
      doing: (route: string) => `switch off the breaker on ${route}`,
      done: (route: string) => `Switched off the breaker on ${route}`,
    },
  },
  serveCached: { doing: 'serve cached features', done: 'Served cached features' },
  stopCached: { doing: 'stop serving cached features', done: 'Stopped serving cached features' },
  timeout: {
    doing: (timeout: string, route: string) => `set the timeout on ${route} to ${timeout}`,
    done: (timeout: string, route: string) => `Set the timeout on ${route} to ${timeout}`,
  },
  oneAttempt: {
    doing: (route: string) => `switch off retries to ${route}`,
    done: (route: string) => `Switched off retries to ${route}`,
  },
  attempts: {
    doing: (attempts: string, route: string) => `set ${attempts} attempts on ${route}`,
    done: (attempts: string, route: string) => `Set ${attempts} attempts on ${route}`,
  },
  shed: { doing: (share: string) => `shed ${share} of requests`, done: (share: string) => `Shed ${share} of requests` },
  repointChampion: {
    doing: (version: string) => `point the champion alias at ${version}`,
    done: (version: string) => `Pointed the champion alias at ${version}`,
  },
  rebalance: { doing: 'rebalance the hot partition', done: 'Rebalanced the hot partition' },
  raiseMax: {
    doing: (max: string) => `raise the autoscaler's limit to ${max}`,
    done: (max: string) => `Raised the autoscaler's limit to ${max}`,
  },
  addFallback: {
    doing: (route: string) => `add a fallback on ${route}`,
    done: (route: string) => `Added a fallback on ${route}`,
  },
  retrain: { doing: 'start a retraining', done: 'Started a retraining' },
  retrainOn: (data: TrainingData) => ({
    doing: `start a retraining ${trainedOn[data]}`,
    done: `Started a retraining ${trainedOn[data]}`,
  }),
  holdPromotion: { doing: 'stop the promotion of new models', done: 'Stopped the promotion of new models' },
  pinSnapshot: {
    doing: 'serve the last good model on the last good data',
    done: 'Served the last good model on the last good data',
  },
  fixMapping: {
    doing: (feature: string) => `repair the mapping of ${feature} and read its rows again`,
    done: (feature: string) => `Repaired the mapping of ${feature} and read its rows again`,
  },
  rerunJob: { doing: 'run the job again', done: 'Ran the job again' },
  setGate: { doing: (threshold: string) => `set the gate to ${threshold}`, done: (threshold: string) => `Set the gate to ${threshold}` },
  dropFeature: {
    doing: (feature: string) => `leave ${feature} out of the model`,
    done: (feature: string) => `Left ${feature} out of the model`,
  },
  repairFeed: { doing: (feed: string) => `repair the feed ${feed}`, done: (feed: string) => `Repaired the feed ${feed}` },
  setCutoff: { doing: (cutoff: string) => `set the cut-off to ${cutoff}`, done: (cutoff: string) => `Set the cut-off to ${cutoff}` },
  setCutoffFor: {
    doing: (cutoff: string, segment: string) => `set the cut-off to ${cutoff} for ${segment}`,
    done: (cutoff: string, segment: string) => `Set the cut-off to ${cutoff} for ${segment}`,
  },
  capOverrides: { doing: (share: string) => `limit overrides to ${share}`, done: (share: string) => `Limited overrides to ${share}` },
  pauseDecisions: { doing: 'pause all decisions', done: 'Paused all decisions' },
  addRule: { doing: (segment: string) => `add a rule for ${segment}`, done: (segment: string) => `Added a rule for ${segment}` },
  staffQueue: {
    doing: (factor: string) => `staff the review queue ${factor} times as strongly`,
    done: (factor: string) => `Staffed the review queue ${factor} times as strongly`,
  },
  muteForGood: { doing: 'mute the alert without an end', done: 'Muted the alert without an end' },
  mute: { doing: (hours: string) => `mute the alert for ${hours} hours`, done: (hours: string) => `Muted the alert for ${hours} hours` },
  useFallback: { doing: 'switch to the fallback model', done: 'Switched to the fallback model' },
  leaveFallback: { doing: 'switch the fallback model off', done: 'Switched the fallback model off' },
  revertConfig: { doing: 'put the configuration back', done: 'Put the configuration back' },
  flagOn: { doing: (flag: string) => `turn the flag ${flag} on`, done: (flag: string) => `Turned the flag ${flag} on` },
  flagOff: { doing: (flag: string) => `turn the flag ${flag} off`, done: (flag: string) => `Turned the flag ${flag} off` },
  askToPause: {
    doing: (experiment: string) => `ask the owner to pause ${experiment}`,
    done: (experiment: string) => `Asked the owner to pause ${experiment}`,
  },
  stopUnasked: {
    doing: (experiment: string) => `stop ${experiment} without asking`,
    done: (experiment: string) => `Stopped ${experiment} without asking`,
  },
  setRamp: { doing: (share: string) => `set the ramp to ${share}`, done: (share: string) => `Set the ramp to ${share}` },
  extendSample: {
    doing: 'hold the ramp until the agreed sample is there',
    done: 'Held the ramp until the agreed sample is there',
  },
  warmPods: { doing: "warm the canary's pods", done: "Warmed the canary's pods" },
  rerandomise: { doing: 'split the traffic at random', done: 'Split the traffic at random' },
  moveGuardrail: {
    doing: (threshold: string) => `move the guardrail to ${threshold}`,
    done: (threshold: string) => `Moved the guardrail to ${threshold}`,
  },
  shipNext: { doing: 'ship the next version on top', done: 'Shipped the next version on top' },
};

export const judgeChangeWords = inLanguage({ en });
