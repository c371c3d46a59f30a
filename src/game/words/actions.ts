import { atClock } from '../../domain/at-clock.ts';
import { inSentence } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'Actions',
  jump: 'Go to a group of actions',
  mitigate: 'Mitigate',
  tell: 'Tell',
  fix: 'Fix',
  prove: 'Prove',
  post: 'Post update',
  colleagues: 'Call in',
  verify: 'Verify',
  leaveAlone: 'Leave it alone',
  resolve: 'Resolve',
  takeBack: 'Take back',
  dismiss: 'Dismiss',
  preview: {
    waits: 'clock waits while you choose',
    forms: 'How much',
    touches: 'Touches',
    timeToEffect: 'Time to effect',
    between: (from: string, to: string) => `${from} to ${to}`,
    reversible: 'Reversible',
    blindTo: 'You lose sight of',
    nothing: 'nothing',
    cost: 'Running cost',
    noCost: 'none',
    costPerHour: (eur: string) => `+${eur}/h`,
    expect: (after: string, metric: string) => `In ${after}, ${inSentence(metric)} will be`,
    expectations: { lower: 'lower', same: 'same', higher: 'higher' },
  },
  pending: {
    title: 'Changes under way',
    showsAt: (clock: string) => `shows ${atClock(clock)},`,
    showsIn: (left: string) => `in ${left}`,
    carriedOutAt: (clock: string) => `carried out ${atClock(clock)},`,
    settles: (left: string, after: string) => `in ${left}; shows ${after} later`,
    takingEffect: 'taking effect',
    more: (count: number) => `+${count} more`,
    count: (count: number) => `${count} under way`,
  },
  undo: {
    title: 'Latest change',
    asked: (change: string, key: string) => `${change}: asked for. ${key} takes it back.`,
    always: 'can be taken back at any time',
    until: (clock: string) => `can be taken back until it shows ${atClock(clock)}`,
    undo: 'Undo',
    done: (change: string) => `Taken back: ${change}`,
    doneSays: 'What it had set is set back.',
  },
};

export const actionsWords = inLanguage({ en });
