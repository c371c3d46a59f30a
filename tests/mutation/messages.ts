import type { Mutant } from './mutants.ts';

/** Tests of one file; null: all of them. */
export interface Chosen {
  readonly path: string;
  readonly ids: readonly string[] | null;
  readonly ms: number; // what loading and running them took on the sources as they are
}

/** What a test file and its tests took, and which functions they entered: files by name, functions as file#start. */
export interface TestRecord {
  readonly path: string;
  readonly loadMs: number;
  readonly loaded: readonly string[]; // entered while the file was loaded
  readonly tests: readonly { readonly id: string; readonly ms: number; readonly hits: readonly string[] }[];
}

export type Order =
  | { readonly kind: 'measure'; readonly path: string }
  | { readonly kind: 'attempt'; readonly mutant: Mutant; readonly chosen: readonly Chosen[] };

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'begins'; readonly ms: number } // tests that took so long on the sources as they are
  | { readonly kind: 'measured'; readonly record: TestRecord }
  | { readonly kind: 'tried'; readonly killer: string | null; readonly megabytes: number } // the test that failed
  | { readonly kind: 'broken'; readonly reason: string };
