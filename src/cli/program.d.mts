export const NODE_FLAGS: readonly string[];
export function program(entry?: 'main' | 'worker' | 'cold'): Promise<string>;
