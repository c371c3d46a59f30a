import { expect } from 'vitest';

/** One fault: a passage replaced, what then stands at the fault, and its line after the position. */
export interface FaultCase {
  readonly says: string;
  readonly from: string;
  readonly to: string;
  readonly at: string; // the passage of the faulty text at which the fault is reported
  readonly fault: string; // "…" at its end: whatever else there is
}

/** Expects one line that names a fault at a place; a fault that ends in "…" may go on. */
export function expectFault(lines: readonly string[], place: string, fault: string): void {
  const open = fault.endsWith('…');
  const found = lines.filter((line) => (open ? line.startsWith(`${place} ${fault.slice(0, -1)}`) : line === `${place} ${fault}`));
  expect(found, [`expected ${place} ${fault}`, ...lines].join('\n')).toHaveLength(1);
}
