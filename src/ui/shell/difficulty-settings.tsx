import { GUIDANCE } from '../../domain/guidance.ts';
import { wayWords } from '../../game/words/ways.ts';
import { GUIDANCE_TITLES, PRESETS, presetOf } from '../../game/difficulty.ts';
import type { Settings } from '../../game/settings.ts';
import { difficultyWords } from '../../game/words/difficulty.ts';
import { TermSettings } from './term-settings.tsx';

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

const CLOCKS = [
  { id: 'real', text: wayWords.clock.real, relaxed: false },
  { id: 'relaxed', text: wayWords.clock.relaxed, relaxed: true },
] as const;

/** How hard a shift is made, axis by axis, or all at once. It applies at once to the shift that is open, and goes into its log. */
export function DifficultySettings({ settings, onChange }: Props) {
  const preset = presetOf(settings);
  return (
    <>
      <fieldset class="setting">
        <legend>{wayWords.difficulty}</legend>
        <div class="choices">
          {PRESETS.map((each) => (
            <label key={each.id} class="chip" title={each.says}>
              <input type="radio" name="preset" checked={each === preset} onChange={() => onChange({ ...settings, ...each.set })} />
              {each.title}
            </label>
          ))}
        </div>
        <p class="small soft">{preset === null ? difficultyWords.ownMixture : `${preset.says}.`}</p>
      </fieldset>
      <fieldset class="setting">
        <legend>{wayWords.guidanceTitle}</legend>
        <div class="choices">
          {GUIDANCE.map((each) => (
            <label key={each} class="chip">
              <input
                type="radio"
                name="guidance"
                checked={settings.guidance === each}
                onChange={() => onChange({ ...settings, guidance: each })}
              />
              {GUIDANCE_TITLES[each]}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class="setting">
        <legend>{wayWords.clock.title}</legend>
        <div class="choices">
          {CLOCKS.map((each) => (
            <label key={each.id} class="chip">
              <input
                type="radio"
                name="clock"
                checked={settings.relaxed === each.relaxed}
                onChange={() => onChange({ ...settings, relaxed: each.relaxed })}
              />
              {each.text}
            </label>
          ))}
        </div>
      </fieldset>
      <TermSettings settings={settings} onChange={onChange} />
      <label class="setting tick">
        <input type="checkbox" checked={settings.hints} onChange={() => onChange({ ...settings, hints: !settings.hints })} />
        <span>
          {wayWords.hints.title}
          <span class="small soft">{wayWords.hints.says}</span>
        </span>
      </label>
    </>
  );
}
