import type { Settings } from '../../game/settings.ts';
import { CHANNELS, CHANNEL_WORDS } from '../../game/sound/settings.ts';

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

/** Sound off and on, three volumes, and captions. The game is the same without. */
export function SoundSettings({ settings, onChange }: Props) {
  const { sound } = settings;
  const set = (change: Partial<typeof sound>): void => onChange({ ...settings, sound: { ...sound, ...change } });
  return (
    <fieldset class="setting sound-settings">
      <legend>Sound</legend>
      <label class="setting tick">
        <input type="checkbox" role="switch" checked={sound.on} onChange={() => set({ on: !sound.on })} />
        <span>
          Sound
          <span class="small soft">A few notes, none of which says what the screen does not say as well.</span>
        </span>
      </label>
      {CHANNELS.map((channel) => (
        <label key={channel} class="volume">
          <span>
            {CHANNEL_WORDS[channel].title}
            <span class="small soft">{CHANNEL_WORDS[channel].says}</span>
          </span>
          <input
            type="range"
            min="0"
            max="100"
            step="10"
            value={sound[channel]}
            disabled={!sound.on}
            aria-valuetext={`${sound[channel]} percent`}
            onInput={(event) => set({ [channel]: Number(event.currentTarget.value) })}
          />
          <output>{sound[channel]} %</output>
        </label>
      ))}
      <label class="setting tick">
        <input type="checkbox" role="switch" checked={sound.captions} onChange={() => set({ captions: !sound.captions })} />
        <span>
          Sound captions
          <span class="small soft">What sounds is written on the screen, also with the sound off: “[pager] 02:04”.</span>
        </span>
      </label>
    </fieldset>
  );
}
