import './shell.css';
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { AfterPlayProps } from '../../game/after-play.ts';
import type { App } from '../../game/app.ts';
import { guidanceFor } from '../../game/difficulty.ts';
import type { Saves } from '../../game/saves.ts';
import type { Session } from '../../game/session.ts';
import type { SceneLoader, SceneOptions, Theme } from '../../game/ports.ts';
import { shellWords } from '../../game/words/shell.ts';
import { Button } from '../common/button.tsx';
import { LiveRegions, announce } from '../common/live.tsx';
import { HomeScreen } from '../home/home-screen.tsx';
import type { PlayProps } from '../play/play-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { GlossaryDialog } from '../glossary/glossary-dialog.tsx';
import type { Way } from './difficulty-settings.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { Lazy } from './lazy.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { paletteOpen, useCommandKeys, useCommands } from './command-center.ts';
import { pageCommands } from './page-commands.ts';
import { Palette } from './palette.tsx';
import { useRegions } from './shortcuts.ts';
import { useStore } from './use-store.ts';

export interface PageProps {
  readonly app: App;
  readonly scene: SceneLoader;
  readonly renderer: 'canvas' | null; // asked for by the address
  readonly systemReducesMotion: boolean;
  readonly systemTheme: Theme;
}

const loadPlay = async (): Promise<ComponentType<PlayProps>> => (await import('../play/play-screen.tsx')).PlayScreen;
const loadDebrief = async (): Promise<ComponentType<AfterPlayProps>> => (await import('../debrief/debrief-screen.tsx')).DebriefScreen;
const loadStory = async (): Promise<ComponentType<AfterPlayProps>> => (await import('../story/story-screen.tsx')).StoryScreen;
const loadReplay = async (): Promise<ComponentType<AfterPlayProps>> => (await import('../replay/replay-screen.tsx')).ReplayScreen;

const AFTER = { debrief: loadDebrief, story: loadStory, replay: loadReplay } as const;

type Sheet = 'settings' | 'keys' | 'help' | { readonly term: string };

const Waiting = ({ words }: { readonly words: string }) => (
  <main class="waiting" aria-busy="true">
    <h1 class="for-readers">{shellWords.game}</h1>
    <p>{words}</p>
  </main>
);

/** The title of the tab, with a sign while a shift is paused. */
function useTitle(title: string, session: Session | null): void {
  useEffect(() => {
    const show = (): void => {
      const state = session?.state();
      const stands = state !== undefined && state.paused && !state.untimed && state.mode !== 'over';
      document.title = stands ? shellWords.paused(title) : title;
    };
    show();
    return session?.subscribe(show);
  }, [title, session]);
}

/** Whether nothing was played yet in this browser, asked for anew as a sheet opens. */
function useIsNew(saves: Saves, sheet: Sheet | null): boolean {
  const [isNew, setIsNew] = useState(true);
  useEffect(() => {
    void Promise.all([saves.unfinished(), saves.runs()]).then(([save, runs]) => setIsNew(save === null && runs.length === 0));
  }, [saves, sheet]);
  return isNew;
}

