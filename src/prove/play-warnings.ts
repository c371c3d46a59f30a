import type { Issue } from '../scenario/fault-list.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';
import { variantPlays, type Play } from './readings-shown.ts';
import { tellsRead, type OddTell } from './tells-read.ts';
import { unearnable } from './unearnable.ts';

const SEED = '1';
const OTHER_SEEDS = ['2', '3']; // a reading that is drawn may differ on one seed
const MOST_OFF = 0.1; // of the time from the onset to the page

const figure = (value: number): string => String(Number(value.toPrecision(4)));

function pageWarnings(scenario: Scenario, plays: readonly Play[]): readonly Issue[] {
  const { onset, pageTick } = openTruth(scenario.sealed);
  const { alert } = scenario.brief.pager;
  const room = onset.jitter + MOST_OFF * (pageTick - onset.tick);
  return plays.flatMap(({ name, tick, paged }): readonly Issue[] => {
    const path = ['variants', name];
    if (paged === null) return [{ path, message: `never pages on seed ${SEED}: its faults do not bring "${alert}" to fire`, on: 'key' }];
    if (paged !== alert) return [{ path, message: `pages by "${paged}" on seed ${SEED}, and pager.alert is "${alert}"`, on: 'key' }];
    return Math.abs(tick - pageTick) <= room
      ? []
      : [
          {
            path,
            message: `pages at tick ${tick} on seed ${SEED}, and clock.pageTick is ${pageTick}: history and bands count from there`,
            on: 'key',
          },
        ];
  });
}

function tellWarnings(scenario: Scenario, plays: readonly Play[]): readonly Issue[] {
  const oddOn = (some: readonly Play[]): readonly OddTell[] => tellsRead(scenario, some).odd;
  const odd = oddOn(plays);
  if (odd.length === 0) return [];
  const others = OTHER_SEEDS.map((seed) => oddOn(variantPlays(scenario, seed)));
  const isSame = (one: OddTell) => (other: OddTell) => one.tell === other.tell && one.variant === other.variant;
  return odd
    .filter((one) => others.every((list) => list.some(isSame(one))))
    .map(({ tell, variant, value, holds }) => ({
      path: ['tells', tell],
      on: 'key',
      message:
        value === null
          ? `is stated to hold in ${variant}, where nothing shows the reading at the page`
          : `${holds ? 'holds' : 'does not hold'} in ${variant} at the page, stated otherwise: it reads ${figure(value)} on seed ${SEED}`,
    }));
}

/** What nobody could earn, and what playing each variant up to its page shows to be other than a scenario file states. No fault: it can be played all the same. */
export function playWarnings(scenario: Scenario): readonly Issue[] {
  const plays = variantPlays(scenario, SEED);
  return [
    ...unearnable(scenario),
    ...pageWarnings(scenario, plays),
    ...tellWarnings(
      scenario,
      plays.filter(({ paged }) => paged !== null),
    ),
  ];
}
