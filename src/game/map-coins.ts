import type { Brief } from '../scenario/brief.ts';
import { roundUp } from './map-scale.ts';

const BARS_OF_FLOOR = 1 / 5; // of a bar: what loses a drill's floor in its whole time is little, and the worst of it comes to about a dozen bars

/** Euro a minute that one bar of loss stands for. It goes by what is at stake in the drill, so more loss never shows fewer bars. */
export const coinEurOf = ({ floorEur, ticks, tickSeconds }: Pick<Brief, 'floorEur' | 'ticks' | 'tickSeconds'>): number =>
  roundUp((floorEur * 60) / (ticks * tickSeconds) / BARS_OF_FLOOR);
