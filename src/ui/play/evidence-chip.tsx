import type { Evidence } from '../../domain/evidence.ts';
import { lookTitle } from '../../domain/looked-by.ts';
import { formatValue } from '../../domain/metric.ts';
import { tellingReadings } from '../../game/telling.ts';
import { tabOf } from '../../game/evidence-tabs.ts';
import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { Icon } from '../common/icon.tsx';
import { TAB_ICONS } from './evidence-tabs.ts';
import { usePlay } from './play-ui.ts';

/** A piece of evidence on the board, with whose look it was and the figure that stands out most in it. */
export function EvidenceChip({ evidence }: { readonly evidence: Evidence }) {
  const { session, state } = usePlay();
  const title = lookTitle(evidence, session.brief.system.colleagues);
  const [telling] = tellingReadings(evidence, state.observation);
  return (
    <span class="chip evidence-chip">
      <Icon name={TAB_ICONS[tabOf(evidence.look)]} />
      {telling === undefined ? title : evidenceWords.chip(title, telling.label, formatValue(telling.value, telling.unit))}
    </span>
  );
}
