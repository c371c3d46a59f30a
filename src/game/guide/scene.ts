import type { Tick } from '../../domain/time.ts';
import { adviceOn } from '../../policy/advice.ts';
import { fullClockText } from '../debrief-clock.ts';
import type { Session } from '../session.ts';
import type { Scene } from './advice-words.ts';
import { nextStep } from './next-step.ts';

/** The night as it stands for an expert who plays it. */
export function sceneOf(session: Session): Scene {
  const { brief } = session;
  const { observation, measured, menu, log } = session.state();
  return {
    brief,
    observation,
    menu,
    advice: adviceOn({ observation: measured, menu, brief }, log),
    clock: (tick: Tick) => fullClockText(brief, tick),
  };
}

/** The night as it stands for those who guide its player: the next step goes on from what the player did. */
export function guidedScene(session: Session): Scene {
  const scene = sceneOf(session);
  const { measured, menu, log } = session.state();
  const view = { observation: measured, menu, brief: session.brief };
  return { ...scene, advice: { ...scene.advice, decision: nextStep(view, log, scene.advice) } };
}
