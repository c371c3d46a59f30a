import type { Settings } from '../../game/settings.ts';
import { TEXT_SIZES } from '../../game/settings.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { KeySettings } from './key-settings.tsx';
import { SoundSettings } from './sound-settings.tsx';
import { DifficultySettings } from './difficulty-settings.tsx';

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly onClose: () => void;
}

const THEMES = [
  { id: 'system', text: 'As this device asks' },
  { id: 'dark', text: 'Night' },
  { id: 'light', text: 'Day' },
] as const;

const MOTIONS = [
  { id: 'system', text: 'As this device asks' },
  { id: 'reduced', text: 'Reduced: nothing moves' },
  { id: 'full', text: 'Full' },
] as const;

export function SettingsDialog({ settings, onChange, onClose }: Props) {
  const size = TEXT_SIZES.indexOf(settings.textSize as (typeof TEXT_SIZES)[number]);
  const resize = (by: number): void => {
    const textSize = TEXT_SIZES[Math.min(TEXT_SIZES.length - 1, Math.max(0, size + by))];
    if (textSize !== undefined) onChange({ ...settings, textSize });
  };
  return (
    <Dialog title="Settings" onClose={onClose}>
      <div class="settings">
        <div class="setting">
          <span id="text-size">Text size</span>
          <div class="stepper" role="group" aria-labelledby="text-size">
            <Button small label="A−: smaller text" refusal={size <= 0 ? 'This is the smallest.' : null} onPress={() => resize(-1)}>
              A−
            </Button>
            <output aria-live="polite">{settings.textSize} %</output>
            <Button
              small
              label="A+: larger text"
              refusal={size >= TEXT_SIZES.length - 1 ? 'This is the largest.' : null}
              onPress={() => resize(1)}
            >
              A+
            </Button>
          </div>
        </div>
        <fieldset class="setting">
          <legend>Colours</legend>
          <div class="choices">
            {THEMES.map((theme) => (
              <label key={theme.id} class="chip">
                <input
                  type="radio"
                  name="theme"
                  checked={settings.theme === theme.id}
                  onChange={() => onChange({ ...settings, theme: theme.id })}
                />
                {theme.text}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset class="setting">
          <legend>Motion</legend>
          <div class="choices">
            {MOTIONS.map((motion) => (
              <label key={motion.id} class="chip">
                <input
                  type="radio"
                  name="motion"
                  checked={settings.motion === motion.id}
                  onChange={() => onChange({ ...settings, motion: motion.id })}
                />
                {motion.text}
              </label>
            ))}
          </div>
        </fieldset>
        <label class="setting tick">
          <input type="checkbox" checked={settings.shortcuts} onChange={() => onChange({ ...settings, shortcuts: !settings.shortcuts })} />
          <span>
            Single-key shortcuts
            <span class="small soft">Space pauses, M opens metrics, and so on. Off: every key does what your browser does with it.</span>
          </span>
        </label>
        <label class="setting tick">
          <input type="checkbox" checked={settings.untimed} onChange={() => onChange({ ...settings, untimed: !settings.untimed })} />
          <span>
            No-clock mode for new shifts
            <span class="small soft">Time passes only when you look, act or wait. The same drills, judged by the same rules.</span>
          </span>
        </label>
        <SoundSettings settings={settings} onChange={onChange} />
        <KeySettings settings={settings} onChange={onChange} />
        <DifficultySettings settings={settings} onChange={onChange} />
      </div>
      <footer>
        <Button kind="primary" onPress={onClose}>
          Done
        </Button>
      </footer>
    </Dialog>
  );
}
