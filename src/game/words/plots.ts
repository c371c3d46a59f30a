import { inLanguage } from '../../domain/words/language.ts';

const en = {
  time: 'Time',
  day: (day: number) => `day ${day}`,
  normal: (value: string) => `normal ${value}`,
  noData: 'no data',
  course: (first: string, last: string, least: string, most: string) => `${first} at first, ${last} now, between ${least} and ${most}`,
  ofSeries: (series: string, course: string) => `${series}: ${course}`,
  summary: (title: string, from: string, to: string, courses: readonly string[]) =>
    `${title} from ${from} to ${to}. ${courses.join('; ')}.`,
  summaryBeside: (title: string, from: string, to: string, courses: readonly string[], normal: string) =>
    `${title} from ${from} to ${to}. ${courses.join('; ')}. Normal is ${normal}.`,
};

/** What a chart of a metric shows, in words. */
export const plotWords = inLanguage({ en });
