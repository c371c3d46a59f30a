import { stepperOf } from '../../kernel/stepper.ts';
import { ZERO } from '../../kernel/zero.ts';
import { colleagueChart } from './chart.ts';
import type { ColleaguesParams } from './params.ts';

export interface ColleagueState {
  chart: string;
  hereTick: number; // when they are there; −1 while nobody has called them
}

export interface ColleaguesState {
  people: ColleagueState[]; // in the order of the parameters
  onTheWay: number; // how many are
  paidEur: number; // for all who came
}

const stepper = stepperOf(colleagueChart);

export const createColleagues = ({ people }: ColleaguesParams): ColleaguesState => ({
  people: people.map(() => ({ chart: stepper.initial, hereTick: -1 })),
  onTheWay: 0,
  paidEur: ZERO,
});

/** Calls the colleague at an index, who is away. */
export function callColleague(state: ColleaguesState, index: number, hereTick: number): void {
  const one = state.people[index]!;
  one.chart = stepper.send(one.chart, 'CALL');
  one.hereTick = hereTick;
  state.onTheWay += 1;
}

/** Those on the way who are there by a tick come in, and are paid for. @returns their indexes */
export function arriveColleagues(state: ColleaguesState, { people }: ColleaguesParams, tick: number): readonly number[] {
  if (state.onTheWay === 0) return [];
  const arrived: number[] = [];
  state.people.forEach((one, index) => {
    if (one.chart !== 'on-the-way' || one.hereTick > tick) return;
    one.chart = stepper.send(one.chart, 'ARRIVE');
    state.paidEur += people[index]!.eur;
    arrived.push(index);
  });
  state.onTheWay -= arrived.length;
  return arrived;
}

/** A colleague who is there begins a look, or has answered the last one. */
export function occupyColleague({ people }: ColleaguesState, index: number, event: 'ASK' | 'ANSWER'): void {
  const one = people[index]!;
  one.chart = stepper.send(one.chart, event);
}

export const isHere = ({ chart }: ColleagueState): boolean => chart === 'here' || chart === 'looking';
