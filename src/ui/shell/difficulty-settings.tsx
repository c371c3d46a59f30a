import { GUIDANCE, type Guidance } from '../../domain/guidance.ts';
import { wayWords } from '../../game/words/ways.ts';
import { GUIDANCE_TITLES, PRESETS, presetOf } from '../../game/difficulty.ts';
import type { Settings } from '../../game/settings.ts';
import { difficultyWords } from '../../game/words/difficulty.ts';
import { TermSettings } from './term-settings.tsx';

/** How the shift that is open is played, which a link may have asked for; where none is open, how the next one will be. */
export interface Way {
  readonly guidance: Guidance;
  readonly relaxed: boolean;
  readonly untimed: boolean;
}

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly way: Way;
  readonly onWay: (way: Partial<Way>) => void;
}

const CLOCKS = [
  { id: 'real', text: wayWords.clock.real, relaxed: false, untimed: false },
  { id: 'relaxed', text: wayWords.clock.relaxed, relaxed: true, untimed: false },
  { id: 'none', text: wayWords.clock.none, relaxed: false, untimed: true },
] as const;

/** How hard a shift is made, axis by axis, or all at once. It applies at once to the shift that is open, and goes into its log. */
export function DifficultySettings({ settings, onChange, way, onWay }: Props) {
  const preset = presetOf(settings);
  const { pick } = difficultyWords;
  const untouched = settings.guidance === null;
  return (
    <>
      <fieldset class="setting">
        <legend>{wayWords.difficulty}</legend>
        <div class="choices">
          {preset === null && (
            <label class="chip">
              <input type="radio" name="preset" checked />
              {untouched ? pick.asItComes : pick.ownMixture}
            </label>
          )}
          {PRESETS.map((each) => (
            <label key={each.id} class="chip" title={each.says}>
              <input type="radio" name="preset" checked={each === preset} onChange={() => onChange({ ...settings, ...each.set })} />
              {each.title}
            </label>
          ))}
        </div>
        <p class="small soft">{preset !== null ? `${preset.says}.` : untouched ? difficultyWords.asItComes : difficultyWords.ownMixture}</p>
      </fieldset>
      <fieldset class="setting">
        <legend>{wayWords.guidanceTitle}</legend>
        <div class="choices">
          {GUIDANCE.map((each) => (
            <label key={each} class="chip">
              <input type="radio" name="guidance" checked={way.guidance === each} onChange={() => onWay({ guidance: each })} />
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
                checked={way.untimed ? each.untimed : !each.untimed && way.relaxed === each.relaxed}
                onChange={() => onWay({ relaxed: each.relaxed, untimed: each.untimed })}
              />
              {each.text}
            </label>
          ))}
        </div>
        {way.untimed && <p class="small soft">{wayWords.clock.noneSays}</p>}
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
