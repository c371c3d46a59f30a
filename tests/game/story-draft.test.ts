import { describe, expect, it } from 'vitest';
import { emptyDraft, insertAt, restoreDraft, textOf, withText } from '../../src/game/story-draft.ts';
import { countWords, measure } from '../../src/game/story-measure.ts';

describe('a story draft', () => {
  it('comes back to the letter, odd characters, blank ends and unknown beats included', () => {
    const typed = '  p95 was\n\n2.0 s — “normally” 150 ms \u{1F4C8}  ';
    const draft = { ...withText(withText(emptyDraft, 'context', typed), 'a-later-beat', 'kept'), name: 'My night', target: 5 as const };
    expect(restoreDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(textOf(restoreDraft(draft), 'context')).toBe(typed);
  });

  it('starts empty from anything that is no draft', () => {
    for (const kept of [undefined, null, 3, 'x', [], { beats: 4 }, { beats: { context: 7 } }]) expect(restoreDraft(kept).beats).toEqual({});
  });

  it('puts a fact in at the caret, spaced from its neighbours, and loses none of the text', () => {
    expect(insertAt('', 0, 'p95 2.0 s')).toEqual({ text: 'p95 2.0 s', caret: 9 });
    expect(insertAt('At 02:04.', 8, 'p95 2.0 s')).toEqual({ text: 'At 02:04 p95 2.0 s.', caret: 18 });
    expect(insertAt('Then it', 5, 'p95 2.0 s')).toEqual({ text: 'Then p95 2.0 s it', caret: 14 });
    expect(insertAt('abc', 99, 'x').text).toBe('abc x');
  });
});

describe('the length of a story', () => {
  it('counts words that hold a letter or a figure', () => {
    expect(countWords('')).toBe(0);
    expect(countWords('  It cost — all in all — €2,517.  ')).toBe(6);
  });

  it('speaks 135 words in a minute and compares with the target', () => {
    const draft = withText(emptyDraft, 'context', Array.from({ length: 203 }, () => 'word').join(' '));
    expect(measure(draft)).toMatchObject({ words: 203, spoken: 'about 1 min 30 s', says: 'fits 2 min' });
    expect(measure({ ...draft, target: 5 }).says).toBe('short of 5 min');
    expect(measure(emptyDraft).says).toBe('nothing yet of 2 min');
  });
});
