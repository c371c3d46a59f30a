import { inLanguage } from './language.ts';

const en = {
  cpu: 'CPU, mean of pods',
  workersBusy: 'Workers busy',
  queueWait: 'Wait for a worker',
  replicas: 'Ready replicas',
  p95Of: (version: string) => `p95 of ${version}`,
  cpuOf: (version: string) => `CPU of ${version} pods`,
  cpuCallOf: (version: string) => `CPU a call, ${version}`,
  podsOn: (version: string) => `Pods on ${version}`,
};

/** Pods, all together and by the version they serve, as figures are called. */
export const serverWords = inLanguage({ en });
