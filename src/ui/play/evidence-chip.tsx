import type { Evidence } from '../../domain/evidence.ts';
import { tabOf } from '../../game/evidence-view.ts';
import { Icon } from '../common/icon.tsx';

const ICONS = { metrics: 'metrics', logs: 'logs', traces: 'traces', changes: 'deploys', alerts: 'alerts' } as const;

export function EvidenceChip({ evidence }: { readonly evidence: Evidence }) {
  return (
    <span class="chip evidence-chip">
      <Icon name={ICONS[tabOf(evidence.look)]} />
      {evidence.title}
    </span>
  );
}
