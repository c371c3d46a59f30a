declare const sealedBrand: unique symbol;

/** What a player must not know, as a value that says nothing: only truth.ts opens it. */
export interface Sealed {
  readonly [sealedBrand]: 'sealed';
}
