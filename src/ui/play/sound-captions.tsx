import './sound-captions.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { compose, heardAt, type Heard } from '../../game/sound/compose.ts';
import type { Caption, SoundPlayer } from '../../game/sound/score.ts';
import { paceOf } from '../../game/session.ts';
import type { SceneLoader } from '../../game/ports.ts';
import { layoutWords } from '../../game/words/play-layout.ts';
import { usePlay } from './play-ui.ts';

const SHOWN = 3; // captions at a time
const SHOWN_MS = 6000;

/** The player of sounds: opened by a gesture while sound is on, closed when it is switched off or the drill is left. */
function usePlayer(loader: SceneLoader, on: boolean): { readonly current: SoundPlayer | null } {
  const player = useRef<SoundPlayer | null>(null);
  const { app } = usePlay();
  useEffect(() => {
    if (!on) return undefined;
    let gone = false;
    const open = (): void => {
      stopWaiting();
      void loader
        .openSound()
        .then((opened) => {
          if (gone) {
            opened.destroy();
            return;
          }
          opened.setVolumes(app.state().settings.sound);
          player.current = opened;
        })
        .catch(() => undefined); // without sound all is there as well
    };
    const stopWaiting = (): void => {
      removeEventListener('pointerdown', open, true);
      removeEventListener('keydown', open, true);
    };
    if ('userActivation' in navigator && navigator.userActivation.hasBeenActive) open();
    else {
      addEventListener('pointerdown', open, true);
      addEventListener('keydown', open, true);
    }
    return () => {
      gone = true;
      stopWaiting();
      player.current?.destroy();
      player.current = null;
    };
  }, [on, loader]);
  return player;
}

/** Plays what happens in the drill, and writes it down where captions are on, whether it sounds or not. */
export function SoundAndCaptions({ loader }: { readonly loader: SceneLoader }) {
  const { app, session, state, minute } = usePlay();
  const { sound } = app.state().settings;
  const player = usePlayer(loader, sound.on);
  const heard = useRef<Heard | null>(null);
  const [captions, setCaptions] = useState<readonly Caption[]>([]);
  const { brief } = session;
  useEffect(() => {
    const before = heard.current ?? heardAt(state);
    const { heard: now, score } = compose(before, state, brief, {
      tickSeconds: brief.tickSeconds,
      ticksPerSecondAtOne: paceOf(brief),
      clock: minute,
    });
    heard.current = now;
    if (score.stopPager) player.current?.stopPager();
    player.current?.play(score.notes);
    player.current?.setHum(score.hum);
    if (score.captions.length > 0)
      setCaptions((shown) =>
        [...shown.filter(({ text }) => !score.captions.some((one) => one.text === text)), ...score.captions].slice(-SHOWN),
      );
  }, [state]);
  useEffect(() => player.current?.setVolumes(sound), [sound]);
  useEffect(() => {
    if (captions.length === 0) return undefined;
    const timer = setTimeout(() => setCaptions([]), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [captions]);
  if (!sound.captions) return null;
  return (
    <aside class="sound-captions" aria-label={layoutWords.captions}>
      <ul>
        {captions.map(({ tick, text }, i) => (
          <li key={`${tick}-${i}-${text}`}>{text}</li>
        ))}
      </ul>
    </aside>
  );
}
