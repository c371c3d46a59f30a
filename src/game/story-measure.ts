import type { StoryDraft, Target } from './story-draft.ts';
import { storyWords } from './words/story.ts';

const lengthWords = storyWords.measure;
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
  if (seconds < 60) return lengthWords.seconds(seconds);
  return seconds % 60 === 0 ? lengthWords.minutes(seconds / 60) : lengthWords.both(Math.floor(seconds / 60), seconds % 60);
};

function standing(seconds: number, target: Target): string {
  const ratio = seconds / (target * 60);
  if (seconds === 0) return lengthWords.nothing(target);
  if (ratio < 0.75) return lengthWords.short(target);
  return ratio <= 1.1 ? lengthWords.fits(target) : lengthWords.long(target);
}

/** How long a story is, in words and as spoken. */
export function measure(draft: StoryDraft): Measure {
  const words = Object.values(draft.beats).reduce((sum, text) => sum + countWords(text), 0);
  const seconds = Math.round((words / WORDS_PER_MINUTE) * 12) * 5;
  return {
    words,
    seconds,
    spoken: seconds === 0 ? lengthWords.none : lengthWords.about(spokenText(seconds)),
    share: Math.min(1.5, seconds / (draft.target * 60)),
    says: standing(seconds, draft.target),
  };
}
