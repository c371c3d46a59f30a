import { DEBRIEF_STEPS, missingFor, type DebriefState, type DebriefStep } from '../../game/debrief-state.ts';
import { debriefWords } from '../../game/words/debrief.ts';

interface StepsBarProps {
  readonly state: DebriefState;
  readonly onGo: (step: DebriefStep) => void;
  readonly onRefused: (reason: string) => void;
}

/** Where the debrief stands: five stops on a line. A stop that is not open yet stays focusable and says what is missing. */
export function StepsBar({ state, onGo, onRefused }: StepsBarProps) {
  const here = DEBRIEF_STEPS.indexOf(state.step);
  return (
    <nav class="steps" aria-label={debriefWords.stepsLabel}>
      <ol>
        {DEBRIEF_STEPS.map((step, index) => {
          const reason =
            missingFor(state, step) ??
            (index > state.reached + 1 ? debriefWords.firstComes(debriefWords.steps[DEBRIEF_STEPS[state.reached + 1]!]) : null);
          const stage = index === here ? 'here' : index <= state.reached ? 'done' : 'ahead';
          return (
            <li key={step} class={stage}>
              <button
                type="button"
                aria-current={index === here ? 'step' : undefined}
                aria-disabled={reason === null ? undefined : 'true'}
                title={reason ?? undefined}
                onClick={() => (reason === null ? onGo(step) : onRefused(reason))}
              >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <circle cx="12" cy="12" r={stage === 'here' ? 9.5 : 7.5} class="stop" />
                  {stage === 'here' && <circle cx="12" cy="12" r="3" class="dot" />}
                  {stage === 'done' && <path d="m8.8 12.2 2.2 2.3 4.2-5" class="tick" />}
                </svg>
                <span>{debriefWords.steps[step]}</span>
                {stage === 'done' && <span class="for-readers">{debriefWords.stepDone}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
