import type { MessageBlock } from '../../domain/action.ts';
import { roleInSentence } from '../../domain/role-words.ts';
import { inLanguage } from '../../domain/words/language.ts';

const blocks: Readonly<Record<MessageBlock, string>> = {
  'users-see': 'What users see',
  impact: 'Impact so far',
  known: 'What is known',
  unknown: 'What is not known yet',
  'next-step': 'What comes next',
  'next-update': 'When the next update comes',
  options: 'The options, with what each costs',
};

const en = {
  title: 'Post an update',
  blocks,
  to: 'To',
  /** @param bold puts a role in bold */
  toThe: <T>(role: string, bold: (text: string) => T): readonly (T | string)[] => ['To the ', bold(roleInSentence(role))],
  quoted: (text: string) => `“${text}”`,
  say: 'Say',
  propose: 'What you propose',
  cause: 'Name a cause',
  noCause: 'none yet',
  preview: 'As it will be sent',
  nothing: 'Nothing yet: tick what to say.',
  tickFirst: 'Tick at least one thing to say.',
  send: 'Send',
};

export const messageWords = inLanguage({ en });
