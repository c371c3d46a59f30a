import type { EvidenceTab, ShownTab } from '../../game/evidence-tabs.ts';
import type { IconName } from '../common/icon.tsx';
import type { Tab } from '../common/tabs.tsx';

interface Face {
  readonly title: string;
  readonly icon: IconName;
  readonly key: string; // opens the tab from anywhere on the screen
}

const FACES: Readonly<Record<EvidenceTab, Face>> = {
  metrics: { title: 'Metrics', icon: 'metrics', key: 'm' },
  data: { title: 'Data', icon: 'data', key: 'f' },
  segments: { title: 'Segments', icon: 'segments', key: 's' },
  model: { title: 'Model', icon: 'model', key: 'o' },
  experiment: { title: 'A/B test', icon: 'experiment', key: 'x' },
  logs: { title: 'Logs', icon: 'logs', key: 'l' },
  traces: { title: 'Traces', icon: 'traces', key: 't' },
  changes: { title: 'Changes', icon: 'deploys', key: 'd' },
  calendar: { title: 'Calendar', icon: 'calendar', key: 'k' },
  alerts: { title: 'Alerts', icon: 'alerts', key: 'a' },
};

export const TAB_ICONS = Object.fromEntries(Object.entries(FACES).map(([id, face]) => [id, face.icon])) as Readonly<
  Record<EvidenceTab, IconName>
>;

export const tabFaces = (shown: readonly ShownTab[]): readonly Tab<EvidenceTab>[] =>
  shown.map(({ id }) => ({ id, title: FACES[id].title, icon: FACES[id].icon, keys: FACES[id].key.toUpperCase() }));

/** Which tab a key opens; a kind of evidence without a tab of its own opens the one that it stands in. */
export const tabKeys = (shown: readonly ShownTab[]): readonly (readonly [key: string, tab: EvidenceTab])[] =>
  shown.flatMap(({ id, holds }) => holds.map((held) => [FACES[held].key, id] as const));
