import type { Change } from '../domain/action.ts';
import type { ChangePreview, Menu } from '../domain/observation.ts';
import { paceOf } from '../domain/time.ts';
import type { Brief } from '../scenario/brief.ts';
import { changeTitles } from './words/change-titles.ts';

/** One button of the action bar: all forms of the same kind of change, of which its preview offers the choice. */
export interface ActionChoice {
  readonly key: string;
  readonly type: Change['type'];
  readonly label: string;
  readonly forms: readonly ChangePreview[];
}

const SHORT = 16; // characters that a button of the bar has room for

/** The changes of one group, those of a kind together. A form that is refused stays: its reason is worth reading. */
export function actionChoices(menu: Menu, group: ChangePreview['group']): readonly ActionChoice[] {
  const choices = new Map<Change['type'], ChangePreview[]>();
  for (const preview of menu.changes) {
    if (preview.group === group) choices.set(preview.action.type, [...(choices.get(preview.action.type) ?? []), preview]);
  }
  return [...choices].map(([type, forms]) => {
    const only = forms.length === 1 ? forms[0] : undefined;
    return { key: type, type, label: only !== undefined && only.label.length <= SHORT ? only.label : changeTitles[type], forms };
  });
}

/** When it can be seen whether a change did what was expected: five minutes, or once it shows on a metric that tells late. */
export const horizonSeconds = ({ delaySeconds }: Pick<ChangePreview, 'delaySeconds'>, { recovery, pager, tickSeconds }: Brief): number =>
  Math.max(300 * paceOf(tickSeconds), delaySeconds.to + (recovery.metric === pager.metric ? recovery.lateSeconds : 0));
