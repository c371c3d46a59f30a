import { openTruth, tellSeen } from '../scenario/truth.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Play } from './readings-shown.ts';

/** A tell that does not read in a play as its file states. */
export interface OddTell {
  readonly tell: string;
  readonly variant: string;
  readonly value: number | null; // null: nothing that was looked at shows the reading
  readonly holds: boolean; // as it reads, which the file states otherwise
}

/** Tells of a scenario that read otherwise than stated in plays of its variants, at the page and with nobody acting. */
export function tellsRead(scenario: Scenario, plays: readonly Play[]): { readonly tells: number; readonly odd: readonly OddTell[] } {
  const { tells, variants } = openTruth(scenario.sealed);
  const odd = plays
    .filter(({ name }) => variants.some(({ id }) => id === name))
    .flatMap(({ name, evidence }) =>
      tells.flatMap((tell): OddTell[] => {
        const read = evidence.filter((piece) => tellSeen(tell, piece) !== null);
        const holds = read.some((piece) => tellSeen(tell, piece) === true);
        if (holds === tell.holds.includes(name)) return [];
        const shown = read.find((piece) => tellSeen(tell, piece) === holds)?.readings.find(({ key }) => key === tell.reading);
        return [{ tell: tell.id, variant: name, value: shown?.value ?? null, holds }];
      }),
    );
  return { tells: tells.length, odd };
}
