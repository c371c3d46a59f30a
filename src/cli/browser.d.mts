export function findBrowser(): string | null;
export function haveBrowser(say: (line: string) => void): string;
