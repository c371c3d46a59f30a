import './home.css';
import './drills-head.css';
import './home-bar.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { App } from '../../game/app.ts';
import { guidanceFor } from '../../game/difficulty.ts';
import type { DrillCard as Card } from '../../game/engine.ts';
import type { SceneLoader, SceneOptions } from '../../game/ports.ts';
import type { KeptRun, Save } from '../../game/saves.ts';
import { homeWords } from '../../game/words/home.ts';
import { Button } from '../common/button.tsx';
import { BrandMark } from '../shell/brand-mark.tsx';
import { boundKey, useCommands } from '../shell/command-center.ts';
import { PaletteButton } from '../shell/palette-button.tsx';
import { DifficultyPick } from './difficulty-pick.tsx';
import { DrillCard } from './drill-card.tsx';
import { homeCommands } from './home-commands.ts';
import { HomeMap } from './home-map.tsx';
import { KeptRuns } from './kept-runs.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { MenuLine } from './menu-line.tsx';
import { SeedDialog } from './seed-dialog.tsx';
import { WaysToPlay } from './ways-to-play.tsx';

interface Props {
  readonly app: App;
  readonly scene: SceneLoader;
  readonly sceneOptions: SceneOptions;
  readonly onOpen: (sheet: 'settings' | 'help') => void;
}

interface Shelf {
  readonly cards: readonly Card[];
  readonly save: Save | null;
  readonly runs: readonly KeptRun[];
  readonly best: Readonly<Record<string, number>>;
}

const EMPTY: Shelf = { cards: [], save: null, runs: [], best: {} };

async function readShelf(app: App): Promise<Shelf> {
  const [save, runs] = await Promise.all([app.saves.unfinished(), app.saves.runs()]);
  const cards = await (await app.engine()).cards();
  const best = await app.saves.bests(cards.map((card) => card.id));
  return { cards, save, runs, best };
}

