import type { Change } from '../../domain/action.ts';
import { mends, mendsFeed, sendPipeline } from '../../parts/pipeline/step.ts';
import { rollbackTarget, versionOf } from '../../parts/training/registry.ts';
import { sendTraining } from '../../parts/training/step.ts';
import { finishRun, startRun, type Night } from './step.ts';
import { candidatePasses, judgeCandidate, promoteVersion, trainCandidate } from './train.ts';
import type { ScoringParts } from './world.ts';

/** A run on request: trained, judged if the system asks for it, live if it may be. */
function runOnRequest(night: Night, parts: ScoringParts, tick: number, data: NonNullable<(Change & { type: 'retrain' })['data']>): void {
  const { params, seed } = night;
  const { training, pipeline } = parts;
  if (training.chart === 'running') sendTraining(training, 'HALT'); // the nightly run makes room
  sendTraining(training, 'SCHEDULE');
  sendTraining(training, 'START');
  trainCandidate(params, parts, seed, tick, data, pipeline.quarantined ? 0 : pipeline.trainHit);
  sendTraining(training, 'FINISH');
  judgeCandidate(params, parts, params.training.gateManual);
  if (!params.training.restoresCutoff || training.chart !== 'promoted') return;
  parts.decisions.cutoff = params.decisions.cutoff;
  parts.decisions.segmentCutoffs = {};
}

/** What a change does to the world once its delay is over. Only causes are touched here; figures follow by themselves. */
export function takeEffect(night: Night, parts: ScoringParts, action: Change, tick: number): void {
  const { params } = night;
  const { pipeline, registry, training, decisions } = parts;
  parts.dirty = true;
  switch (action.type) {
    case 'rollback':
      promoteVersion(params, parts, rollbackTarget(registry), 'ROLL_BACK');
      return;
    case 'hold-promotion':
      training.held = true;
      return;
    case 'pin-snapshot':
      training.held = true;
      if (!pipeline.mended) {
        pipeline.pinnedHour = Math.max(0, versionOf(registry, registry.stable).trainedHour); // rows that are mended by now need no stand-in
        sendPipeline(pipeline, 'PIN');
      }
      if (registry.champion !== registry.stable) promoteVersion(params, parts, registry.stable, 'ROLL_BACK');
      return;
    case 'fix-mapping':
      decisions.mended = [...decisions.mended, action.feature];
      if (mends(params.pipeline, action.feature)) mend(night, parts);
      return;
    case 'repair-feed':
      decisions.mended = [...decisions.mended, action.feed];
      if (mendsFeed(params.population, params.pipeline, action.feed)) mend(night, parts);
      return;
    case 'rerun-job':
      startRun(night, parts, tick);
      finishRun(night, parts, tick);
      return;
    case 'set-gate':
      training.threshold = action.threshold;
      if (training.chart === 'blocked' && training.candidate !== null && !training.held && candidatePasses(params, parts)) {
        sendTraining(training, 'PROMOTE');
        promoteVersion(params, parts, training.candidate);
      }
      return;
    case 'drop-feature':
      training.without = [...training.without, action.feature];
      runOnRequest(night, parts, tick, 'all');
      return;
    case 'retrain':
      training.data = action.data === 'recent' ? 'recent' : 'all'; // the job keeps that window
      runOnRequest(night, parts, tick, action.data ?? 'all');
      return;
    case 'set-cutoff':
      if (action.segment === undefined) {
        decisions.cutoff = action.cutoff;
        decisions.reverted = true; // the new value replaces what was on its way out
      } else decisions.segmentCutoffs = { ...decisions.segmentCutoffs, [action.segment]: action.cutoff };
      return;
    case 'cap-overrides':
      decisions.overrideCap = action.share;
      return;
    case 'pause-decisions':
      decisions.paused = true;
      return;
    case 'add-rule':
      decisions.rules = [...decisions.rules, action.segment];
      return;
    case 'staff-queue':
      decisions.queue.factor = action.factor;
      return;
    case 'mute-alert':
      decisions.mutedUntil = action.hours === null ? Infinity : tick + action.hours;
      return;
    case 'use-fallback-model':
      if (registry.fallback !== null)
        promoteVersion(params, parts, action.on ? registry.fallback : registry.stable, action.on ? 'FALL_BACK' : 'ROLL_BACK');
      return;
    case 'revert-config':
      decisions.reverted = true;
      decisions.cutoff = params.decisions.cutoff;
      return;
    default:
      return; // of other kinds of systems
  }
}

/** The old form comes back, for rows to be read and to be scored alike; what was pinned or stood in is let go. */
function mend({ params }: Night, parts: ScoringParts): void {
  const { pipeline, registry } = parts;
  if (registry.champion === registry.fallback) promoteVersion(params, parts, registry.stable, 'ROLL_BACK');
  pipeline.mended = true;
  pipeline.pinnedHour = null;
  sendPipeline(pipeline, 'PASS');
}

type Undo = { readonly [Part in 'pipeline' | 'registry' | 'training' | 'decisions' | 'queue']?: Readonly<Record<string, unknown>> };

/** Settings that a change of this kind moves, as they stand: enough to take it back. Null where it cannot be taken back once in effect. */
export function undoOf(parts: ScoringParts, action: Change): Undo | null {
  const { pipeline, registry, training, decisions } = parts;
  const alias = { champion: registry.champion, chart: registry.chart };
  switch (action.type) {
    case 'rollback':
    case 'use-fallback-model':
      return { registry: alias };
    case 'hold-promotion':
      return { training: { held: training.held } };
    case 'pin-snapshot':
      return { registry: alias, training: { held: training.held }, pipeline: { pinnedHour: pipeline.pinnedHour, chart: pipeline.chart } };
    case 'set-gate':
      return { training: { threshold: training.threshold }, registry: alias };
    case 'set-cutoff':
      return { decisions: { cutoff: decisions.cutoff, segmentCutoffs: decisions.segmentCutoffs, reverted: decisions.reverted } };
    case 'cap-overrides':
      return { decisions: { overrideCap: decisions.overrideCap } };
    case 'pause-decisions':
      return { decisions: { paused: decisions.paused } };
    case 'add-rule':
      return { decisions: { rules: decisions.rules } };
    case 'staff-queue':
      return { queue: { factor: decisions.queue.factor } };
    case 'mute-alert':
      return { decisions: { mutedUntil: decisions.mutedUntil } };
    case 'revert-config':
      return { decisions: { reverted: decisions.reverted, cutoff: decisions.cutoff } };
    default:
      return null;
  }
}

/** Puts the settings back that the last change moved. */
export function takeBack(parts: ScoringParts, undo: Record<string, unknown>): void {
  const settings = undo as Undo;
  Object.assign(parts.pipeline, settings.pipeline);
  Object.assign(parts.registry, settings.registry);
  Object.assign(parts.training, settings.training);
  Object.assign(parts.decisions, settings.decisions);
  Object.assign(parts.decisions.queue, settings.queue);
  parts.dirty = true;
}

/** What is paid when a change is asked for, in euro. */
export function oneOffEur(night: Night, action: Change): number {
  const { retrainEur, labellingEur } = night.params.training;
  if (action.type === 'retrain') return retrainEur + (action.data === 'reviewed' ? labellingEur : 0);
  return action.type === 'drop-feature' || action.type === 'rerun-job' ? retrainEur : 0;
}
