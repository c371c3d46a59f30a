import { until } from '../browser/visitor.ts';

const PATIENCE_MS = 120_000; // nights are played again and judged meanwhile, and a machine may be busy

/** Waits until a question about the page is answered with yes. */
export const eventually = (what: string, ask: () => Promise<boolean>): Promise<void> => until(what, ask, PATIENCE_MS);
