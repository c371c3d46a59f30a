import { boardWords } from '../../game/words/board.ts';
import { Button } from '../common/button.tsx';
import { Icon } from '../common/icon.tsx';
import { usePlay } from './play-ui.ts';

/** Facts that differ, as the player pinned them. */
export function Pins() {
  const { app } = usePlay();
  const { draft } = app.state();
  const pins = draft.pins ?? [];
  if (pins.length === 0) return null;
  return (
    <ul class="pins" aria-label={boardWords.pins}>
      {pins.map((pin) => (
        <li key={pin.text} class="pin small">
          <Icon name="pin" />
          <span>{pin.text}</span>
          <Button
            kind="quiet"
            small
            icon="close"
            label={boardWords.unpin(pin.text)}
            onPress={() => app.setDraft({ ...draft, pins: pins.filter((each) => each !== pin) })}
          />
        </li>
      ))}
    </ul>
  );
}
