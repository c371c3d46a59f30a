import type { Evidence } from '../../domain/evidence.ts';
import { tabOf } from '../../game/evidence-tabs.ts';
import { Icon } from '../common/icon.tsx';
import { TAB_ICONS } from './evidence-tabs.ts';

export function EvidenceChip({ evidence }: { readonly evidence: Evidence }) {
  return (
    <span class="chip evidence-chip">
      <Icon name={TAB_ICONS[tabOf(evidence.look)]} />
      {evidence.title}
    </span>
  );
}
