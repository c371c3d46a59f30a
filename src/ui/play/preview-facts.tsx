import { formatValue } from '../../domain/metric.ts';
import type { ChangePreview } from '../../domain/observation.ts';
import { duration } from '../../domain/time.ts';
import { actionsWords } from '../../game/words/actions.ts';
import { Mono } from '../common/mono.tsx';

const words = actionsWords.preview;

/** "58 s to 2 min 13 s". */
export const spanWords = ({ from, to }: ChangePreview['delaySeconds']): string =>
  from === to ? duration(from) : words.between(duration(from), duration(to));

/** What a change touches, when it shows, whether it can be undone, what is no longer seen, and what it costs: always in this order. */
export function PreviewFacts({ preview }: { readonly preview: ChangePreview }) {
  const { touches, delaySeconds, reversible, undo, blindTo, runningCostEurPerHour } = preview;
  return (
    <dl class="preview-facts">
      <dt>{words.touches}</dt>
      <dd>{touches.join('; ')}</dd>
      <dt>{words.timeToEffect}</dt>
      <dd>{spanWords(delaySeconds)}</dd>
      <dt>{words.reversible}</dt>
      <dd class={reversible ? '' : 'irreversible'}>{undo}</dd>
      <dt>{words.blindTo}</dt>
      <dd>{blindTo === '' ? words.nothing : blindTo}</dd>
      <dt>{words.cost}</dt>
      <dd>{runningCostEurPerHour === 0 ? words.noCost : <Mono>{words.costPerHour(formatValue(runningCostEurPerHour, 'eur'))}</Mono>}</dd>
    </dl>
  );
}
