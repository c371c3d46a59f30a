import { counted } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  what: {
    echoes: 'Repeated calls',
    dropped: 'Requests that get no score',
    refused: 'Turned away at the gateway',
    hollow: 'Missing values',
    gauge: 'Schema version changed',
    drift: 'Drift',
    skew: 'Serving against training',
    late: 'Labels',
    branch: 'Branch of a new version',
    twin: 'Two versions beside each other',
    shadow: 'Version in shadow',
    coins: 'Extra cost',
    cache: 'Cache',
    platform: 'Pods ready',
    flag: 'Deployed here',
    rows: 'Rows',
  },
  calls: (each: string) => `${each} calls a request`,
  ringRepeats: 'small rings: repeats',
  dropped: (share: string) => `${share} dropped`,
  ringPercent: 'one ring: 1 %',
  refused: (share: string) => `${share} turned away`,
  ringTurned: 'one ring: 5 %',
  missing: (share: string, of: string) => `${share} of ${of} missing`,
  versions: (was: string, now: string) => `schema ${was}, now ${now}`,
  noField: 'no field differs',
  fields: (fields: readonly string[]) => `differs: ${fields.join(', ')}`,
  drift: (of: string, psi: string) => `${of} drifted: PSI ${psi}`,
  barScale: 'full bar: PSI 1',
  dashed: 'dashed: as trained',
  skew: (of: string, factor: string) => `${of}: ×${factor}`,
  skewed: 'mean now, against training',
  arrives: (after: string) => `labels come after ${after}`,
  ringTime: (time: string) => `one ring: ${time}`,
  branch: (version: string, share: string) => `${version}: ${share} of traffic`,
  twin: (version: string, share: string) => `${version} gets ${share}`,
  twinRest: (other: string, share: number) => (share < 1 ? `the rest goes to ${other}` : `nothing goes to ${other}`),
  shadow: (version: string) => `${version} in shadow`,
  nobody: 'its answers reach nobody',
  loses: (rate: string) => `loses ${rate}`,
  tickEur: (eur: string) => `each bar: €${eur}`,
  cache: (share: string) => `cache answers ${share}`,
  cacheNormal: (share: string) => `normal ${share}; ten squares: all`,
  /** @param warming how far more of them are on their way; null where none are */
  pods: (ready: number, normal: number, warming: string | null) =>
    `${ready} of ${normal} pods${warming === null ? '' : `, more ${warming} of the way`}`,
  deploys: (count: number) => counted(count, { one: 'deploy', other: 'deploys' }),
  rows: (rows: string) => `${rows} rows a day`,
  sentence: (what: string, place: string, says: string) => `${what}, ${place}: ${says}`,
  flagSentence: (what: string, place: string, deploys: string, latest: string) => `${what}, ${place}: ${deploys}, the latest “${latest}”`,
};

/** What the marks of the map say beside their drawings and in the list. */
export const markWords = inLanguage({ en });
