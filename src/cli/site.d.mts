import type { ChildProcess } from 'node:child_process';

export const ROOT: string;
export const SHELL_BUDGET: number;
export function isBuilt(): boolean;
export function build(): void;
export function serve(port: number): Promise<{ server: ChildProcess; address: string }>;
export function shellSize(): { bytes: number; parts: { file: string; bytes: number }[] };
