/** How much a shift is accompanied: an expert plays, a coach speaks, or nobody does. */
export const GUIDANCE = ['watch', 'guided', 'solo'] as const;
export type Guidance = (typeof GUIDANCE)[number];

/** How fast time passes for the player; the world knows nothing of it. */
export const CLOCKS = ['relaxed', 'real'] as const;
export type ClockPace = (typeof CLOCKS)[number];
