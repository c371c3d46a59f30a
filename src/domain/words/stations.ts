import { inLanguage } from './language.ts';

const en = {
  noInstruments: 'no instruments here',
};

/** What stands below a station on the map. */
export const stationWords = inLanguage({ en });
