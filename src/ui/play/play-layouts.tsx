import { useEffect, useRef } from 'preact/hooks';
import { formatValue } from '../../domain/metric.ts';
import type { SceneLoader, SceneOptions } from '../../game/ports.ts';
import { actionsWords } from '../../game/words/actions.ts';
import { knowsAlerts, leadAlert } from '../../game/lead-alert.ts';
import { alertsWords } from '../../game/words/alerts.ts';
import { layoutWords } from '../../game/words/play-layout.ts';
import { colleagueWords } from '../../game/words/colleagues.ts';
import { topBarWords } from '../../game/words/top-bar.ts';
import { Button } from '../common/button.tsx';
import { Icon } from '../common/icon.tsx';
import type { IconName } from '../common/icon.tsx';
import { GuidePanel } from '../guide/guide-panel.tsx';
import { rove } from '../common/roving.ts';
import { RoomPanel } from '../room/room-panel.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { boundKey } from '../shell/command-center.ts';
import { PaletteButton } from '../shell/palette-button.tsx';
import { ActionBar } from './action-bar.tsx';
import { AlertsPanel } from './alerts-panel.tsx';
import { BoardPanel } from './board-panel.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { MapFoot } from './map-foot.tsx';
import { MapPanel } from './map-panel.tsx';
import { PassingWords } from './passing-words.tsx';
import { PhaseBar } from './phase-bar.tsx';
import type { PhoneView } from './play-ui.ts';
import { ReadBriefing } from './briefing-dialog.tsx';
import { UntilItShows } from './until-it-shows.tsx';
import { usePlay } from './play-ui.ts';
import { useStickyHead } from './sticky-head.ts';
import { useViewInSight } from './view-in-sight.ts';
import { TimeRail } from './time-rail.tsx';
import { Impact, SimClock, Speeds, TimeControls, TopBar, Trust } from './top-bar.tsx';
import { LARGE_TEXT, type Width } from './use-width.ts';

interface Props {
  readonly scene: SceneLoader;
  readonly options: SceneOptions;
  readonly onOpen: (sheet: 'settings' | 'help') => void;
}

/** Three columns; on middle widths the left one is a drawer. */
export function DesktopPlay({ width, scene, options, onOpen }: Props & { readonly width: Width }) {
  const { ui } = usePlay();
  const drawer = width === 'middle';
  const hidden = drawer && !ui.drawer.value;
  return (
    <>
      <TopBar onOpen={onOpen} drawer={drawer} />
      <div id="left-panel" class={`left scroll ${drawer ? 'drawer' : ''}`} hidden={hidden}>
        {drawer && (
          <Button
            kind="quiet"
            icon="close"
            label={layoutWords.closeDrawer}
            class="drawer-close"
            onPress={() => (ui.drawer.value = false)}
          />
        )}
        <AlertsPanel />
        <BoardPanel />
        <NotesButton />
      </div>
      <div class="middle">
        <MapPanel scene={scene} options={options} />
        <RoomPanel />
        <MapFoot passing={<PassingWords />}>
          <GuidePanel />
        </MapFoot>
      </div>
      <EvidencePanel />
      <ActionBar />
      <TimeRail />
    </>
  );
}

function NotesButton() {
  const { ui, app } = usePlay();
  const { notes } = app.state().draft;
  return (
    <Button
      kind="quiet"
      small
      icon="notes"
      keys={boundKey('show/notes')}
      class="notes-button"
      onPress={() => (ui.dialog.value = { kind: 'notes' })}
    >
      {notes === '' ? layoutWords.notes : layoutWords.notesOf(notes.trim().split(/\s+/).length)}
    </Button>
  );
}

const VIEWS: readonly { readonly id: PhoneView; readonly title: string; readonly icon: IconName }[] = [
  { id: 'map', title: layoutWords.views.map, icon: 'map' },
  { id: 'evidence', title: layoutWords.views.evidence, icon: 'metrics' },
  { id: 'board', title: layoutWords.views.board, icon: 'board' },
  { id: 'tell', title: layoutWords.views.tell, icon: 'message' },
  { id: 'more', title: layoutWords.views.more, icon: 'more' },
];

/**
 * One view at a time under the clock; actions stay in reach.
 * @param scrolling the page scrolls, as there is no room for all: then only the clock and the tabs keep their place, and actions stand in the page
 */
