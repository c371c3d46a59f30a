import { useState } from 'preact/hooks';
import type { Route } from '../../game/route.ts';
import { parseAddress } from '../../game/route.ts';
import { addressWords } from '../../game/words/addresses.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';

const words = addressWords.link;

interface Props {
  readonly onGo: (route: Route) => void;
  readonly onClose: () => void;
}

/** The address in a pasted text: all from its "#" on; a bare payload counts as a replay. */
function addressIn(text: string): string {
  const trimmed = text.trim();
  const hash = trimmed.indexOf('#');
  return hash >= 0 ? trimmed.slice(hash) : `#/replay/${trimmed}`;
}

export function LinkDialog({ onGo, onClose }: Props) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const open = (event: Event): void => {
    event.preventDefault();
    const { route, notice } = parseAddress(addressIn(text));
    if (notice !== null || route.screen === 'home') setWrong(notice ?? words.leadsHere);
    else {
      onClose();
      onGo(route);
    }
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={open}>
        <label class="field">
          {words.field}
          <input
            type="text"
            data-autofocus
            value={text}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => setText(event.currentTarget.value)}
            aria-describedby="link-wrong"
          />
        </label>
        <p id="link-wrong" class="small soft" aria-live="polite">
          {wrong ?? words.says}
        </p>
        <footer>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" submit>
            {words.open}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
