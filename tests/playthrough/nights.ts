/** The night that is played of each drill at each width: two causes that between them need most kinds of action. */
export const NIGHTS: readonly { readonly drill: string; readonly seeds: Readonly<Record<1440 | 390, string>> }[] = [
  { drill: 'latency-spike', seeds: { 1440: '1', 390: '6' } },
  { drill: 'silent-schema', seeds: { 1440: '1', 390: '6' } },
  { drill: 'slow-fade', seeds: { 1440: '6', 390: '12' } },
  { drill: 'gates-green-72h', seeds: { 1440: '6', 390: '4' } },
  { drill: 'prediction-drift-alarm', seeds: { 1440: '4', 390: '1' } },
  { drill: 'bad-canary', seeds: { 1440: '6', 390: '1' } },
];
