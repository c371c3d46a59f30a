import type { System } from '../scenario/system.ts';
import type { Plant } from './plant.ts';
import { exposurePlant } from './exposure/plant.ts';
import { scoringPlant } from './scoring/plant.ts';
import { servingPlant } from './serving/plant.ts';

const PLANTS: Readonly<Record<System['plant'], Plant>> = { serving: servingPlant, scoring: scoringPlant, exposure: exposurePlant };

/** The plant that a system is built as. */
export const plantOf = ({ plant }: System): Plant => PLANTS[plant];
