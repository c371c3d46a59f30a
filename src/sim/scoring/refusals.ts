import type { Change } from '../../domain/action.ts';
import { rollbackTarget } from '../../parts/training/registry.ts';
import { segmentsOf } from './segments.ts';
import type { ScoringParams, ScoringParts } from './world.ts';

const oneOf = (what: string, known: readonly string[], id: string): string | null =>
  known.includes(id) ? null : `there is no ${what} "${id}"; expected one of ${known.join(', ')}`;

/** What a mapping can be mended of: the features, and the keys of joins. */
export const mappable = ({ population, pipeline }: ScoringParams): readonly string[] => [
  ...population.features.map(({ id }) => id),
  ...pipeline.joins.map(({ id }) => id),
];

/** Why a change cannot be made now; null where it can. No reason depends on what only a look would tell. */
export function refusalOf(params: ScoringParams, parts: ScoringParts, action: Change, hour: number): string | null {
  const { registry, training, decisions, pipeline } = parts;
  switch (action.type) {
    case 'rollback':
      return rollbackTarget(registry) === registry.champion
        ? 'there is no version to go back to'
        : registry.chart === 'rolled-back'
          ? 'the champion has been rolled back already'
          : null;
    case 'hold-promotion':
      return training.held ? 'promotion is on hold already' : null;
    case 'pin-snapshot':
      return pipeline.pinnedHour !== null ? 'the last good snapshot is pinned already' : null;
    case 'fix-mapping':
      return (
        oneOf('field', mappable(params), action.feature) ??
        (decisions.mended.includes(action.feature) ? 'that mapping has an adapter already' : null)
      );
    case 'repair-feed':
      return oneOf('feed', params.pipeline.sources.map(({ id }) => id), action.feed) ?? (decisions.mended.includes(action.feed) ? 'that feed has been looked after already' : null); // prettier-ignore
    case 'set-gate':
      if (params.training.gate.kind !== 'absolute') return 'the gate compares with the champion, it has no threshold';
      return action.threshold === training.threshold ? `the gate already asks for ${action.threshold}` : null;
    case 'drop-feature':
      return oneOf('feature', params.population.features.map(({ id }) => id), action.feature) ?? (training.without.includes(action.feature) ? 'the model does without that feature already' : null); // prettier-ignore
    case 'retrain':
      return oneOf('choice of rows', params.training.data, action.data ?? 'all');
    case 'set-cutoff': {
      if (params.decisions.mode === 'top') return 'there is no cut-off: the highest are picked, however high they are';
      const now = action.segment === undefined ? decisions.cutoff : decisions.segmentCutoffs[action.segment];
      const unknown =
        action.segment === undefined
          ? null
          : oneOf('segment', params.decisions.dimension === null ? [] : segmentsOf(params, params.decisions.dimension), action.segment);
      return unknown ?? (action.cutoff === now ? `that cut-off is ${action.cutoff} already` : null);
    }
    case 'cap-overrides':
      return decisions.overrideCap === action.share ? 'overrides are capped there already' : null;
    case 'pause-decisions':
      return decisions.paused ? 'decisions by the model are paused already' : null;
    case 'add-rule':
      return oneOf('pattern', params.decisions.patterns.map(({ id }) => id), action.segment) ?? (decisions.rules.includes(action.segment) ? 'that rule is in place' : null); // prettier-ignore
    case 'staff-queue':
      if (params.decisions.queuePerHour === 0) return 'nobody reviews decisions here';
      return decisions.queue.factor === action.factor ? 'that many people are there already' : null;
    case 'mute-alert':
      return decisions.mutedUntil > hour ? 'the alert is muted already' : null;
    case 'use-fallback-model':
      if (registry.fallback === null) return 'this system has no fallback model';
      return (registry.champion === registry.fallback) === action.on ? `the fallback model is ${action.on ? 'live' : 'off'} already` : null;
    case 'revert-config':
      return decisions.reverted ? 'the configuration has been reverted already' : null;
    case 'rerun-job':
      return params.training.scheduleHour === null ? 'there is no nightly job' : null;
    default:
      return `nobody can do that on this system: ${action.type}`;
  }
}