export function PhonePlay({ scene, options, onOpen, scrolling }: Props & { readonly scrolling: boolean }) {
  const { app, ui, state, session } = usePlay();
  const view = ui.phone.value;
  const { place, toView } = useViewInSight(view);
  const head = useStickyHead();
  const large = app.state().settings.textSize > LARGE_TEXT; // the clock alone keeps its place then
  const standing = (
    <>
      <Trust />
      <PhaseBar />
    </>
  );
  const drawn = view === 'map' || view === 'evidence';
  const actions = <ActionBar beside={<UntilItShows />} />;
  const asked = state.observation.conversation.some(
    (line) => line.options.length > 0 && !state.log.some((entry) => entry.action.type === 'message' && entry.tick >= line.tick),
  );
  const lines = state.observation.conversation.filter((line) => line.from !== 'you' && line.options.length === 0).length; // questions have their own mark
  const read = useRef(lines);
  useEffect(() => {
    if (view === 'tell') read.current = lines;
  }, [view, lines]);
  const news = view !== 'tell' && lines > read.current;
  return (
    <>
      <header class="phone-top" ref={head} data-region aria-label={topBarWords.title} tabIndex={-1}>
        <h1 class="for-readers">{session.brief.title}</h1>
        <TimeControls brief />
        <SimClock brief />
        <Impact />
        {!large && standing}
        {scrolling && <PassingWords />}
      </header>
      <div class="phone-strip">
        {large && <div class="phone-standing">{standing}</div>}
        {!scrolling && <PassingWords />}
        <AlertStrip onMore={() => (ui.phone.value = 'tell')} />
        <GuidePanel />
      </div>
      <div class={`phone-view view-${view}`} ref={place}>
        {drawn && (
          <div class="middle">
            <MapPanel scene={scene} options={options} />
            <MapFoot />
          </div>
        )}
        {scrolling && actions}
        {drawn && <EvidencePanel />}
        {view === 'board' && (
          <div class="scroll phone-scroll">
            <BoardPanel />
          </div>
        )}
        {view === 'tell' && (
          <div class="scroll phone-scroll">
            <AlertsPanel />
            <Button icon="message" class="phone-wide" onPress={() => (ui.dialog.value = { kind: 'message' })}>
              {actionsWords.post}
            </Button>
            {state.menu.colleagues.length > 0 && (
              <Button icon="people" class="phone-wide" popup="dialog" onPress={() => (ui.dialog.value = { kind: 'colleagues' })}>
                {colleagueWords.title}
              </Button>
            )}
          </div>
        )}
        {view === 'more' && (
          <div class="scroll phone-scroll phone-more">
            <TimeRail />
            {!state.untimed && (
              <div class="phone-speeds">
                {topBarWords.time.speeds} <Speeds />
              </div>
            )}
            <NotesButton />
            <ReadBriefing />
            <PaletteButton words={layoutWords.commands} />
            <Button kind="quiet" icon="settings" onPress={() => onOpen('settings')}>
              {topBarWords.settings}
            </Button>
            <Button kind="quiet" icon="help" onPress={() => onOpen('help')}>
              {layoutWords.help}
            </Button>
          </div>
        )}
      </div>
      {!scrolling && actions}
      <nav class="phone-tabs" aria-label={layoutWords.views.title} onKeyDown={(event) => rove(event, 'button', 'row')}>
        {VIEWS.map((each) => (
          <button
            key={each.id}
            type="button"
            aria-current={each.id === view ? 'page' : undefined}
            tabIndex={each.id === view ? 0 : -1}
            onClick={() => (each.id === view ? toView() : (ui.phone.value = each.id))}
          >
            <Icon name={each.icon} />
            <span>{each.title}</span>
            {each.id === 'tell' && asked && <StatusMark state="warn" label={layoutWords.waits} />}
            {each.id === 'tell' && !asked && news && <i class="status-mark news" role="img" aria-label={layoutWords.news} />}
          </button>
        ))}
      </nav>
      <RoomPanel sheet />
    </>
  );
}

function AlertStrip({ onMore }: { readonly onMore: () => void }) {
  const { state } = usePlay();
  const { alerts } = state.observation;
  const shown = leadAlert(state.observation);
  const more = alerts.filter((alert) => alert !== shown && (alert.state === 'firing' || alert.state === 'pending')).length;
  return (
    <div class="alert-strip" data-region aria-label={alertsWords.strip.title} role="region" tabIndex={-1}>
      {shown === null ? (
        <p class="soft">{knowsAlerts(state.observation) ? alertsWords.none : alertsWords.nonePaged}</p>
      ) : (
        <>
          <StatusMark state={shown.state === 'resolved' ? 'healthy' : 'crit'} label={alertsWords.states[shown.state]} />
          <p>
            <b>{shown.text}</b> <span class="soft">{alertsWords.strip.now(formatValue(shown.value, shown.unit))}</span>
          </p>
        </>
      )}
      {more > 0 && (
        <Button kind="quiet" small onPress={onMore}>
          {alertsWords.strip.more(more)}
        </Button>
      )}
    </div>
  );
}
