import type { Action, Change, Look } from '../../domain/action.ts';
import { formatValue } from '../../domain/metric.ts';
import type { ChangePreview, LookOffer } from '../../domain/observation.ts';
import { sameLook } from '../../domain/same-look.ts';
import { duration } from '../../domain/time.ts';
import type { SessionState } from '../session.ts';
import { drillCommandWords as words } from '../words/drill-commands.ts';
import { command } from './command.ts';
import type { PlayCommand } from './play-command.ts';

/** A name for an action that no other form of its kind has: "scale/10", "set-breaker/feature-store/off". */
export function actionId(action: Action): string {
  const { type, ...fields } = action;
  return [
    type,
    ...Object.entries(fields)
      .filter(([name]) => name !== 'expect')
      .map(([, value]) => String(value)),
  ].join('/');
}

export const lookId = (look: Look): string => `look/${actionId(look).replace(/^look-/, '')}`;
export const changeId = (change: Change): string => `change/${actionId(change)}`;

function lookCommand({ looks, busy }: { readonly looks: readonly Look[]; readonly busy: boolean }, offer: LookOffer): PlayCommand {
  const { look, label, costSeconds } = offer;
  const open = look.type === 'look-dashboard' && looks.some((seen) => sameLook(seen, look));
  const id = lookId(look);
  const also = words.look.also(look.type, Object.values(look).join(' '));
  if (open) return { ...command(id, 'Look', words.look.open(label), { also }), deed: { do: 'tab', tab: 'metrics', kind: 'metrics' } };
  const refusal = offer.refusal ?? (busy ? words.look.busy : null);
  return { ...command(id, 'Look', label, { also, cost: words.look.takes(duration(costSeconds)), refusal }), deed: { do: 'look', look } };
}

function changeCost(preview: ChangePreview): string {
  const { from, to } = preview.delaySeconds;
  const { runningCostEurPerHour: cost, reversible } = preview;
  return [
    from === to ? words.change.showsIn(duration(from)) : words.change.showsBetween(duration(from), duration(to)),
    ...(cost === 0 ? [] : [words.change.hourly(formatValue(cost, 'eur'))]),
    ...(reversible ? [] : [words.change.forGood]),
  ].join(', ');
}

const changeCommand = (preview: ChangePreview): PlayCommand => ({
  ...command(changeId(preview.action), preview.group === 'mitigate' ? 'Mitigate' : 'Fix', preview.label, {
    also: words.change.also(preview.action.type, Object.values(preview.action).join(' ')),
    cost: changeCost(preview),
    refusal: preview.refusal,
  }),
  deed: { do: 'preview', change: preview.action },
});

/** Every look and every form of every change that this system offers now. */
export function actionCommands({ menu, observation, jumpingTo }: SessionState): readonly PlayCommand[] {
  const seen = { looks: observation.evidence.map((each) => each.look), busy: jumpingTo !== null };
  return [...menu.looks.map((offer) => lookCommand(seen, offer)), ...menu.changes.map(changeCommand)];
}
