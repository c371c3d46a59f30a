import { openLibrary } from '../../game/library.ts';
import { warmUp } from '../../game/warm-up.ts';
import type { CatalogueFiles } from '../../scenario/catalogue.ts';
import { episodeOf, type Case } from './plays.ts';

declare global {
  interface Window {
    firstEpisodeMs: typeof firstEpisodeMs;
  }
}

/**
 * The milliseconds that the first timed episode of a case takes in this page.
 * @param warm after what the game's worker plays for nobody while a briefing is read; else the page has played nothing before
 */
async function firstEpisodeMs({ scenarios, systems, playbook }: CatalogueFiles, wanted: Case, warm: boolean): Promise<number> {
  const kept =
    <T>(value: T) =>
    (): Promise<T> =>
      Promise.resolve(value);
  const library = openLibrary({ scenarios: kept(scenarios), systems: kept(systems), playbook: kept(playbook), baselines: kept(null) });
  if (warm) await warmUp(library, wanted.scenario);
  const scenario = await library.scenario(wanted.scenario);
  if (scenario === undefined) throw new Error(`expected a shipped scenario, got "${wanted.scenario}"`);
  const episode = episodeOf(scenario, wanted);
  const began = performance.now();
  episode();
  return performance.now() - began;
}

window.firstEpisodeMs = firstEpisodeMs;
