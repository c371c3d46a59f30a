/** One figure of two runs, side by side. */
export interface Pair<T> {
  readonly first: T;
  readonly second: T;
}

/** A figure of two runs with how far they lie apart. */
export interface Apart extends Pair<number> {
  readonly difference: number; // second − first
}

export const both = <S, T>(of: Pair<S>, read: (one: S) => T): Pair<T> => ({ first: read(of.first), second: read(of.second) });

export const apart = ({ first, second }: Pair<number>): Apart => ({ first, second, difference: second - first });
