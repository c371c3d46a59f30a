import { inLanguage } from '../../domain/words/language.ts';

const en = {
  stopped: 'The simulation stopped. Reload the page and open the run again; it is kept.',
  stoppedSilently: 'The simulation stopped without a reason.',
};

/** What is said where the engine beside the page fails. */
export const simulationWords = inLanguage({ en });
