import { figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'Traces that can be read',
  ask: 'Follow one request through the system',
  another: 'Follow another request',
  follow: 'Follow',
  /** @param trace its id, marked up @param time how long it was, marked up */
  took: <T>(trace: T, time: T): readonly (T | string)[] => [trace, ' took ', time],
  compare: 'Compare with healthy',
  caption: (title: string) => `${title}: each span with its start and duration; spans on the critical path are marked.`,
  span: 'Span',
  when: 'When',
  healthy: 'healthy',
  ms: 'ms',
  critical: ' (critical path)',
  from: (ms: number) => `from ${figure(ms)} ms`,
};

export const tracesWords = inLanguage({ en });
