import { useEffect, useRef } from 'preact/hooks';
import type { EvidenceTab } from '../../game/evidence-view.ts';
import { Tabs } from '../common/tabs.tsx';
import type { Tab } from '../common/tabs.tsx';
import { AlertsTab } from './alerts-tab.tsx';
import { ChangesTab } from './changes-tab.tsx';
import { LogsTab } from './logs-tab.tsx';
import { MetricsTab } from './metrics-tab.tsx';
import { usePlay } from './play-ui.ts';
import { TracesTab } from './traces-tab.tsx';

const TABS: readonly Tab<EvidenceTab>[] = [
  { id: 'metrics', title: 'Metrics', icon: 'metrics', keys: 'M' },
  { id: 'logs', title: 'Logs', icon: 'logs', keys: 'L' },
  { id: 'traces', title: 'Traces', icon: 'traces', keys: 'T' },
  { id: 'changes', title: 'Changes', icon: 'deploys', keys: 'D' },
  { id: 'alerts', title: 'Alerts', icon: 'alerts', keys: 'A' },
];

const BODIES = { metrics: MetricsTab, logs: LogsTab, traces: TracesTab, changes: ChangesTab, alerts: AlertsTab } as const;

/** All that can be looked at; what was not opened yet says what it costs. */
export function EvidencePanel() {
  const { ui, state } = usePlay();
  const body = useRef<HTMLDivElement>(null);
  const returned = state.observation.evidence.length;
  useEffect(() => {
    if (body.current !== null) body.current.scrollTop = 0; // what was just asked for is on top
  }, [returned, ui.tab.value]);
  const tab = ui.tab.value;
  const Body = BODIES[tab];
  return (
    <section class="evidence" data-region aria-labelledby="evidence-title" tabIndex={-1}>
      <h2 id="evidence-title" class="for-readers">
        Evidence
      </h2>
      <Tabs label="Evidence" name="evidence" tabs={TABS} selected={tab} onSelect={(id) => (ui.tab.value = id)} />
      <div
        ref={body}
        class="evidence-body scroll"
        role="tabpanel"
        id={`evidence-panel-${tab}`}
        aria-labelledby={`evidence-tab-${tab}`}
        tabIndex={0}
      >
        <Body />
      </div>
    </section>
  );
}
