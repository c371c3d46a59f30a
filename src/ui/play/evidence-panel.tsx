import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { EvidenceTab } from '../../game/evidence-tabs.ts';
import { shownTabs } from '../../game/evidence-tabs.ts';
import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { Tabs } from '../common/tabs.tsx';
import { AlertsTab } from './alerts-tab.tsx';
import { ChangesTab } from './changes-tab.tsx';
import { EvidenceTools } from './evidence-tools.tsx';
import { tabFaces } from './evidence-tabs.ts';
import { LogsTab } from './logs-tab.tsx';
import { MetricsTab } from './metrics-tab.tsx';
import { usePlay } from './play-ui.ts';
import { useReturnedLook } from './returned-look.ts';
import { SnapshotsTab } from './snapshots-tab.tsx';
import { TracesTab } from './traces-tab.tsx';

const BODIES: Readonly<Record<EvidenceTab, ComponentType>> = {
  metrics: MetricsTab,
  data: () => <SnapshotsTab tab="data" />,
  segments: () => <SnapshotsTab tab="segments" />,
  model: () => <SnapshotsTab tab="model" />,
  experiment: () => <SnapshotsTab tab="experiment" />,
  logs: LogsTab,
  traces: TracesTab,
  changes: ChangesTab,
  calendar: () => <SnapshotsTab tab="calendar" />,
  alerts: AlertsTab,
};

/** All that can be looked at; what was not opened yet says what it costs. */
export function EvidencePanel() {
  const { ui, state } = usePlay();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (body.current !== null && (ui.stretch.value === null || ui.tab.value !== 'metrics')) body.current.scrollTop = 0; // what was asked for last is on top
  }, [ui.tab.value]);
  useReturnedLook(body);
  const shown = shownTabs(state.observation, state.menu);
  const { id: tab, holds } = shown.find((each) => each.holds.includes(ui.tab.value)) ?? { id: 'metrics', holds: ['metrics'] as const };
  return (
    <section class="evidence" data-region aria-labelledby="evidence-title" tabIndex={-1}>
      <h2 id="evidence-title" class="for-readers">
        {evidenceWords.title}
      </h2>
      <Tabs label={evidenceWords.title} name="evidence" tabs={tabFaces(shown)} selected={tab} onSelect={(id) => (ui.tab.value = id)} />
      <div
        ref={body}
        class="evidence-body scroll"
        role="tabpanel"
        id={`evidence-panel-${tab}`}
        aria-labelledby={`evidence-tab-${tab}`}
        tabIndex={0}
      >
        {tab !== 'metrics' && <EvidenceTools />}
        {holds.map((held) => {
          const Body = BODIES[held];
          return <Body key={held} />;
        })}
      </div>
    </section>
  );
}
