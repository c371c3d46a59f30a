import type { Tick } from '../../domain/time.ts';
import { adviceOn } from '../../policy/advice.ts';
import { fullClockText } from '../debrief-clock.ts';
import type { Session } from '../session.ts';
import type { Scene } from './advice-words.ts';

/** The night as it stands for those who guide. */
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
