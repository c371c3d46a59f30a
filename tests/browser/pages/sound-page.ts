import type { Hum, Note } from '../../../src/game/sound/score.ts';
import type { SoundSettings } from '../../../src/game/sound/settings.ts';
import { soundOn } from '../../../src/scene/sound.ts';

declare global {
  interface Window {
    renderSound: typeof renderSound;
  }
}

/** What is played, from the start of the rendering on. */
export interface Played {
  readonly notes: readonly Note[];
  readonly settings: SoundSettings;
  readonly hum?: Hum;
  readonly seconds: number;
  readonly stopPagerAt?: number; // s
}

/** What samples of full scale 1 come to. */
export interface Heard {
  readonly peak: number;
  readonly rms: number; // from the first to the last that is heard
  readonly from: number; // s, first sample above a thousandth
  readonly to: number; // s, the last
  readonly first: number;
  readonly last: number;
  readonly step: number; // largest difference of neighbouring samples
}

const RATE = 44_100;
const HEARD = 0.001; // −60 dBFS

function measured(samples: Float32Array): Heard {
  const heard = (value: number): boolean => Math.abs(value) > HEARD;
  const from = samples.findIndex(heard);
  const to = samples.findLastIndex(heard);
  let [peak, step, sum] = [0, 0, 0];
  for (let i = 0; i < samples.length; i++) {
    peak = Math.max(peak, Math.abs(samples[i]!));
    if (i > 0) step = Math.max(step, Math.abs(samples[i]! - samples[i - 1]!));
    if (i >= from && i <= to) sum += samples[i]! ** 2;
  }
  return {
    peak,
    step,
    rms: from < 0 ? 0 : Math.sqrt(sum / (to - from + 1)),
    from: from / RATE,
    to: to / RATE,
    first: Math.abs(samples[0]!),
    last: Math.abs(samples.at(-1)!),
  };
}

/** Renders what a player of the game would put out, without a device, and measures it. */
async function renderSound({ notes, settings, hum, seconds, stopPagerAt }: Played): Promise<Heard> {
  const audio = new OfflineAudioContext(1, Math.round(seconds * RATE), RATE);
  const player = soundOn(audio);
  player.setVolumes(settings);
  if (hum !== undefined) player.setHum(hum);
  player.play(notes);
  if (stopPagerAt !== undefined)
    void audio.suspend(stopPagerAt).then(() => {
      player.stopPager();
      return audio.resume();
    });
  return measured((await audio.startRendering()).getChannelData(0));
}

window.renderSound = renderSound;
