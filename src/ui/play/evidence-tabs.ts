import type { EvidenceTab, ShownTab } from '../../game/evidence-tabs.ts';
import { evidenceWords } from '../../game/words/evidence-panel.ts';
import type { IconName } from '../common/icon.tsx';
import type { Tab } from '../common/tabs.tsx';
import { boundKey } from '../shell/command-center.ts';

export const TAB_ICONS: Readonly<Record<EvidenceTab, IconName>> = {
  metrics: 'metrics',
  data: 'data',
  segments: 'segments',
  model: 'model',
  experiment: 'experiment',
  logs: 'logs',
  traces: 'traces',
  changes: 'deploys',
  calendar: 'calendar',
  alerts: 'alerts',
};

/** The tabs as they are shown, with the key that opens each of them now. */
export const tabFaces = (shown: readonly ShownTab[]): readonly Tab<EvidenceTab>[] =>
  shown.map(({ id }) => ({ id, title: evidenceWords.tabs[id], icon: TAB_ICONS[id], keys: boundKey(`show/${id}`) }));
