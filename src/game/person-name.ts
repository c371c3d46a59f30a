import type { Brief } from '../scenario/brief.ts';

/** The role of one who writes or can be called in, as it stands by itself: "Checkout lead". */
export const personName = ({ stakeholders, system }: Pick<Brief, 'stakeholders' | 'system'>, id: string): string =>
  [...stakeholders, ...system.colleagues].find((one) => one.id === id)?.name ?? id;
