import { phaseSteps } from '../../game/phases.ts';
import { topBarWords } from '../../game/words/top-bar.ts';
import { usePlay } from './play-ui.ts';

const words = topBarWords.phases;
const ALOUD = { done: words.done, now: words.now, later: '' };

/** The four verbs of an incident as stations of a line. */
export function PhaseBar() {
  const { state } = usePlay();
  const steps = phaseSteps(state.observation, state.log);
  return (
    <ol class="phase-bar" aria-label={words.title}>
      {steps.map((step) => (
        <li key={step.id} class={step.state} title={step.says} {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}>
          <svg viewBox="0 0 22 22" aria-hidden="true">
            {step.state === 'done' && (
              <>
                <circle cx="11" cy="11" r="8" fill="var(--core)" />
                <path
                  d="m7.4 11.3 2.5 2.6 4.7-5.6"
                  fill="none"
                  stroke="var(--base)"
                  stroke-width="2.2"
                  stroke-linecap="round"
                  stroke-linejoin="round"
                />
              </>
            )}
            {step.state === 'now' && (
              <>
                <circle cx="11" cy="11" r="8" fill="var(--base)" stroke="var(--core)" stroke-width="3.5" />
                <circle cx="11" cy="11" r="2.6" fill="var(--core)" />
              </>
            )}
            {step.state === 'later' && <circle cx="11" cy="11" r="7" fill="var(--panel)" stroke="var(--line)" stroke-width="3" />}
          </svg>
          <span>{step.title}</span>
          {ALOUD[step.state] !== '' && <span class="for-readers">{ALOUD[step.state]}</span>}
        </li>
      ))}
    </ol>
  );
}
