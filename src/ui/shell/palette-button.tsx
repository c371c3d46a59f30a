import { paletteWords } from '../../game/words/palette.ts';
import { Button } from '../common/button.tsx';
import { paletteOpen } from './command-center.ts';

/** Opens the list of all commands, for those who have no Ctrl key at hand. */
export function PaletteButton({ words }: { readonly words?: string }) {
  return (
    <Button
      kind="quiet"
      small={words !== undefined}
      icon="search"
      popup="dialog"
      class="palette-button"
      label={words === undefined ? paletteWords.button : undefined}
      onPress={() => (paletteOpen.value = true)}
    >
      {words}
    </Button>
  );
}
