/** How far a distribution has moved by the usual rule of thumb for PSI. */
export type PsiBand = 'steady' | 'little' | 'moved';

const LITTLE = 0.1;
const MUCH = 0.2;

export const psiBand = (psi: number): PsiBand => (psi > MUCH ? 'moved' : psi >= LITTLE ? 'little' : 'steady');
