import { describe, expect, it } from 'vitest';
import { clause, sentence, sentences } from '../../src/domain/sentence.ts';
import { announcements } from '../../src/game/words/announcements.ts';
import { briefingWords } from '../../src/game/words/briefing.ts';

describe('words that are said one after the other', () => {
  it('are sentences each, whether they ended as one or not', () => {
    expect(sentences(['Paused', 'A change has taken effect', 'Going on.'])).toBe('Paused. A change has taken effect. Going on.');
    expect(sentences(['Who asks?', 'Stop!', 'Looking…', 'Done'])).toBe('Who asks? Stop! Looking… Done.');
  });

  it('end where a quotation or a bracket ends them', () => {
    expect(sentence('They said: “It is over.”')).toBe('They said: “It is over.”');
    expect(sentence('It held (for 2 min.)')).toBe('It held (for 2 min.)');
    expect(sentence('p95 2.0 s (normal 150 ms)')).toBe('p95 2.0 s (normal 150 ms).');
  });

  it('leave nothing where nothing was said', () => {
    expect(sentences(['', ' Logs is open. ', '  '])).toBe('Logs is open.');
    expect(sentence('')).toBe('');
    expect(announcements.opened('Logs', '')).toBe('Logs is open.');
  });

  it('stand inside a sentence without the stop that they end in', () => {
    expect([clause('Wait. It is quick.'), clause('Wait'), clause('Wait...')]).toEqual(['Wait. It is quick', 'Wait', 'Wait...']);
  });

  it('never run into a second full stop, as a page and its answer do', () => {
    for (const page of ['p95 near 2 s', 'All gates had passed.', 'Do we go back?'])
      expect(briefingWords.aloud(page)).toMatch(/^Page\. \S.*[^.][.?] Press Enter to acknowledge\.$/);
  });
});
