export const ROOT: string;
export const SHELL_BUDGET: number;
export function isBuilt(): boolean;
export function build(): void;
export function serve(port: number): Promise<{ address: string; close: () => Promise<void> }>;
export function shellSize(): { bytes: number; parts: { file: string; bytes: number }[] };
