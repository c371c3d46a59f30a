import { drawKey, type DrawKey } from '../../kernel/streams.ts';
import { catalogueOf } from './catalogue.ts';
import { columnsOf } from './columns.ts';
import type { Instruments } from './readings.ts';
import type { Setup } from './world.ts';

export function instrumentsOf(setup: Setup): Instruments {
  const { seed } = setup;
  const columns = columnsOf(catalogueOf(setup));
  const alerts = (purpose: string): DrawKey => drawKey(seed, 'alerts', purpose);
  return {
    columns,
    versions: columns.versions.map((one) => ({ columns: one, p95: alerts(`p95 ${one.version}`), cpu: alerts(`cpu ${one.version}`) })),
    gateway: alerts('gateway'),
    cpu: alerts('cpu'),
    store: alerts('store'),
    upstream: alerts('upstream'),
    falsePositives: alerts('false-positives'),
    drift: drawKey(seed, 'drift', 'psi'),
  };
}
