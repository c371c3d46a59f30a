/** The pager's figure, E5 B4 E5, twice; and two rising notes when a recovery is verified. Every sound is also a line of text elsewhere. */
const E5 = 659.26; // Hz
const B4 = 493.88;
const G5 = 783.99;
const PAGE = [E5, B4, E5, 0, E5, B4, E5];
const RECOVERED = [B4, G5];
const NOTE_S = 0.22;
const LOUD = 0.06; // of full scale: it shall be noticed, not startle

export interface Sound {
  /** Off until the player turns it on, which must happen in a gesture of theirs: browsers allow no sound before. */
  setOn(on: boolean): void;
  page(): void;
  recovered(): void;
  destroy(): void;
}

function play(audio: AudioContext, notes: readonly number[]): void {
  notes.forEach((pitch, i) => {
    if (pitch === 0) return;
    const at = audio.currentTime + 0.02 + i * NOTE_S;
    const voice = audio.createOscillator();
    const gain = audio.createGain();
    voice.type = 'triangle';
    voice.frequency.value = pitch;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LOUD, at + 0.012);
    gain.gain.exponentialRampToValueAtTime(LOUD / 100, at + NOTE_S);
    voice.connect(gain).connect(audio.destination);
    voice.start(at);
    voice.stop(at + NOTE_S);
  });
}

/** Sounds made on the spot, without files. Silent where the browser has no audio. */
export function openSound(): Sound {
  let audio: AudioContext | null = null;
  const sound = (notes: readonly number[]): void => {
    if (audio !== null) play(audio, notes);
  };
  const close = (): void => {
    void audio?.close().catch(() => undefined);
    audio = null;
  };
  return {
    setOn(on) {
      if (!on) close();
      else if (audio === null && 'AudioContext' in window) audio = new AudioContext();
      void audio?.resume().catch(() => undefined);
    },
    page: () => sound(PAGE),
    recovered: () => sound(RECOVERED),
    destroy: close,
  };
}
