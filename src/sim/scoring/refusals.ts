import type { Change } from '../../domain/action.ts';
import { refusalWords } from '../../domain/words/refusals.ts';
import { scoringRefusals as no } from '../../domain/words/scoring-refusals.ts';
import { rollbackTarget } from '../../parts/training/registry.ts';
import { segmentsOf } from './segments.ts';
import type { ScoringParams, ScoringParts } from './world.ts';

const oneOf = (what: keyof typeof no.unknown, known: readonly string[], id: string): string | null =>
  known.includes(id) ? null : no.unknown[what](id, known);

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
      return rollbackTarget(registry) === registry.champion ? no.noVersionBack : registry.chart === 'rolled-back' ? no.rolledBack : null;
    case 'hold-promotion':
      return training.held ? no.held : null;
    case 'pin-snapshot':
      return pipeline.pinnedHour !== null ? no.pinned : null;
    case 'fix-mapping':
      return oneOf('field', mappable(params), action.feature) ?? (decisions.mended.includes(action.feature) ? no.hasAdapter : null);
    case 'repair-feed':
      return oneOf('feed', params.pipeline.sources.map(({ id }) => id), action.feed) ?? (decisions.mended.includes(action.feed) ? no.feedMended : null); // prettier-ignore
    case 'set-gate':
      if (params.training.gate.kind !== 'absolute') return no.noThreshold;
      return action.threshold === training.threshold ? no.threshold(action.threshold) : null;
    case 'drop-feature':
      return oneOf('feature', params.population.features.map(({ id }) => id), action.feature) ?? (training.without.includes(action.feature) ? no.dropped : null); // prettier-ignore
    case 'retrain':
      return oneOf('rows', params.training.data, action.data ?? 'all');
    case 'set-cutoff': {
      if (params.decisions.mode === 'top') return no.noCutoff;
      const now = action.segment === undefined ? decisions.cutoff : decisions.segmentCutoffs[action.segment];
      const unknown =
        action.segment === undefined
          ? null
          : oneOf('segment', params.decisions.dimension === null ? [] : segmentsOf(params, params.decisions.dimension), action.segment);
      return unknown ?? (action.cutoff === now ? no.cutoff(action.cutoff) : null);
    }
    case 'cap-overrides':
      return decisions.overrideCap === action.share ? no.capped : null;
    case 'pause-decisions':
      return decisions.paused ? no.paused : null;
    case 'add-rule':
      return oneOf('pattern', params.decisions.patterns.map(({ id }) => id), action.segment) ?? (decisions.rules.includes(action.segment) ? no.rule : null); // prettier-ignore
    case 'staff-queue':
      if (params.decisions.queuePerHour === 0) return no.nobodyReviews;
      return decisions.queue.factor === action.factor ? no.staffed : null;
    case 'mute-alert':
      return decisions.mutedUntil > hour ? no.muted : null;
    case 'use-fallback-model':
      if (registry.fallback === null) return no.noFallback;
      return (registry.champion === registry.fallback) === action.on ? no.fallback(action.on) : null;
    case 'revert-config':
      return decisions.reverted ? no.reverted : null;
    case 'rerun-job':
      return params.training.scheduleHour === null ? no.noJob : null;
    default:
      return refusalWords.nobodyCan(action.type);
  }
}
