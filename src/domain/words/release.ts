import { inLanguage } from './language.ts';

const en = {
  success: (name: string, version: string) => `${name}, ${version}`,
  p95Of: (version: string) => `p95 latency, ${version}`,
  fallbackOf: (version: string) => `Answered by the fallback, ${version}`,
  fallbackPeakOf: (version: string) => `Most by the fallback in any window, ${version}`,
  guardrail: 'Guardrail: candidate − stable',
  share: 'Exposed to the candidate',
  compared: 'Compared on the candidate',
  clickRate: 'Click rate',
  entropy: 'Variety of answers, bits',
};

/** A release, side by side, as figures are called. */
export const releaseWords = inLanguage({ en });
