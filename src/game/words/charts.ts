import { inLanguage } from '../../domain/words/language.ts';

const en = { anyState: 'any state' };

/** What the drawings of statecharts say beside the names of states and events. */
export const chartWords = inLanguage({ en });
