/**
 * What monitoring takes of a shift. full: all of it · noisy: smaller samples, scraped less often · missing: scrapes of some stations
 * are lost for a while. The world is the same in all of them, and so is the metric that pages.
 */
export const INFORMATION = ['full', 'noisy', 'missing'] as const;
export type Information = (typeof INFORMATION)[number];

/** How many kinds of trouble a shift has beside its incident: impatient people, an absent colleague, a busy deploy queue. */
export const COMPLICATIONS = [0, 1, 2, 3] as const;
export type Complications = (typeof COMPLICATIONS)[number];

/** How the judge reads a run. */
export const STRICTNESS = ['lenient', 'standard', 'strict'] as const;
export type Strictness = (typeof STRICTNESS)[number];

/** The terms on which a shift is played. */
export interface Terms {
  readonly information: Information;
  readonly complications: Complications;
  readonly strictness: Strictness;
}

export const USUAL_TERMS: Terms = { information: 'full', complications: 0, strictness: 'standard' };

export type TermKey = keyof Terms;
export const TERM_KEYS = ['information', 'complications', 'strictness'] as const satisfies readonly TermKey[];

const ALLOWED: Readonly<Record<TermKey, readonly (string | number)[]>> = {
  information: INFORMATION,
  complications: COMPLICATIONS,
  strictness: STRICTNESS,
};

/** What a term may be. */
export const allowedTerms = (key: TermKey): readonly (string | number)[] => ALLOWED[key];

export const isTermKey = (key: string): key is TermKey => Object.hasOwn(ALLOWED, key);

/** Terms with one of them changed; as they were where the value is none that it may have. */
export const withTerm = (terms: Terms, key: TermKey, value: unknown): Terms =>
  ALLOWED[key].some((each) => each === value) ? { ...terms, [key]: value } : terms;

/** Those that are not as usual. */
export const unusualOf = (terms: Terms): Partial<Terms> =>
  Object.fromEntries(TERM_KEYS.filter((key) => terms[key] !== USUAL_TERMS[key]).map((key) => [key, terms[key]]));

export const sameTerms = (one: Terms, other: Terms): boolean => TERM_KEYS.every((key) => one[key] === other[key]);
