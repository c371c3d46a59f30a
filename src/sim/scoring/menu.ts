import type { Change, Look } from '../../domain/action.ts';
import { formatValue } from '../../domain/metric.ts';
import type { ChangePreview } from '../../domain/observation.ts';
import { changeWords } from '../../domain/words/changes.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import { scoringChanges } from '../../domain/words/scoring-changes.ts';
import { rollbackTarget } from '../../parts/training/registry.ts';
import { oneOffEur } from './effects.ts';
import { mappable } from './refusals.ts';
import { pausedCostEur } from './ordinary.ts';
import { dimensionsOf, segmentsOf, segmentTitle, titled } from './segments.ts';
import type { Night } from './step.ts';
import type { ScoringParams, Setup, World } from './world.ts';

const { data: rowsOf, labels, stable, touches: say, blindTo: blind } = scoringChanges;

const field = (setup: Setup, id: string): string =>
  setup.params.population.features.find((feature) => feature.id === id)?.title ??
  setup.params.pipeline.joins.find((join) => join.id === id)?.title ??
  id;
const feed = (setup: Setup, id: string): string => setup.params.pipeline.sources.find((source) => source.id === id)?.title ?? id;
const pattern = (setup: Setup, id: string): string => setup.params.decisions.patterns.find((one) => one.id === id)?.title ?? titled(id);

/** Which version a rollback goes to is seen in the change history or the registry; before that it has no name. */
const stableName = ({ ledger, state }: World): string =>
  ledger.changesSeen === null && !ledger.evidence.some(({ look }) => look.type === 'look-registry')
    ? stable
    : rollbackTarget(state.parts.registry);

/** A change as a button and a history call it. */
export function changeLabel(world: World, action: Change): string {
  const { setup } = world;
  switch (action.type) {
    case 'rollback':
      return labels.rollback(stableName(world));
    case 'hold-promotion':
      return labels.holdPromotion;
    case 'pin-snapshot':
      return labels.pinSnapshot;
    case 'fix-mapping':
      return labels.fixMapping(field(setup, action.feature));
    case 'rerun-job':
      return labels.rerunJob;
    case 'set-gate':
      return labels.setGate(action.threshold);
    case 'drop-feature':
      return labels.dropFeature(field(setup, action.feature));
    case 'repair-feed':
      return labels.repairFeed(feed(setup, action.feed));
    case 'retrain':
      return labels.retrain(rowsOf[action.data ?? 'all']);
    case 'set-cutoff':
      return action.segment === undefined
        ? labels.cutoff(action.cutoff)
        : labels.cutoffFor(segmentTitle(setup.params, action.segment), action.cutoff);
    case 'cap-overrides':
      return labels.capOverrides(formatValue(action.share, 'share'));
    case 'pause-decisions':
      return labels.pauseDecisions;
    case 'add-rule':
      return labels.addRule(pattern(setup, action.segment));
    case 'staff-queue':
      return labels.staffQueue(action.factor);
    case 'mute-alert':
      return labels.muteAlert(action.hours);
    case 'use-fallback-model':
      return labels.fallbackModel(action.on);
    case 'revert-config':
      return labels.revertConfig;
    default:
      return action.type;
  }
}

/** The changes that a system of this kind offers, with sensible values; the same in every variant. */
export function offeredChanges(world: World): Change[] {
  const { params } = world.setup;
  const { decisions, training, population, pipeline } = params;
  const segments = decisions.dimension === null ? [] : segmentsOf(params, decisions.dimension);
  return [
    { type: 'hold-promotion' },
    { type: 'rollback' },
    { type: 'pin-snapshot' },
    { type: 'use-fallback-model', on: world.state.parts.registry.champion !== world.state.parts.registry.fallback },
    { type: 'revert-config' },
    { type: 'pause-decisions' },
    ...decisions.cutoffsOffered.map((cutoff): Change => ({ type: 'set-cutoff', cutoff })),
    ...segments.flatMap((segment) => decisions.cutoffsOffered.map((cutoff): Change => ({ type: 'set-cutoff', cutoff, segment }))),
    ...decisions.overridesOffered.map((share): Change => ({ type: 'cap-overrides', share })),
    ...decisions.patterns.map(({ id }): Change => ({ type: 'add-rule', segment: id })),
    ...decisions.staffOffered.map((factor): Change => ({ type: 'staff-queue', factor })),
    { type: 'mute-alert', hours: 96 },
    { type: 'mute-alert', hours: null },
    { type: 'rerun-job' },
    ...training.thresholdsOffered.map((threshold): Change => ({ type: 'set-gate', threshold })),
    ...training.data.map((data): Change => ({ type: 'retrain', data })),
    ...population.features.map(({ id }): Change => ({ type: 'drop-feature', feature: id })),
    ...mappable(params).map((id): Change => ({ type: 'fix-mapping', feature: id })),
    ...pipeline.sources.map(({ id }): Change => ({ type: 'repair-feed', feed: id })),
  ];
}

const FIXES: readonly Change['type'][] = [
  'fix-mapping',
  'repair-feed',
  'retrain',
  'drop-feature',
  'cap-overrides',
  'revert-config',
  'set-gate',
  'rerun-job',
];
const NO_UNDO: readonly Change['type'][] = ['fix-mapping', 'repair-feed', 'retrain', 'drop-feature', 'rerun-job'];

