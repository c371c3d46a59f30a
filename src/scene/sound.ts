import type { Hum, Note, SoundPlayer } from '../game/sound/score.ts';
import { CHANNELS, type Channel, type SoundSettings } from '../game/sound/settings.ts';

const LOUD = 0.12; // of full scale, for a note of loudness 1 at full volume: noticed, not startling
const MUFFLED = 5; // times as loud where little of the noise is left below its filter
const HUM_LOUD = 0.1;
const ATTACK_S = 0.012;
const GLIDE_S = 0.4; // of noise
const TURN_S = 0.02; // of volumes, and of a pager that is cut short: no click
const SOON_S = 0.02; // from now to the first note
const WAVES = { pager: 'triangle', bell: 'sine', pluck: 'triangle', tick: 'sine', thunk: 'sine' } as const;

/** Two seconds of noise, drawn once: linear congruential, as it is only to be heard. */
function noiseOf(audio: BaseAudioContext): AudioBuffer {
  const buffer = audio.createBuffer(1, audio.sampleRate * 2, audio.sampleRate);
  const data = buffer.getChannelData(0);
  let state = 1;
  for (let i = 0; i < data.length; i++) {
    state = (state * 48_271) % 2_147_483_647;
    data[i] = state / 1_073_741_824 - 1;
  }
  return buffer;
}

/** Makes sounds on the spot, without files, on a context that somebody else opens and closes. Silent until volumes are set. */
export function soundOn(audio: BaseAudioContext): Omit<SoundPlayer, 'destroy'> {
  const out = audio.createDynamicsCompressor();
  out.connect(audio.destination);
  const gains = Object.fromEntries(CHANNELS.map((channel) => [channel, audio.createGain()])) as Record<Channel, GainNode>;
  for (const gain of Object.values(gains)) {
    gain.gain.value = 0;
    gain.connect(out);
  }
  const noise = noiseOf(audio);
  let turned = false;

  const humGain = audio.createGain();
  const humFilter = audio.createBiquadFilter();
  const hum = audio.createBufferSource();
  humGain.gain.value = 0;
  humFilter.type = 'lowpass';
  hum.buffer = noise;
  hum.loop = true;
  hum.connect(humFilter).connect(humGain).connect(gains.ambience);
  hum.start();

  const newPager = (): GainNode => {
    const gain = audio.createGain();
    gain.connect(gains.alerts);
    return gain;
  };
  let pager = newPager();
  const ringing = new Set<AudioScheduledSourceNode>();

  const sourceOf = (note: Note): AudioScheduledSourceNode => {
    if (note.timbre === 'thunk') {
      const burst = audio.createBufferSource();
      burst.buffer = noise;
      return burst;
    }
    const voice = audio.createOscillator();
    voice.type = WAVES[note.timbre];
    voice.frequency.value = note.pitchHz;
    return voice;
  };
  const sound = (note: Note): void => {
    const at = audio.currentTime + SOON_S + note.atMs / 1000;
    const end = at + note.lengthMs / 1000;
    const source = sourceOf(note);
    const filter = audio.createBiquadFilter();
    filter.type = 'lowpass';
    filter.frequency.value = note.cutoffHz;
    const gain = audio.createGain();
    const loud = LOUD * note.loud * (note.timbre === 'thunk' ? MUFFLED : 1);
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loud, at + Math.min(ATTACK_S, note.lengthMs / 4000));
    gain.gain.exponentialRampToValueAtTime(loud / 100, end);
    source
      .connect(filter)
      .connect(gain)
      .connect(note.timbre === 'pager' ? pager : gains[note.channel]);
    source.start(at);
    source.stop(end);
    if (note.timbre === 'pager') {
      ringing.add(source);
      source.onended = () => ringing.delete(source);
    }
  };
  return {
    play: (notes) => notes.forEach(sound),
    setHum: ({ loud, cutoffHz }: Hum) => {
      humGain.gain.setTargetAtTime(loud * HUM_LOUD, audio.currentTime, GLIDE_S);
      humFilter.frequency.setTargetAtTime(cutoffHz, audio.currentTime, GLIDE_S);
    },
    stopPager: () => {
      pager.gain.setTargetAtTime(0, audio.currentTime, TURN_S);
      for (const source of ringing) source.stop(audio.currentTime + TURN_S * 6);
      ringing.clear();
      pager = newPager();
    },
    setVolumes: (settings: SoundSettings) => {
      for (const channel of CHANNELS) {
        const volume = settings.on ? settings[channel] / 100 : 0;
        if (turned) gains[channel].gain.setTargetAtTime(volume, audio.currentTime, TURN_S);
        else gains[channel].gain.value = volume;
      }
      turned = true;
    },
  };
}

/** The player of a page. Silent where the browser has no audio, and in a tab that is hidden. */
export function openSound(): SoundPlayer {
  const audio = 'AudioContext' in window ? new AudioContext() : null;
  if (audio === null) return { play: () => {}, setHum: () => {}, stopPager: () => {}, setVolumes: () => {}, destroy: () => {} };
  const player = soundOn(audio);
  const hidden = (): void => void (document.visibilityState === 'hidden' ? audio.suspend() : audio.resume()).catch(() => undefined);
  document.addEventListener('visibilitychange', hidden);
  void audio.resume().catch(() => undefined);
  return {
    ...player,
    destroy: () => {
      document.removeEventListener('visibilitychange', hidden);
      void audio.close().catch(() => undefined);
    },
  };
}
