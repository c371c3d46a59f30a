import { describe, expect, it } from 'vitest';
import { internTexts } from '../../src/kernel/interned.ts';

describe('data whose texts are kept once', () => {
  const data = () => ({
    name: 'a name',
    none: null,
    gone: undefined,
    counts: [1, -0, NaN, true],
    texts: ['', '42', 'ä', '__proto__', ['deep', { inner: 'x', more: ['y'] }]],
    row: Float64Array.of(1, 2),
  });

  it('is the same data as before, in place', () => {
    const value = data();
    const { texts, row } = value;
    expect(internTexts(value)).toBe(value);
    expect(value).toEqual(data());
    expect([value.texts, value.row]).toEqual([texts, row]);
    expect([value.texts === texts, value.row === row]).toEqual([true, true]);
  });

  it('may be a text, a number or nothing', () => {
    expect(['text', '', '7', 7, null, undefined, false].map((one) => internTexts(one))).toEqual([
      'text',
      '',
      '7',
      7,
      null,
      undefined,
      false,
    ]);
  });
});
