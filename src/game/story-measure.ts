import type { StoryDraft, Target } from './story-draft.ts';

const WORDS_PER_MINUTE = 135; // a calm speaking pace

export const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export interface Measure {
  readonly words: number;
  readonly seconds: number; // spoken, to 5 s
  readonly spoken: string; // "about 1 min 30 s"
  readonly share: number; // of the target, 0..1.5
  readonly says: string; // how it stands to the target
}

const spokenText = (seconds: number): string => {
  if (seconds < 60) return `${seconds} s`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

function standing(seconds: number, target: Target): string {
  const ratio = seconds / (target * 60);
  if (seconds === 0) return `nothing yet of ${target} min`;
  if (ratio < 0.75) return `short of ${target} min`;
  return ratio <= 1.1 ? `fits ${target} min` : `longer than ${target} min`;
}

/** How long a story is, in words and as spoken. */
export function measure(draft: StoryDraft): Measure {
  const words = Object.values(draft.beats).reduce((sum, text) => sum + countWords(text), 0);
  const seconds = Math.round((words / WORDS_PER_MINUTE) * 12) * 5;
  return {
    words,
    seconds,
    spoken: seconds === 0 ? '0 s' : `about ${spokenText(seconds)}`,
    share: Math.min(1.5, seconds / (draft.target * 60)),
    says: standing(seconds, draft.target),
  };
}
