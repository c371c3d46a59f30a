import { sentence, sentences } from '../../domain/sentence.ts';
import { counted } from './format.ts';
import { actionsWords } from './actions.ts';
import { evidenceWords } from './evidence-panel.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  coach: 'Coach',
  skip: 'Skip the coach',
  alone: 'Next step',
  hint: 'Hint',
  more: 'More',
  stuck: 'Stuck? A hint',
  canBeHad: 'Stuck? A hint can be had.',
  canBeHadBy: (key: string) => `Stuck? A hint can be had with the key ${key}.`,
  says: (hint: string) => `Hint: ${hint}`,
  wait: (time: string) => `Give it a thought: the next hint is there in ${time} of the drill.`,
  allTaken: 'You have every hint for this step. After your next step there are new ones.',
  showMe: 'Show me',
  cited: '{says} {source}',
  source: (source: string) => `(${source})`,
  why: 'Why this step? One line, in your own words.',
  whyFirst: 'Say why first, in one line.',
  doIt: 'Do this step',
  command: { words: 'A hint', also: 'help stuck coach' },
  watch: {
    title: 'An expert plays',
    says: 'An expert plays.',
    does: (action: string) => sentence(action),
    step: (action: string, why: string) => sentences([action, why]),
    takeOver: 'Take over',
    yours: 'The shift is yours.',
    paused: 'Paused',
    pauses: 'Space pauses',
    command: { words: 'Take over from the expert', also: 'solo play myself' },
  },
  places: {
    buttons: {
      message: 'Post update',
      verify: 'Verify',
      resolve: 'Resolve',
      'leave-alone': 'Leave it alone',
      'take-back': 'Take back',
    },
    groups: { mitigate: actionsWords.mitigate, fix: actionsWords.fix },
    tabs: evidenceWords.tabs,
    views: { evidence: 'Evidence', board: 'Board' }, // of a phone
    look: (label: string) => `: ${label}, takes`, // in the name of the button of a look
    nowhere: 'Nowhere new. Let time pass and watch the pager metric.',
    under: (tab: string) => `Look under ${tab}.`,
    among: (group: string) => `Look among the actions under ${group}.`,
    button: (name: string) => `It is under ${name}.`,
    onBoard: 'It is on the cause board.',
  },
  questions: {
    'size-up': 'Who pays for this, and how fast does it add up?',
    changed: (clock: string) => `What changed before ${clock}, and what would look different under each cause?`,
    cause: 'Which causes still fit, and what would look different under each?',
    change: 'Who is being hurt while the cause is looked for?',
    fix: 'What happens when the stopgap goes?',
    'leave-alone': 'What would happen if nobody changed anything?',
    tell: 'Who is waiting for word, and since when?',
    board: (causes: number) => `Which of the ${counted(causes, { other: 'causes' })} could you defend, and with which evidence?`,
    verify: 'How would you prove to a stranger that it is over?',
    resolve: 'What is left to do before this can be closed?',
    wait: 'What was changed last, and when can it show?',
  },
};

/** Who accompanies a shift: hints, and what is around the lines of the coach and of the expert. */
export const guideWords = inLanguage({ en });
