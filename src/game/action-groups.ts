import type { Change } from '../domain/action.ts';
import type { ChangePreview, Menu } from '../domain/observation.ts';

/** One button of the action bar: all forms of the same kind of change, of which its preview offers the choice. */
export interface ActionChoice {
  readonly key: string;
  readonly type: Change['type'];
  readonly label: string;
  readonly forms: readonly ChangePreview[];
}

const TITLES: Readonly<Record<Change['type'], string>> = {
  rollback: 'Roll back',
  'shift-traffic': 'Shift traffic',
  scale: 'Scale',
  restart: 'Restart all',
  'set-breaker': 'Breaker',
  'serve-cached': 'Serve cached',
  'set-timeout': 'Timeout',
  'set-retries': 'Retries',
  shed: 'Shed load',
  'repoint-champion': 'Move champion',
  'rebalance-partition': 'Rebalance',
  'raise-max-replicas': 'Replica limit',
  'add-fallback': 'Add fallback',
  retrain: 'Retrain',
  'hold-promotion': 'Hold promotion',
  'pin-snapshot': 'Pin last good',
  'fix-mapping': 'Fix mapping',
  'rerun-job': 'Rerun job',
  'set-gate': 'Move the gate',
  'drop-feature': 'Drop feature',
  'repair-feed': 'Repair feed',
  'set-cutoff': 'Move cutoff',
  'cap-overrides': 'Cap overrides',
  'pause-decisions': 'Pause decisions',
  'add-rule': 'Add rule',
  'staff-queue': 'Staff the queue',
  'mute-alert': 'Mute alert',
  'use-fallback-model': 'Fallback model',
  'revert-config': 'Revert config',
  'set-flag': 'Product flag',
  'pause-experiment': 'Pause test',
  'set-ramp': 'Set ramp',
  'extend-sample': 'Extend sample',
  'warm-pods': 'Warm pods',
  rerandomise: 'Rerandomise',
  'move-guardrail': 'Move guardrail',
  'ship-next': 'Ship next',
};

const SHORT = 16; // characters that a button of the bar has room for

/** The changes of one group, those of a kind together. A form that is refused stays: its reason is worth reading. */
export function actionChoices(menu: Menu, group: ChangePreview['group']): readonly ActionChoice[] {
  const choices = new Map<Change['type'], ChangePreview[]>();
  for (const preview of menu.changes) {
    if (preview.group === group) choices.set(preview.action.type, [...(choices.get(preview.action.type) ?? []), preview]);
  }
  return [...choices].map(([type, forms]) => {
    const only = forms.length === 1 ? forms[0] : undefined;
    return { key: type, type, label: only !== undefined && only.label.length <= SHORT ? only.label : TITLES[type], forms };
  });
}
