export function program(entry?: 'main' | 'worker' | 'cold'): Promise<string>;
