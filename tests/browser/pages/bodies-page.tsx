import '../../../src/ui/common/base.css';
import '../../../src/ui/common/controls.css';
import '../../../src/ui/play/play.css';
import '../../../src/ui/play/evidence.css';
import '../../../src/ui/play/phone.css';
import '../../../src/ui/play/dialogs.css';
import { render } from 'preact';
import type { Look } from '../../../src/domain/action.ts';
import type { Evidence } from '../../../src/domain/evidence.ts';
import type { LookOffer } from '../../../src/domain/observation.ts';
import type { EvidenceTab } from '../../../src/game/evidence-tabs.ts';
import type { PicturedBody } from '../../../src/game/evidence-view.ts';
import { BodyView } from '../../../src/ui/evidence/body-view.tsx';
import { EvidencePanel } from '../../../src/ui/play/evidence-panel.tsx';
import type { Play } from '../../../src/ui/play/play-ui.ts';
import { PlayContext, createPlayUi } from '../../../src/ui/play/play-ui.ts';
import { BODIES, NOW } from './bodies.ts';

declare global {
  interface Window {
    showBodies: typeof showBodies;
    showPanel: typeof showPanel;
  }
}

const host = (): HTMLElement => document.querySelector('#app') as HTMLElement;
const CLOCK = { startClock: '00:00:00', tickSeconds: 3600 };

/** Every kind of drawn evidence, one under the other, as wide as the window lets it be. @param paper the light theme */
function showBodies(paper: boolean): void {
  document.body.classList.toggle('paper', paper);
  render(
    <main class="evidence-body" style={{ maxWidth: '604px', background: 'var(--panel)' }}>
      <h1>Evidence</h1>
      {Object.entries(BODIES).map(([id, { title, body }]) => (
        <section class="snapshot" id={id} key={id} aria-label={title}>
          <h2>{title}</h2>
          <BodyView body={body} label={title} at={{ ...CLOCK, now: NOW }} />
        </section>
      ))}
    </main>,
    host(),
  );
}

const LOOKS: readonly (readonly [look: Look, label: string, body: PicturedBody | null])[] = [
  [{ type: 'look-lineage' }, 'What made m-121', BODIES.lineage.body],
  [{ type: 'look-distributions' }, 'Features, most changed first', BODIES.distributions.body],
  [{ type: 'look-segments', by: 'region' }, 'By sales region', BODIES.table.body],
  [{ type: 'look-segments', by: 'client' }, 'By client', null],
  [{ type: 'look-registry' }, 'Model registry', BODIES.card.body],
  [{ type: 'look-evaluation' }, 'Evaluation against live', null],
  [{ type: 'look-experiment' }, 'Checkout test', BODIES.intervals.body],
  [{ type: 'look-calendar' }, 'Calendar', BODIES.calendar.body],
  [{ type: 'look-messages' }, 'Messages of other teams', BODIES.messages.body],
  [{ type: 'look-logs', station: 'nightly-train' }, 'Logs of nightly-train', null],
  [{ type: 'look-changes' }, 'Change history', null],
  [{ type: 'look-alerts' }, 'Alert rules', null],
];

const evidence = LOOKS.flatMap(([look, title, body], i): Evidence[] =>
  body === null ? [] : [{ id: `E${i + 1}`, look, askedTick: NOW, tick: NOW, title, readings: [], body }],
);
const looks = LOOKS.map(([look, label]): LookOffer => ({ look, label, costSeconds: 3600, showsPager: false, refusal: null }));

/** The evidence panel of a drill on a model, with the parts of a play that it reads. */
function showPanel(tab: EvidenceTab): void {
  const ui = createPlayUi();
  ui.tab.value = tab;
  const observation = {
    tick: NOW,
    evidence,
    stations: [],
    changes: [],
    dashboards: [],
    pageTick: NOW - 1,
    pager: BODIES.calendar.body.overlay[0],
  };
  const play = {
    ui,
    app: { state: () => ({ draft: { evidence: { changed: [], enters: [], missed: [] }, changed: null, enters: null, missed: null } }) },
    session: { brief: { ...CLOCK, stakeholders: [], system: { colleagues: [] } } },
    state: { observation, menu: { looks }, jumpingTo: null, log: [] },
    clock: () => '06:00:00',
    minute: () => '06:00',
    act: () => true,
  } as unknown as Play;
  render(
    <PlayContext.Provider value={play}>
      <main style={{ display: 'grid', height: '100vh', width: 'min(604px, 100vw)', marginLeft: 'auto' }}>
        <h1 class="for-readers">Drill</h1>
        <EvidencePanel />
      </main>
    </PlayContext.Provider>,
    host(),
  );
}

window.showBodies = showBodies;
window.showPanel = showPanel;
