import type { Brief } from './brief.ts';
import type { Sealed } from './sealed.ts';
import type { System } from './system.ts';

/** A checked scenario: what players may know, the system it runs on, and the truth under seal. */
export interface Scenario {
  readonly brief: Brief;
  readonly system: System; // as described; a variant may differ in what its truth says
  readonly sealed: Sealed;
  readonly contentHash: string; // 16 hex characters over the checked scenario with its system resolved
}
