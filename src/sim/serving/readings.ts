import { exp, normalQuantile } from '../../kernel/math.ts';
import { drawAt, type DrawKey } from '../../kernel/streams.ts';
import type { Columns, VersionColumns } from './columns.ts';

/** What a run's monitoring reads with: where figures stand, and the noise of each reading. Fixed for a run. */
export interface Instruments {
  readonly columns: Columns;
  readonly versions: readonly VersionNoise[];
  readonly gateway: DrawKey;
  readonly cpu: DrawKey;
  readonly store: DrawKey;
  readonly upstream: DrawKey;
  readonly falsePositives: DrawKey;
  readonly drift: DrawKey;
}

export interface VersionNoise {
  readonly columns: VersionColumns;
  readonly p95: DrawKey;
  readonly cpu: DrawKey;
}

/** A standard normal draw for one reading. */
export const normalAt = (key: DrawKey, tick: number, index: number): number =>
  normalQuantile(drawAt(key, tick, index) * (1 - 1e-9) + 5e-10);

/** What a reading is multiplied by: one draw a scrape and source, so that quantiles of one histogram keep their order. @param sd relative */
export const readNoise = (key: DrawKey, tick: number, sd: number): number => (sd <= 0 ? 1 : exp(sd * normalAt(key, tick, 0)));