/** Which station a change is noted at: the first that shows a part of it. */
export function stationOf(setup: Setup, action: Change): string {
  const by: Partial<Record<Change['type'], string>> = {
    rollback: 'scorecard', 'use-fallback-model': 'scorecard', 'hold-promotion': 'training', 'set-gate': 'training', retrain: 'training', 'rerun-job': 'training', 'drop-feature': 'training',
    'pin-snapshot': 'pipeline', 'fix-mapping': 'pipeline', 'repair-feed': 'pipeline', 'mute-alert': 'population',
  }; // prettier-ignore
  const part = by[action.type] ?? 'decisions';
  return (setup.system.stations.find((station) => station.part === part) ?? setup.system.stations[0]!).id;
}

/** What a change would touch, in words; from what anyone could know of the system. */
function touchesOf(world: World, action: Change): string[] {
  const { setup } = world;
  const { outcomes } = setup.params;
  switch (action.type) {
    case 'rollback':
      return [say.champion(stableName(world)), say.restStays];
    case 'hold-promotion':
      return [say.candidatesWait];
    case 'pin-snapshot':
      return [say.lastGoodRows, say.itsModel];
    case 'fix-mapping':
      return [say.adapter(field(setup, action.feature)), say.readAgain];
    case 'repair-feed':
      return [say.feed(feed(setup, action.feed)), say.fromThenOn(outcomes.rowsAre)];
    case 'rerun-job':
      return [say.sameRun];
    case 'set-gate':
      return [say.gate(action.threshold)];
    case 'drop-feature':
      return [say.without(field(setup, action.feature))];
    case 'retrain':
      return [say.oneRun(rowsOf[action.data ?? 'all'])];
    case 'set-cutoff':
      return [
        action.segment === undefined
          ? say.who(outcomes.selectedAre)
          : say.whoAmong(outcomes.selectedAre, segmentTitle(setup.params, action.segment)),
      ];
    case 'cap-overrides':
      return [say.staffTurnRound];
    case 'pause-decisions':
      return [say.paused(outcomes.rowsAre, outcomes.selectedAre)];
    case 'add-rule':
      return [say.ofPattern(outcomes.rowsAre)];
    case 'staff-queue':
      return [say.moreVerdicts];
    case 'mute-alert':
      return [say.nobodyPaged, action.hours === null ? say.untilRemembered : say.comesBack];
    case 'use-fallback-model':
      return [say.withoutDoubtful, say.tellsLessWell];
    case 'revert-config':
      return [say.configBefore];
    default:
      return [];
  }
}

/** What a change would touch, without label and refusal. */
export function previewOf(world: World, night: Night, action: Change): Omit<ChangePreview, 'action' | 'label' | 'refusal'> {
  const { setup } = world;
  const delay = setup.system.delays[action.type] ?? { from: 0, to: 0 };
  const reversible = !NO_UNDO.includes(action.type);
  const paid = oneOffEur(night, action);
  return {
    group: FIXES.includes(action.type) ? 'fix' : 'mitigate',
    touches: paid > 0 ? [...touchesOf(world, action), say.costs(formatValue(paid, 'eur'))] : touchesOf(world, action),
    stations: [stationOf(setup, action)],
    delaySeconds: { from: Math.round(delay.from), to: Math.round(delay.to) },
    undo: reversible ? changeWords.undo.always : changeWords.undo.beforeEffect,
    reversible,
    blindTo: action.type === 'mute-alert' ? blind.alert : action.type === 'pause-decisions' ? blind.undecided : '',
    runningCostEurPerHour: runningCostEur(setup.params, action),
  };
}

/** What a change costs an hour while it lasts, on an ordinary day. */
function runningCostEur(params: ScoringParams, action: Change): number {
  if (action.type === 'staff-queue') return Math.max(0, action.factor - 1) * params.decisions.queuePerHour * params.outcomes.verdictEur;
  return action.type === 'pause-decisions' ? Math.max(0, Math.round(pausedCostEur(params))) : 0;
}

/** Looks beside dashboards, changes, alerts, calendar and messages. */
export function offeredLooks(setup: Setup): { readonly look: Look; readonly label: string }[] {
  const { params, system } = setup;
  const staffed = params.decisions.queuePerHour > 0;
  return [
    { look: { type: 'look-lineage' }, label: lookTitles.lineage },
    { look: { type: 'look-distributions' }, label: lookTitles.distributions },
    ...dimensionsOf(params).map((by) => ({ look: { type: 'look-segments', by } as const, label: lookTitles.by(titled(by)) })),
    { look: { type: 'look-registry' }, label: lookTitles.registry },
    { look: { type: 'look-evaluation' }, label: lookTitles.evaluation },
    { look: { type: 'look-backtest' }, label: lookTitles.backtest },
    ...(params.decisions.mode === 'top'
      ? []
      : [
          {
            look: { type: 'look-sample', of: 'selected' } as const,
            label: lookTitles.sampleOf(params.outcomes.selectedAre, params.outcomes.rowsAre),
          },
          ...(params.decisions.nearScore === null
            ? []
            : [{ look: { type: 'look-sample', of: 'near' } as const, label: lookTitles.sampleNear }]),
          ...(staffed ? [{ look: { type: 'look-sample', of: 'rest' } as const, label: lookTitles.sampleRest }] : []),
          ...(params.decisions.overrideShare > 0
            ? [{ look: { type: 'look-sample', of: 'overridden' } as const, label: lookTitles.overrides }]
            : []),
        ]),
    ...system.stations.filter(({ part }) => part === 'pipeline').map(({ id, name }) => ({ look: { type: 'look-logs', station: id } as const, label: lookTitles.logs(name) })), // prettier-ignore
  ];
}
