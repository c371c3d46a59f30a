export function runCompiled(file: string): Record<string, unknown>;
export function keepCompiled(): void;
