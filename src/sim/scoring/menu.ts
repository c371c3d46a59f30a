import type { Change, Look } from '../../domain/action.ts';
import { formatValue } from '../../domain/metric.ts';
import type { ChangePreview } from '../../domain/observation.ts';
import { rollbackTarget } from '../../parts/training/registry.ts';
import { oneOffEur } from './effects.ts';
import { mappable } from './refusals.ts';
import { dimensionsOf, segmentsOf, segmentTitle, titled } from './segments.ts';
import type { Night } from './step.ts';
import type { Setup, World } from './world.ts';

const DATA_WORDS = {
  all: 'all rows', recent: 'recent rows only', 'with-segment': 'all rows, with the segment as a feature', reweighted: 'all rows, the segment weighted', reviewed: 'rows that people labelled',
} as const; // prettier-ignore

const field = (setup: Setup, id: string): string =>
  setup.params.population.features.find((feature) => feature.id === id)?.title ??
  setup.params.pipeline.joins.find((join) => join.id === id)?.title ??
  id;
const feed = (setup: Setup, id: string): string => setup.params.pipeline.sources.find((source) => source.id === id)?.title ?? id;
const pattern = (setup: Setup, id: string): string => setup.params.decisions.patterns.find((one) => one.id === id)?.title ?? titled(id);

/** Which version a rollback goes to is seen in the change history or the registry; before that it has no name. */
const stableName = ({ ledger, state }: World): string =>
  ledger.changesSeen === null && !ledger.evidence.some(({ look }) => look.type === 'look-registry')
    ? 'the last stable version'
    : rollbackTarget(state.parts.registry);

/** A change as a button and a history call it. */
export function changeLabel(world: World, action: Change): string {
  const { setup } = world;
  switch (action.type) {
    case 'rollback':
      return `Roll back to ${stableName(world)}`;
    case 'hold-promotion':
      return 'Hold promotion';
    case 'pin-snapshot':
      return 'Pin the last good snapshot and its model';
    case 'fix-mapping':
      return `Adapter for ${field(setup, action.feature)}, then read again`;
    case 'rerun-job':
      return 'Run the job again';
    case 'set-gate':
      return `Gate at AUC ${action.threshold}`;
    case 'drop-feature':
      return `Train and score without ${field(setup, action.feature)}`;
    case 'repair-feed':
      return `Repair the feed from ${feed(setup, action.feed)}`;
    case 'retrain':
      return `Retrain on ${DATA_WORDS[action.data ?? 'all']}`;
    case 'set-cutoff':
      return action.segment === undefined
        ? `Cut-off at score ${action.cutoff}`
        : `Cut-off for ${segmentTitle(setup.params, action.segment)}: score ${action.cutoff}`;
    case 'cap-overrides':
      return `Overrides by staff: at most ${formatValue(action.share, 'share')}`;
    case 'pause-decisions':
      return 'Pause decisions by the model';
    case 'add-rule':
      return `Rule for ${pattern(setup, action.segment)}`;
    case 'staff-queue':
      return action.factor === 1 ? 'Review team at its normal size' : `Review team × ${action.factor}`;
    case 'mute-alert':
      return action.hours === null ? 'Mute the alert' : `Mute the alert for ${Math.round(action.hours)} h`;
    case 'use-fallback-model':
      return action.on ? 'Serve the fallback model' : 'Stop serving the fallback model';
    case 'revert-config':
      return 'Revert the last configuration change';
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
      return [`registry: the champion becomes ${stableName(world)}`, 'rows are read and scored as before: data, cut-off and queue stay'];
    case 'hold-promotion':
      return ['training: candidates wait, what is live stays'];
    case 'pin-snapshot':
      return ['scoring reads the rows of the last good run, which age', 'registry: its model is champion, and promotion is on hold'];
    case 'fix-mapping':
      return [`an adapter for ${field(setup, action.feature)} at the boundary`, 'rows since the last good run are read again'];
    case 'repair-feed':
      return [`the feed from ${feed(setup, action.feed)}`, `${outcomes.rowsAre} from then on`];
    case 'rerun-job':
      return ['training: the same run on the same rows'];
    case 'set-gate':
      return [`training: a candidate needs AUC ${action.threshold}`];
    case 'drop-feature':
      return [`training: a run without ${field(setup, action.feature)}, live when it is done`];
    case 'retrain':
      return [`training: one run on ${DATA_WORDS[action.data ?? 'all']}, live when it is done`];
    case 'set-cutoff':
      return [
        `decisions: who is ${outcomes.selectedAre}${action.segment === undefined ? '' : `, among ${segmentTitle(setup.params, action.segment)} only`}`,
      ];
    case 'cap-overrides':
      return ['decisions: staff may turn round no more than that'];
    case 'pause-decisions':
      return [`no ${outcomes.rowsAre} are ${outcomes.selectedAre} by model until someone resumes`];
    case 'add-rule':
      return [`decisions: all ${outcomes.rowsAre} of that pattern, whatever their score`];
    case 'staff-queue':
      return ['the review queue: more verdicts an hour'];
    case 'mute-alert':
      return ['whoever is on call: this alert pages nobody', action.hours === null ? 'until someone remembers' : 'then it comes back'];
    case 'use-fallback-model':
      return ['registry: a model without the features in doubt', 'it tells good from bad less well'];
    case 'revert-config':
      return ['decisions: the configuration before its last change'];
    default:
      return [];
  }
}

