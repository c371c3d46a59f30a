import { inLanguage } from './language.ts';

const en = {
  total: 'Total',
  parts: {
    queue_wait: 'waiting for a worker',
    features_get: 'features.get',
    merchant_risk: 'merchant-risk lookups with the waits between',
    inference: 'inference',
  },
  shareOf: (part: string) => `Share of ${part}`,
  /** @param lookup null where the request makes but one */
  cut: (lookup: number | null, attempt: number, ms: number) =>
    `${lookup === null ? '' : `lookup ${lookup}, `}attempt ${attempt}, cut at ${ms} ms`,
  attempts: 'merchant-risk attempts',
  finding: (percent: number, part: string, ms: string, healthyMs: string) =>
    `${percent} % of this trace is ${part}: ${ms} ms. In the healthy trace: ${healthyMs} ms.`,
};

/** What is said of a trace; its spans are named by the software that wrote them. */
export const traceLook = inLanguage({ en });
