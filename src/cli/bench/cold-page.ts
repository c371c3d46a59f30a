import { openCatalogue, type CatalogueFiles } from '../../scenario/catalogue.ts';
import { episodeOf, type Case } from './plays.ts';

declare global {
  interface Window {
    firstEpisodeMs: typeof firstEpisodeMs;
  }
}

/** The milliseconds that an episode of a case takes in this page, which has played none before. */
function firstEpisodeMs(files: CatalogueFiles, wanted: Case): number {
  const episode = episodeOf(openCatalogue(files).scenario(wanted.scenario), wanted);
  const began = performance.now();
  episode();
  return performance.now() - began;
}

window.firstEpisodeMs = firstEpisodeMs;