/** The first thing a visitor sees: what this is, one button, and the drills. */
export function HomeScreen({ app, scene, sceneOptions, onOpen }: Props) {
  const [shelf, setShelf] = useState<Shelf>(EMPTY);
  const [dialog, setDialog] = useState<'link' | 'seed' | null>(null);
  const drills = useRef<HTMLElement>(null);
  const kept = useRef<HTMLElement>(null);
  const { settings } = app.state();
  const fill = (gone: () => boolean): void => {
    readShelf(app)
      .then((found) => {
        if (!gone()) setShelf(found);
      })
      .catch(() => app.say(homeWords.notLoaded));
  };
  useEffect(() => {
    let gone = false;
    fill(() => gone);
    return () => {
      gone = true;
    };
  }, []);

  const begin = useRef<HTMLButtonElement>(null);
  const waits = shelf.save !== null;
  useEffect(() => {
    if (document.activeElement === document.body) begin.current?.focus({ preventScroll: true }); // whoever comes can begin with Enter
  }, [waits]);

  const first = shelf.cards[0];
  const { save, runs } = shelf;
  const way = guidanceFor(settings, save === null && runs.length === 0);
  const start = (): void => {
    if (first !== undefined) app.startShift(first.id, way);
    else
      void app
        .engine()
        .then(async (engine) => (await engine.cards())[0])
        .then((card) => card && app.startShift(card.id, way));
  };
  const goOn = (): void => {
    if (save !== null)
      app.go({ screen: 'play', scenario: save.record.scenario, seed: save.record.seed, untimed: save.record.settings.untimed });
  };
  const [last] = runs;
  const tell = (): void => {
    if (last === undefined) app.say(homeWords.storyWaits);
    else app.go({ screen: 'story', payload: last.payload });
  };
  const show = (section: HTMLElement | null): void => {
    section?.scrollIntoView({ behavior: sceneOptions.reducedMotion ? 'auto' : 'smooth', block: 'center' });
    section?.querySelector<HTMLElement>('button, a, select, h2[tabindex]')?.focus({ preventScroll: true });
  };
  useCommands(() =>
    homeCommands({ app, ...shelf, way, start, goOn, openLink: () => setDialog('link'), openSeed: () => setDialog('seed') }),
  );
  return (
    <div class="home">
      <HomeMap scene={scene} options={sceneOptions} />
      <header class="home-bar" data-region>
        <p class="brand">
          <BrandMark />
          <span>{homeWords.running}</span>
        </p>
        <nav aria-label={homeWords.preferences}>
          <Button
            kind="quiet"
            small
            class="home-sound"
            onPress={() => app.setSettings({ ...settings, sound: { ...settings.sound, on: !settings.sound.on } })}
          >
            {settings.sound.on ? homeWords.soundOn : homeWords.soundOff}
          </Button>
          <Button
            kind="quiet"
            small
            pressed={settings.untimed}
            onPress={() => app.setSettings({ ...settings, untimed: !settings.untimed })}
          >
            {settings.untimed ? homeWords.noClockOn : homeWords.noClock}
          </Button>
          <PaletteButton words={homeWords.commands} />
          <Button kind="quiet" small onPress={() => onOpen('settings')}>
            {homeWords.settings}
          </Button>
          <Button kind="quiet" small label={homeWords.helpAndKeys} keys={boundKey('go/help')} onPress={() => onOpen('help')}>
            {homeWords.help}
          </Button>
        </nav>
      </header>
      <main data-region aria-label={homeWords.game}>
        <section class="hero">
          <h1>{homeWords.game}</h1>
          <p class="line">{homeWords.pitch}</p>
          <div class="start">
            {save === null ? (
              <>
                <Button kind="primary" iconAfter="arrow-right" buttonRef={begin} onPress={start}>
                  {homeWords.start}
                </Button>
                <p>{homeWords.firstPage(first?.minutes ?? 8)}</p>
              </>
            ) : (
              <>
                <Button kind="primary" iconAfter="arrow-right" buttonRef={begin} onPress={goOn}>
                  {homeWords.goOn}
                </Button>
                <p>
                  {homeWords.whereLeft(save.title)}{' '}
                  <button type="button" class="text-button" onClick={start}>
                    {homeWords.startNew}
                  </button>
                </p>
              </>
            )}
          </div>
          <MenuLine
            stops={[
              { title: homeWords.drills, says: homeWords.incidents(shelf.cards.length), onPress: () => show(drills.current) },
              {
                title: homeWords.runs,
                says: runs.length === 0 ? homeWords.noRuns : (app.state().kept ? homeWords.keptHere : homeWords.inTab)(runs.length),
                onPress: () => show(kept.current),
              },
              { title: homeWords.story, says: last === undefined ? homeWords.noStory : homeWords.storySays, onPress: tell },
              { title: homeWords.seed, says: homeWords.seedSays, onPress: () => setDialog('seed') },
              { title: homeWords.link, says: homeWords.linkSays, onPress: () => setDialog('link') },
            ]}
          />
        </section>
        <section class="drills" aria-labelledby="drills-title" ref={drills}>
          <header class="drills-head">
            <h2 id="drills-title">{homeWords.drills}</h2>
            <WaysToPlay chosen={way} onChoose={(guidance) => app.setSettings({ ...settings, guidance })} />
            <DifficultyPick settings={settings} onChange={(next) => app.setSettings(next)} />
          </header>
          <ul class="cards">
            {shelf.cards.map((card) => (
              <li key={card.id}>
                <DrillCard
                  card={card}
                  best={shelf.best[card.id] ?? null}
                  played={runs.some((run) => run.scenario === card.id)}
                  onPress={() => app.startShift(card.id, way)}
                />
              </li>
            ))}
            {shelf.cards.length === 0 && <li class="card placeholder" aria-hidden="true" />}
          </ul>
        </section>
        <section class="kept" aria-labelledby="kept-title" ref={kept}>
          <h2 id="kept-title" tabIndex={-1}>
            {homeWords.runs}
          </h2>
          <KeptRuns
            lasting={app.state().kept}
            runs={runs}
            today={app.ports.today()}
            saves={app.saves}
            onGo={app.go}
            onChanged={() => fill(() => false)}
          />
        </section>
      </main>
      {dialog === 'link' && <LinkDialog onGo={app.go} onClose={() => setDialog(null)} />}
      {dialog === 'seed' && (
        <SeedDialog
          cards={shelf.cards}
          shift={{ untimed: settings.untimed, guidance: way }}
          onGo={app.go}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
