import { expect, it } from 'vitest';
import { roleInSentence } from '../../src/domain/role-words.ts';
import { lookedByWords } from '../../src/domain/words/looked-by.ts';
import { colleagueWords } from '../../src/game/words/colleagues.ts';
import { messageWords } from '../../src/game/words/message.ts';

it('a role within a sentence begins small, keeps its abbreviations, and is no "the … on call"', () => {
  expect(roleInSentence('Platform engineer')).toBe('platform engineer');
  expect(roleInSentence('Feature platform on call')).toBe('feature platform');
  expect(roleInSentence('ML engineer on call')).toBe('ML engineer');
  expect(roleInSentence('Data scientist of the LLM team')).toBe('data scientist of the LLM team');
  expect(lookedByWords.by('Fraud analyst on call')).toBe('by the fraud analyst');
  expect(colleagueWords.waitWho('App team on call')).toBe('Wait for the app team');
  expect(messageWords.toThe('VP of payments', (role) => role)).toEqual(['To the ', 'VP of payments']);
});
