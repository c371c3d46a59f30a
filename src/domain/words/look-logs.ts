import { inLanguage } from './language.ts';

const en = {
  lines: (family: string) => `${family} lines`,
  linesInTenMinutes: (family: string) => `${family} lines in ten minutes`,
  sample: (most: number, span: string) => `A sample of at most ${most} lines a family, of the last ${span}.`,
  sampleOfTenMinutes: (most: number) => `A sample of at most ${most} lines a family, of the last ten minutes.`,
  lastRun: 'the last run',
  coerced: 'Values coerced',
  unmatched: 'Rows without a match',
  defaulted: 'Empty answers filled',
  late: 'Labels not there yet',
  errors: 'Errors',
};

/** What is said of log lines; the lines themselves are what the software wrote. */
export const logLook = inLanguage({ en });
