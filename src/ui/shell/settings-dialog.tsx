import type { Settings } from '../../game/settings.ts';
import { MOTIONS, TEXT_SIZES, THEMES } from '../../game/settings.ts';
import { settingsWords } from '../../game/words/settings.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { KeySettings } from './key-settings.tsx';
import { SoundSettings } from './sound-settings.tsx';
import { DifficultySettings, type Way } from './difficulty-settings.tsx';

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly way: Way;
  readonly onWay: (way: Partial<Way>) => void;
  readonly keysOpen: boolean; // opened to change keys
  readonly onClose: () => void;
}

const { textSize } = settingsWords;

export function SettingsDialog({ settings, onChange, way, onWay, keysOpen, onClose }: Props) {
  const size = TEXT_SIZES.indexOf(settings.textSize as (typeof TEXT_SIZES)[number]);
  const resize = (by: number): void => {
    const next = TEXT_SIZES[Math.min(TEXT_SIZES.length - 1, Math.max(0, size + by))];
    if (next !== undefined) onChange({ ...settings, textSize: next });
  };
  return (
    <Dialog title={settingsWords.title} onClose={onClose}>
      <div class="settings">
        <div class="setting">
          <span id="text-size">{textSize.title}</span>
          <div class="stepper" role="group" aria-labelledby="text-size">
            <Button small label={textSize.smaller} refusal={size <= 0 ? textSize.smallest : null} onPress={() => resize(-1)}>
              {textSize.smallerSign}
            </Button>
            <output aria-live="polite">{settingsWords.percent(settings.textSize)}</output>
            <Button
              small
              label={textSize.larger}
              refusal={size >= TEXT_SIZES.length - 1 ? textSize.largest : null}
              onPress={() => resize(1)}
            >
              {textSize.largerSign}
            </Button>
          </div>
        </div>
        <fieldset class="setting">
          <legend>{settingsWords.colours.title}</legend>
          <div class="choices">
            {THEMES.map((theme) => (
              <label key={theme} class="chip">
                <input type="radio" name="theme" checked={settings.theme === theme} onChange={() => onChange({ ...settings, theme })} />
                {settingsWords.colours[theme]}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset class="setting">
          <legend>{settingsWords.motion.title}</legend>
          <div class="choices">
            {MOTIONS.map((motion) => (
              <label key={motion} class="chip">
                <input type="radio" name="motion" checked={settings.motion === motion} onChange={() => onChange({ ...settings, motion })} />
                {settingsWords.motion[motion]}
              </label>
            ))}
          </div>
        </fieldset>
        <label class="setting tick">
          <input type="checkbox" checked={settings.shortcuts} onChange={() => onChange({ ...settings, shortcuts: !settings.shortcuts })} />
          <span>
            {settingsWords.shortcuts.title}
            <span class="small soft">{settingsWords.shortcuts.says}</span>
          </span>
        </label>
        <SoundSettings settings={settings} onChange={onChange} />
        <KeySettings settings={settings} onChange={onChange} open={keysOpen} />
        <DifficultySettings settings={settings} onChange={onChange} way={way} onWay={onWay} />
      </div>
      <footer>
        <Button kind="primary" onPress={onClose}>
          {settingsWords.done}
        </Button>
      </footer>
    </Dialog>
  );
}
