import type { MetricInfo } from '../../domain/metric.ts';
import { dashboardWords } from '../../domain/words/dashboards.ts';
import { audienceMetrics } from '../../parts/audience/evidence.ts';
import { successesMetrics } from '../../parts/successes/evidence.ts';
import { candidateMetric, modelMetrics, releaseMetrics, sideMetrics } from '../../parts/release/evidence.ts';
import type { System } from '../../scenario/system.ts';
import type { Catalogue, Dashboard } from '../catalogue.ts';
import type { PartParams, Setup } from './world.ts';

const bySystem = new WeakMap<System, Catalogue>();

/** The catalogue of a run's system; the same one for the same system. */
export function catalogueOf({ system, params }: Setup): Catalogue {
  let known = bySystem.get(system);
  if (known === undefined)
    bySystem.set(
      system,
      (known = catalogueFor(
        params,
        system.versions.map((version) => version.id),
      )),
    );
  return known;
}

function catalogueFor({ audience, release, successes }: PartParams, versions: readonly string[]): Catalogue {
  const sides = [release.stable, release.candidate];
  const ofSides = sides.flatMap((version) => sideMetrics(version, release, audience, successes.normalShare, successes.name));
  const ofRelease = releaseMetrics(release);
  const peak = candidateMetric(release.candidate, release);
  const ofModel = modelMetrics(release, audience);
  const ofAudience = audienceMetrics(audience);
  const ofOutcomes = successesMetrics(successes, audience.arrivalsPerSecond * 3600);
  const metrics: readonly MetricInfo[] = [...ofRelease, ...ofSides, peak, ...ofModel, ...ofAudience, ...ofOutcomes];
  const one = ({ title, key }: MetricInfo): { title: string; keys: string[] } => ({ title, keys: [key] });
  const bySide = (title: string, name: string): { title: string; keys: string[] } => ({ title, keys: sides.map((id) => `${name}{${id}}`) });
  const words = dashboardWords.exposure;
  const dashboards: Dashboard[] = [
    {
      id: 'release',
      title: words.release,
      panels: [
        ...ofRelease.slice(0, -1).map(one),
        bySide(words.success(successes.name), 'release.success_share'),
        bySide(words.p95, 'release.latency_p95_ms'),
        bySide(words.fallback, 'release.fallback_share'),
        one(peak),
        ...ofRelease.slice(-1).map(one),
      ],
    },
    { id: 'audience', title: words.audience, panels: ofAudience.map(one) },
    ...(ofModel.length === 0 ? [] : [{ id: 'model', title: words.model, panels: ofModel.map(one) } satisfies Dashboard]),
    { id: 'business', title: words.business, panels: ofOutcomes.map(one) },
  ];
  return {
    metrics,
    keys: metrics.map((metric) => metric.key),
    versions,
    byKey: new Map(metrics.map((metric) => [metric.key, metric])),
    dashboards,
  };
}
