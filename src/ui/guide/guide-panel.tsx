import './guide.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { command } from '../../game/commands/command.ts';
import { coachLine } from '../../game/guide/coach.ts';
import { createWatcher } from '../../game/guide/watch.ts';
import { targetOf } from '../../game/guide/target.ts';
import { topBarWords } from '../../game/words/top-bar.ts';
import { guideWords as words } from '../../game/words/guide.ts';
import { Button } from '../common/button.tsx';
import { announce } from '../common/live.tsx';
import { NextStep } from '../play/next-step.tsx';
import { usePlay } from '../play/play-ui.ts';
import { boundKey, offer, useCommands } from '../shell/command-center.ts';
import { useStore } from '../shell/use-store.ts';
import { HintButton, HintCard, ShowMe, useHints } from './hint.tsx';
import { useLit } from './lit.ts';
import { useScene } from './use-scene.ts';

const timeWords = topBarWords.time;

/** Who accompanies this shift: an expert who plays it, a coach, or a hint where one is asked for. */
export function GuidePanel() {
  const { state } = usePlay();
  if (state.mode !== 'live' || state.observation.acknowledgedTick === null) return state.guidance === 'watch' ? <Watched /> : null;
  if (state.guidance === 'watch') return <Watched />;
  return state.guidance === 'guided' ? <Coached /> : <Alone />;
}

function Coached() {
  const play = usePlay();
  const { state, session } = play;
  const scene = useScene(play);
  const { says, sentences, lit, shows } = coachLine(scene, state.log);
  const hints = useHints(play, scene);
  const [shown, setShown] = useState<string | null>(null); // the place that was asked for, as long as the coach speaks of it
  const isShown = shows !== null && shown === JSON.stringify(shows);
  useLit(hints.hint?.lit ?? (isShown ? shows : lit), play);
  const heard = useRef(new Set<string>());
  useEffect(() => {
    const fresh = sentences.filter(({ key }) => !heard.current.has(key));
    for (const { key } of fresh) heard.current.add(key);
    if (fresh.length > 0) announce(fresh.map(({ text }) => text).join(' '));
  }, [says]);
  return (
    <section class="guide" aria-label={words.coach}>
      <p class="guide-says">{says}</p>
      {hints.hint !== null && <HintCard hint={hints.hint} scene={scene} />}
      <div class="guide-ways">
        {shows !== null && hints.hint === null && <ShowMe target={shows} onShown={() => setShown(JSON.stringify(shows))} />}
        <HintButton use={hints} />
        <Button small kind="quiet" onPress={() => session.setGuidance('solo')}>
          {words.skip}
        </Button>
      </div>
    </section>
  );
}

function Alone() {
  const play = usePlay();
  const scene = useScene(play);
  const hints = useHints(play, scene);
  useLit(hints.hint?.lit ?? null, play);
  return (
    <section class="guide plain" aria-label={words.alone}>
      <NextStep />
      <HintButton use={hints} />
      {hints.hint !== null && <HintCard hint={hints.hint} scene={scene} />}
    </section>
  );
}

/** The expert's next step with its reason, before it is done. */
function Watched() {
  const play = usePlay();
  const { session, app, ui, state } = play;
  const watcher = useMemo(() => createWatcher(session), [session]);
  useStore(watcher);
  useEffect(() => {
    const stop = app.ports.ticker.start((ms) => {
      if (ui.dialog.value === null) watcher.frame(ms);
    });
    return () => {
      stop();
      watcher.stop();
    };
  }, [watcher]);
  const step = watcher.step();
  const target =
    step !== null && 'act' in step.advice.decision && state.observation.acknowledgedTick !== null
      ? targetOf(step.advice.decision.act)
      : null;
  useEffect(() => {
    if (target?.kind === 'look' || target?.kind === 'tab') ui.tab.value = target.tab;
  }, [JSON.stringify(target)]);
  useLit(target, play);
  useEffect(() => {
    if (step !== null) announce(words.watch.step(step.does, step.why));
  }, [step?.does, step?.why]);
  const takeOver = (): void => {
    session.setGuidance('solo');
    announce(words.watch.yours);
  };
  useCommands(() => [offer(command('guide/help', 'Go', words.watch.command.words, { also: words.watch.command.also }), takeOver)]);
  return (
    <section class="guide" aria-label={words.watch.title}>
      <p class="guide-says">
        <b>{step === null ? words.watch.says : words.watch.does(step.does)}</b>
      </p>
      {step !== null && <p class="guide-why">{step.why}</p>}
      <div class="guide-ways">
        <Button small keys={boundKey('guide/help')} onPress={takeOver}>
          {words.watch.takeOver}
        </Button>
        {state.untimed ? (
          <Button
            small
            icon={state.paused ? 'play' : 'pause'}
            keys={boundKey('time/pause')}
            onPress={() => session.setPaused(!state.paused)}
          >
            {state.paused ? timeWords.goOn : timeWords.pause}
          </Button>
        ) : (
          <span class="small soft">{state.paused ? words.watch.paused : words.watch.pauses}</span>
        )}
      </div>
    </section>
  );
}
