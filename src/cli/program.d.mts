export function program(entry?: 'main' | 'cold'): Promise<string>;
