import { readFileSync } from 'node:fs';

export const IDS = [
  'mmc', 'mgc', 'transient', 'metastability', 'hpa', 'histogram-quantile', 'burn-rate', 'retries-breaker-cache', 'drift', 'experiments',
] as const; // prettier-ignore

export interface OracleFile {
  readonly about: { readonly id: string };
  readonly cases: readonly Readonly<Record<string, unknown>>[];
}

/** The golden file of an id, read anew. */
export const oracleFile = (id: string): OracleFile =>
  JSON.parse(readFileSync(new URL(`./${id}.json`, import.meta.url), 'utf8')) as OracleFile;

/** Its cases, with the fields that a test reads. */
export const casesOf = <T>(id: string): T[] => oracleFile(id).cases as unknown as T[];
