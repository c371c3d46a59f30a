import { PRESETS, presetOf } from '../../game/difficulty.ts';
import type { Settings } from '../../game/settings.ts';
import { difficultyWords } from '../../game/words/difficulty.ts';

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

/** How hard the next shift is made, all axes at once. */
export function DifficultyPick({ settings, onChange }: Props) {
  const chosen = presetOf(settings);
  const { pick } = difficultyWords;
  return (
    <div class="field difficulty-pick">
      <label>
        {pick.title}
        <select
          value={chosen?.id ?? ''}
          onChange={(event) => {
            const preset = PRESETS.find(({ id }) => id === event.currentTarget.value);
            if (preset !== undefined) onChange({ ...settings, ...preset.set });
          }}
        >
          {chosen === null && <option value="">{settings.guidance === null ? pick.asItComes : pick.ownMixture}</option>}
          {PRESETS.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p class="small soft">{chosen === null ? pick.says : `${chosen.says}.`}</p>
    </div>
  );
}