/** The one page: picks the screen, and carries what every screen has — notices, settings, keys, live regions. */
export function Page({ app, scene, renderer, systemReducesMotion, systemTheme }: PageProps) {
  useStore(app);
  useRegions();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const { flow, route, notice, settings, kept, session } = app.state();
  const reducedMotion = settings.motion === 'reduced' || (settings.motion === 'system' && systemReducesMotion);
  const theme = settings.theme === 'system' ? systemTheme : settings.theme;
  const sceneOptions: SceneOptions = { reducedMotion, theme, ...(renderer === null ? {} : { renderer }) };

  useCommands(() => pageCommands(app, setSheet));
  const place = flow === 'page' || flow === 'play' ? flow : 'other';
  useCommandKeys(settings.keys, settings.shortcuts, place);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.style.setProperty('--text-scale', String(settings.textSize / 100));
    root.dataset['motion'] = reducedMotion ? 'reduced' : 'full';
    root.dataset['theme'] = theme;
  }, [settings.textSize, reducedMotion, theme]);
  const isNew = useIsNew(app.saves, sheet);
  const open = sheet !== null || paletteOpen.value;
  useEffect(() => (open ? session?.hold() : undefined), [open, session]); // the clock waits while a sheet is read
  useTitle(shellWords.titles[flow], session);
  useEffect(() => {
    if (notice !== null) announce(notice);
  }, [notice]);

  const [knowsUnkept, setKnowsUnkept] = useState(false);
  useEffect(() => {
    if (kept) setKnowsUnkept(false);
    else announce(shellWords.keepsNothing);
  }, [kept]);

  /** As chosen, for the shift that is open and for new ones. */
  const playAs = (way: Partial<Way>): void => {
    if (session?.state().mode === 'live') {
      if (way.guidance !== undefined) session.setGuidance(way.guidance);
      if (way.relaxed !== undefined) session.setClock(way.relaxed ? 'relaxed' : 'real');
      if (way.untimed !== undefined) session.setUntimed(way.untimed);
    }
    app.setSettings({ ...settings, ...way });
  };
  const broken = (): void => app.say(shellWords.screenNotLoaded);
  const openSheet = (which: 'settings' | 'help'): void => setSheet(which);
  return (
    <>
      <LiveRegions />
      {notice === null ? null : (
        <aside class="notice" aria-label={shellWords.notice}>
          <p>{notice}</p>
          <Button kind="quiet" icon="close" label={shellWords.dismiss} onPress={app.dismiss} />
        </aside>
      )}
      {!kept && !knowsUnkept && (
        <aside class="notice quiet-notice" aria-label={shellWords.notice}>
          <p>{shellWords.keepsNothing}</p>
          <Button kind="quiet" icon="close" label={shellWords.dismiss} onPress={() => setKnowsUnkept(true)} />
        </aside>
      )}
      <ErrorBoundary key={route.screen} onHome={() => app.go({ screen: 'home' })}>
        {flow === 'home' && <HomeScreen app={app} scene={scene} sceneOptions={sceneOptions} onOpen={openSheet} />}
        {(flow === 'page' || flow === 'play') &&
          (session === null ? (
            <Waiting words={shellWords.openingDrill} />
          ) : (
            <Lazy
              load={loadPlay}
              props={{ app, session, scene, sceneOptions, onOpen: openSheet }}
              waiting={<Waiting words={shellWords.openingDrill} />}
              onFail={broken}
            />
          ))}
        {(route.screen === 'debrief' || route.screen === 'story' || route.screen === 'replay') && (
          <Lazy
            key={route.screen}
            load={AFTER[route.screen]}
            props={{
              payload: route.payload,
              at: route.screen === 'debrief' ? route.at : null,
              ports: app.ports,
              scene,
              sceneOptions,
              go: app.go,
              replace: app.replace,
            }}
            waiting={<Waiting words={shellWords.openingRun} />}
            onFail={broken}
          />
        )}
      </ErrorBoundary>
      {(sheet === 'settings' || sheet === 'keys') && (
        <SettingsDialog
          key={sheet}
          settings={settings}
          onChange={app.setSettings}
          way={
            session !== null && session.state().mode !== 'over' ? session.state() : { ...settings, guidance: guidanceFor(settings, isNew) }
          }
          onWay={playAs}
          keysOpen={sheet === 'keys'}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === 'help' && (
        <HelpDialog
          shortcuts={settings.shortcuts}
          keys={settings.keys}
          place={place}
          onKeys={() => setSheet('keys')}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet !== null && typeof sheet === 'object' && <GlossaryDialog start={sheet.term} onClose={() => setSheet(null)} />}
      {paletteOpen.value && <Palette onClose={() => (paletteOpen.value = false)} />}
    </>
  );
}
