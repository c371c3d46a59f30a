import type { ChangePreview } from '../../domain/observation.ts';
import type { ActionChoice } from '../../game/action-groups.ts';
import { usePlay } from './play-ui.ts';
import { PreviewFacts } from './preview-facts.tsx';
import { placeOfCard } from './preview-place.ts';

const SIZE = { width: 320, height: 200 }; // px, as the style sheet has the one and as the other comes to

/** Which form a press on the button would begin with. */
export const firstForm = ({ forms }: ActionChoice): ChangePreview | undefined => forms.find((form) => form.refusal === null) ?? forms[0];

/** What the action under the pointer touches, when, and at what cost. The dialog that it opens says all of it, so this is for the eye alone. */
export function ActionCard() {
  const { ui } = usePlay();
  const looked = ui.looked.value;
  const preview = looked === null || ui.dialog.value !== null ? undefined : firstForm(looked.choice);
  if (looked === null || preview === undefined) return null;
  return (
    <div class="action-card" aria-hidden="true" style={placeOfCard(looked.anchor, preview.stations, SIZE)}>
      <b>{preview.label}</b>
      <PreviewFacts preview={preview} />
    </div>
  );
}
