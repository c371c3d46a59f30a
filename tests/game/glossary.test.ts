import { describe, expect, it } from 'vitest';
import { GLOSSARY } from '../../src/game/glossary.ts';
import { searchTerms, withTerms } from '../../src/game/glossary-find.ts';

describe('the glossary', () => {
  it('has two sentences an entry, in at most 45 words, and says nothing twice', () => {
    expect(GLOSSARY.length).toBeGreaterThanOrEqual(60);
    for (const { name, says } of GLOSSARY) {
      expect(says.split(/\s+/).length, name).toBeLessThanOrEqual(45);
      expect(says.match(/[.](?=\s|$)/g)?.length, name).toBe(2);
    }
    const forms = GLOSSARY.flatMap(({ name, forms: others }) => [name, ...others]).map((form) => form.toLowerCase());
    expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([]);
    expect(new Set(GLOSSARY.map(({ id }) => id)).size).toBe(GLOSSARY.length);
  });

  it('finds a term where it stands, the longest form first and each once, and leaves the text as it is', () => {
    const pieces = withTerms('p95 latency of the canary, and PSI of the canary; p95-high');
    expect(pieces.flatMap(({ term }) => (term === null ? [] : [term.name]))).toEqual(['p95', 'Canary', 'PSI']);
    expect(pieces.map(({ text }) => text).join('')).toBe('p95 latency of the canary, and PSI of the canary; p95-high');
    expect(searchTerms('psi')[0]?.name).toBe('PSI');
    expect(searchTerms('chargeback').map(({ name }) => name)).toEqual(['Label delay']);
    expect(searchTerms('no such word')).toEqual([]);
  });
});
