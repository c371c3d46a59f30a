import type { EvidenceTab, ShownTab } from '../../game/evidence-tabs.ts';
import type { IconName } from '../common/icon.tsx';
import type { Tab } from '../common/tabs.tsx';
import { boundKey } from '../shell/command-center.ts';

interface Face {
  readonly title: string;
  readonly icon: IconName;
}

const FACES: Readonly<Record<EvidenceTab, Face>> = {
  metrics: { title: 'Metrics', icon: 'metrics' },
  data: { title: 'Data', icon: 'data' },
  segments: { title: 'Segments', icon: 'segments' },
  model: { title: 'Model', icon: 'model' },
  experiment: { title: 'A/B test', icon: 'experiment' },
  logs: { title: 'Logs', icon: 'logs' },
  traces: { title: 'Traces', icon: 'traces' },
  changes: { title: 'Changes', icon: 'deploys' },
  calendar: { title: 'Calendar', icon: 'calendar' },
  alerts: { title: 'Alerts', icon: 'alerts' },
};

export const TAB_ICONS = Object.fromEntries(Object.entries(FACES).map(([id, face]) => [id, face.icon])) as Readonly<
  Record<EvidenceTab, IconName>
>;

/** The tabs as they are shown, with the key that opens each of them now. */
export const tabFaces = (shown: readonly ShownTab[]): readonly Tab<EvidenceTab>[] =>
  shown.map(({ id }) => ({ id, title: FACES[id].title, icon: FACES[id].icon, keys: boundKey(`show/${id}`) }));
