import type { LogEntry } from '../domain/action.ts';
import type { LineView, Menu } from '../domain/observation.ts';
import type { Placed } from './map-figures.ts';

/** The share of requests that the player's own change has the gateway refuse now: 0 before it takes effect and once it is stopped or taken back. */
export function refusedShare(log: readonly LogEntry[], { changes }: Pick<Menu, 'changes'>): number {
  const inForce = changes.some(({ action }) => action.type === 'shed' && action.share === 0); // to stop is on offer only then
  if (!inForce) return 0;
  const decided = log.findLast(({ action }) => action.type === 'shed' && action.share > 0)?.action;
  return decided?.type === 'shed' ? decided.share : 0;
}

/** Lines as they run when the gateway refuses a share: what is refused does not run on to the pool. */
export function refusedLines(lines: readonly LineView[], share: number, { stations }: Placed): readonly LineView[] {
  const idOf = (part: string): string | undefined => stations.find((station) => station.part === part)?.id;
  const [gateway, pool] = [idOf('gateway'), idOf('model-server')];
  return lines.map((line) =>
    line.ratePerSecond !== null && line.from === gateway && line.to === pool
      ? { ...line, ratePerSecond: line.ratePerSecond * (1 - share) }
      : line,
  );
}