/** What a change would touch, without label and refusal. */
export function previewOf(world: World, night: Night, action: Change): Omit<ChangePreview, 'action' | 'label' | 'refusal'> {
  const { setup } = world;
  const { decisions, outcomes } = setup.params;
  const delay = setup.system.delays[action.type] ?? { from: 0, to: 0 };
  const reversible = !NO_UNDO.includes(action.type);
  const paid = oneOffEur(night, action);
  return {
    group: FIXES.includes(action.type) ? 'fix' : 'mitigate',
    touches: paid > 0 ? [...touchesOf(world, action), `costs ${formatValue(paid, 'eur')} once`] : touchesOf(world, action),
    stations: [stationOf(setup, action)],
    delaySeconds: { from: Math.round(delay.from), to: Math.round(delay.to) },
    undo: reversible ? 'yes, at any time' : 'before it takes effect; after that by another change',
    reversible,
    blindTo: action.type === 'mute-alert' ? 'this alert' : action.type === 'pause-decisions' ? 'outcomes of what is not decided' : '',
    runningCostEurPerHour:
      action.type === 'staff-queue' ? Math.max(0, action.factor - 1) * decisions.queuePerHour * outcomes.verdictEur : 0,
  };
}

/** Looks beside dashboards, changes, alerts, calendar and messages. */
export function offeredLooks(setup: Setup): { readonly look: Look; readonly label: string }[] {
  const { params, system } = setup;
  const staffed = params.decisions.queuePerHour > 0;
  return [
    { look: { type: 'look-lineage' }, label: 'Lineage of the data' },
    { look: { type: 'look-distributions' }, label: 'Distribution of every feature' },
    ...dimensionsOf(params).map((by) => ({ look: { type: 'look-segments', by } as const, label: `By ${titled(by)}` })),
    { look: { type: 'look-registry' }, label: 'Registry and model cards' },
    { look: { type: 'look-evaluation' }, label: 'Evaluated on, against live' },
    { look: { type: 'look-backtest' }, label: 'Versions scored again on the same rows' },
    ...(params.decisions.mode === 'top'
      ? []
      : [
          {
            look: { type: 'look-sample', of: 'selected' } as const,
            label: `Sample of ${params.outcomes.selectedAre} ${params.outcomes.rowsAre}`,
          },
          ...(params.decisions.nearScore === null
            ? []
            : [{ look: { type: 'look-sample', of: 'near' } as const, label: 'Sample just beyond the cut-off' }]),
          ...(staffed ? [{ look: { type: 'look-sample', of: 'rest' } as const, label: 'Random sample of the rest' }] : []),
          ...(params.decisions.overrideShare > 0
            ? [{ look: { type: 'look-sample', of: 'overridden' } as const, label: 'What staff decided against the model' }]
            : []),
        ]),
    ...system.stations.filter(({ part }) => part === 'pipeline').map(({ id, name }) => ({ look: { type: 'look-logs', station: id } as const, label: `Logs of ${name}` })), // prettier-ignore
  ];
}
