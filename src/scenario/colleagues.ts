import type { ColleaguesParams } from '../parts/colleagues/params.ts';
import type { Stakeholder } from './brief.ts';
import type { System } from './system.ts';

/** Who can be called in on a system, by their roles. */
export const colleaguesOf = ({ parts }: System): readonly Stakeholder[] =>
  (parts['colleagues'] as unknown as ColleaguesParams).people.map(({ id, name }) => ({ id, name }));
