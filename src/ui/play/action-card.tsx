import { actionsWords } from '../../game/words/actions.ts';
import { duration } from '../../domain/time.ts';
import { formatValue } from '../../domain/metric.ts';
import type { ChangePreview } from '../../domain/observation.ts';
import type { ActionChoice } from '../../game/action-groups.ts';
import { Mono } from '../common/mono.tsx';
import { usePlay } from './play-ui.ts';
import { placeOfCard } from './preview-place.ts';

const words = actionsWords.preview;
const SIZE = { width: 320, height: 150 }; // px, as the style sheet has the one and as the other comes to

/** Which form a press on the button would begin with. */
export const firstForm = ({ forms }: ActionChoice): ChangePreview | undefined => forms.find((form) => form.refusal === null) ?? forms[0];

/** "58 s to 2 min 13 s". */
export const spanWords = ({ from, to }: ChangePreview['delaySeconds']): string =>
  from === to ? duration(from) : words.between(duration(from), duration(to));

/** What the action under the pointer touches, when, and at what cost. The dialog that it opens says all of it, so this is for the eye alone. */
export function ActionCard() {
  const { ui } = usePlay();
  const looked = ui.looked.value;
  const preview = looked === null || ui.dialog.value !== null ? undefined : firstForm(looked.choice);
  if (looked === null || preview === undefined) return null;
  return (
    <div class="action-card" aria-hidden="true" style={placeOfCard(looked.anchor, preview.stations, SIZE)}>
      <b>{preview.label}</b>
      <dl class="preview-facts">
        <dt>{words.touches}</dt>
        <dd>{preview.touches.join('; ')}</dd>
        <dt>{words.timeToEffect}</dt>
        <dd>{spanWords(preview.delaySeconds)}</dd>
        <dt>{words.cost}</dt>
        <dd>
          {preview.runningCostEurPerHour === 0 ? (
            words.noCost
          ) : (
            <Mono>{words.costPerHour(formatValue(preview.runningCostEurPerHour, 'eur'))}</Mono>
          )}
        </dd>
      </dl>
    </div>
  );
}
