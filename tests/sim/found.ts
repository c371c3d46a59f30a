import type { LogEntry } from '../../src/domain/action.ts';
import type { VariantId } from '../support/a-scenario.ts';

/** Logs on which a property once failed: variant, seed, log, a moment of it. They are played before any drawn one. */
export const FOUND: readonly [VariantId, string, LogEntry[], number][] = [];
