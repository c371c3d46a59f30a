import type { Evidence, Reading } from '../domain/evidence.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth, tellSeen } from '../scenario/truth.ts';

/** The readings of a piece of evidence that tell causes apart, as it showed them. For after a run only. */
export function tellingReadings(scenario: Scenario, evidence: Evidence): readonly Reading[] {
  const { tells, variants } = openTruth(scenario.sealed);
  const keys = new Set(
    tells.filter((tell) => tell.holds.length < variants.length && tellSeen(tell, evidence) === true).map((tell) => tell.reading),
  );
  return evidence.readings.filter((reading) => keys.has(reading.key));
}
