import type { Settings } from '../../game/settings.ts';
import { CHANNELS } from '../../game/sound/settings.ts';
import { settingsWords } from '../../game/words/settings.ts';

const words = settingsWords.sound;

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
      <legend>{words.title}</legend>
      <label class="setting tick">
        <input type="checkbox" role="switch" checked={sound.on} onChange={() => set({ on: !sound.on })} />
        <span>
          {words.title}
          <span class="small soft">{words.says}</span>
        </span>
      </label>
      {CHANNELS.map((channel) => (
        <label key={channel} class="volume">
          <span>
            {settingsWords.channels[channel].title}
            <span class="small soft">{settingsWords.channels[channel].says}</span>
          </span>
          <input
            type="range"
            min="0"
            max="100"
            step="10"
            value={sound[channel]}
            disabled={!sound.on}
            aria-valuetext={words.percentSpoken(sound[channel])}
            onInput={(event) => set({ [channel]: Number(event.currentTarget.value) })}
          />
          <output>{settingsWords.percent(sound[channel])}</output>
        </label>
      ))}
      <label class="setting tick">
        <input type="checkbox" role="switch" checked={sound.captions} onChange={() => set({ captions: !sound.captions })} />
        <span>
          {words.captions}
          <span class="small soft">{words.captionsSay}</span>
        </span>
      </label>
    </fieldset>
  );
}
