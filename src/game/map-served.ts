import type { LineView, Observation } from '../domain/observation.ts';
import { latest, type Placed } from './map-figures.ts';

/** The share that a figure leaves of the whole: all where no open dashboard shows it. */
const without = (observation: Observation, key: string): number => 1 - Math.min(1, Math.max(0, latest(observation, key)?.value ?? 0));

/**
 * What runs on behind a pool of servers: its answers in time towards the customer, its calls towards what it reads from, nothing while
 * none of its pods is ready. What runs into it stays, since it does arrive.
 */
export function servedLines(lines: readonly LineView[], observation: Observation, { stations }: Placed): readonly LineView[] {
  const pool = stations.find(({ part }) => part === 'model-server')?.id;
  if (pool === undefined) return lines;
  const down = latest(observation, 'model.replicas')?.value === 0;
  const answered = down ? 0 : without(observation, 'gateway.unscored_share');
  const taken = down ? 0 : without(observation, 'gateway.http5xx_share'); // an answer that comes too late has read its features
  return lines.map((line) => {
    if (line.from !== pool || line.ratePerSecond === null) return line;
    const share = line.kind === 'request' ? answered : line.kind === 'feature' ? taken : 1;
    return { ...line, ratePerSecond: line.ratePerSecond * share };
  });
}
