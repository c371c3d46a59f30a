import type { Change } from '../domain/action.ts';
import type { ChangePreview, Menu } from '../domain/observation.ts';

/** One button of the action bar: all forms of the same kind of change, of which its preview offers the choice. */
export interface ActionChoice {
  readonly key: string;
  readonly type: Change['type'];
  readonly label: string;
  readonly forms: readonly ChangePreview[];
}

const keyOf = (action: Change): string => ('route' in action ? `${action.type}:${action.route}` : action.type);

const TITLES: Readonly<Record<Change['type'], string>> = {
  rollback: 'Roll back',
  'shift-traffic': 'Shift traffic',
  scale: 'Scale out',
  restart: 'Restart all',
  'set-breaker': 'Set breaker',
  'serve-cached': 'Serve cached',
  'set-timeout': 'Set timeout',
  'set-retries': 'Set retries',
  shed: 'Shed load',
  'repoint-champion': 'Move champion',
  'rebalance-partition': 'Rebalance',
  'raise-max-replicas': 'Raise replica limit',
  'add-fallback': 'Add fallback',
  retrain: 'Retrain',
};

/** The changes of one group, those of a kind together. A form that is refused stays: its reason is worth reading. */
export function actionChoices(menu: Menu, group: ChangePreview['group']): readonly ActionChoice[] {
  const choices = new Map<string, ChangePreview[]>();
  for (const preview of menu.changes) {
    if (preview.group !== group) continue;
    const key = keyOf(preview.action);
    choices.set(key, [...(choices.get(key) ?? []), preview]);
  }
  return [...choices].map(([key, forms]) => {
    const first = forms[0] as ChangePreview;
    return { key, type: first.action.type, label: forms.length === 1 ? first.label : TITLES[first.action.type], forms };
  });
}
