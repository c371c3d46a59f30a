import type { Impact } from '../domain/observation.ts';
import { formatValue } from '../domain/metric.ts';
import { roughly } from '../domain/rough.ts';
import { topBarWords } from './words/top-bar.ts';

/** That a guess of the impact was replaced by what was measured; empty where none was. */
export const measuredText = ({ eur, guessedFrom, replacedEur }: Impact): string =>
  replacedEur === null ? '' : topBarWords.replaced(formatValue(roughly(replacedEur), 'eur'), guessedFrom, formatValue(eur, 'eur'));
