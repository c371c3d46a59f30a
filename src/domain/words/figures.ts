import { inLanguage } from './language.ts';

const en = {
  noData: 'no data',
  minus: '−',
  point: '.',
  group: ',', // between thousands
  seconds: (figure: string) => `${figure} s`,
  milliseconds: (figure: string) => `${figure} ms`,
  percent: (figure: string) => `${figure} %`,
  percentagePoints: (figure: string) => `${figure} pp`,
  spreads: (figure: string, one: boolean) => `${figure} ${one ? 'spread' : 'spreads'}`,
  yes: 'yes',
  no: 'no',
  active: 'active',
  quiet: 'quiet',
  perSecond: (figure: string) => `${figure} /s`,
  times: (figure: string) => `${figure}×`,
  euro: (figure: string) => `€${figure}`,
  thousandEuro: (figure: string) => `€${figure}k`,
  perMinute: (sum: string) => `${sum}/min`,
  perHour: (sum: string) => `${sum}/h`,
  perDay: (sum: string) => `${sum}/day`,
};

/** How figures are written, whatever they count: what stands in them and beside them. */
export const figureWords = inLanguage({ en });
