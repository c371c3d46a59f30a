import { atClock } from '../../domain/at-clock.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  worse: (was: string, now: string) => `Worse still: ${was} to ${now}. Undo is a skill.`,
  same: (now: string) => `No better yet: ${now}.`,
  better: (was: string, now: string) => `Coming back: ${was} to ${now}.`,
  howBad: 'Find out how bad it is, and for whom.',
  whatChanged: 'What changed before the page?',
  beforeActing: (look: string) => `Before you act: ${look}.`,
  unread: (look: string) => `${look} is still unread.`,
  stillFit: (open: number, all: number, look: string) => `${open} of ${all} causes still fit. ${look} would tell.`,
  showsAt: (clock: string) => `It shows ${atClock(clock)}. Let time run.`,
  staysBack: 'Watch whether it stays back.',
  watchMetric: 'Watch the metric.',
  pointsTo: (cause: string) => `Your evidence points to “${cause}”.`,
  nowFix: 'Now what removes the cause?',
  stopHarm: 'Stop the harm. Each action shows what it touches.',
  release: 'It is fixed. Take the stopgap out.',
  tell: 'Tell people: what users see, what is next, when.',
  waits: (who: string) => `${who} waits for your answer.`,
  claim: 'Put the cause on the board, with its evidence. Then claim it.',
  thenClaim: 'Then claim the cause on the board.',
  leaveAlone: 'Would any change help? Leaving alone is a decision too.',
  verify: 'It is back. Prove it with a metric.',
  verifyShort: (title: string, now: string, normal: string) =>
    `Not normal yet: ${title} ${now} (normal ${normal}). Let a check tell whether that holds as recovered.`,
  resolve: 'Proved. Resolve it.',
  takePage: 'Take the page.',
};

/** What the coach of a guided shift says. */
export const coachWords = inLanguage({ en });
