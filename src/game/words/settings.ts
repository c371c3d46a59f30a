import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'Settings',
  done: 'Done',
  percent: (value: number) => `${value} %`,
  textSize: {
    title: 'Text size',
    smallerSign: 'A−',
    smaller: 'A−: smaller text',
    smallest: 'This is the smallest.',
    largerSign: 'A+',
    larger: 'A+: larger text',
    largest: 'This is the largest.',
  },
  colours: { title: 'Colours', system: 'As this device asks', dark: 'Night', light: 'Day' },
  motion: { title: 'Motion', system: 'As this device asks', reduced: 'Reduced: nothing moves', full: 'Full' },
  shortcuts: {
    title: 'Single-key shortcuts',
    says: 'Space pauses, M opens metrics, and so on. Off: every key does what your browser does with it.',
  },
  sound: {
    title: 'Sound',
    says: 'A few notes, none of which says what the screen does not say as well.',
    percentSpoken: (value: number) => `${value} percent`,
    captions: 'Sound captions',
    captionsSay: 'What sounds is written on the screen, also with the sound off: “[pager] 02:04”.',
  },
  channels: {
    alerts: { title: 'Alerts', says: 'The pager, people who write, a verified recovery' },
    ambience: { title: 'Ambience', says: 'Requests that arrive, queues and errors, as far as you have looked' },
    interface: { title: 'Interface', says: 'What you do, and what is refused' },
  },
};

/** The sheet of settings. */
export const settingsWords = inLanguage({ en });
