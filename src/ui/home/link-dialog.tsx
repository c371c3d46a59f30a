import { useState } from 'preact/hooks';
import type { Route } from '../../game/route.ts';
import { parseAddress } from '../../game/route.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';

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
    if (notice !== null || route.screen === 'home') setWrong(notice ?? 'That link leads to this page.');
    else {
      onClose();
      onGo(route);
    }
  };
  return (
    <Dialog title="Open a link" onClose={onClose}>
      <form onSubmit={open}>
        <label class="field">
          Link to a replay, a debrief or a story
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
          {wrong ?? 'The run is simulated again on this device. Nothing is sent anywhere.'}
        </p>
        <footer>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Open
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
