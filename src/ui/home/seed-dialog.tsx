import { useState } from 'preact/hooks';
import type { DrillCard } from '../../game/engine.ts';
import { readSeed, type NewShift } from '../../game/kept-runs.ts';
import type { Route } from '../../game/route.ts';
import { addressWords } from '../../game/words/addresses.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';

const words = addressWords.seed;

interface Props {
  readonly cards: readonly DrillCard[];
  readonly shift: NewShift;
  readonly onGo: (route: Route) => void;
  readonly onClose: () => void;
}

/** Plays a drill with a given seed, so that two people, or one twice, have the same night. */
export function SeedDialog({ cards, shift, onGo, onClose }: Props) {
  const [drill, setDrill] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const chosen = drill ?? cards[0]?.id ?? '';
  const play = (event: Event): void => {
    event.preventDefault();
    const ids = cards.map((card) => card.id);
    const read = readSeed(text, chosen, shift, ids);
    if (!read.ok) setWrong(read.reason);
    else {
      onClose();
      onGo(read.route);
    }
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form class="seed-form" onSubmit={play}>
        <p>{words.says}</p>
        <label class="field">
          {words.drill}
          <select value={chosen} onChange={(event) => setDrill(event.currentTarget.value)}>
            {cards.map((card) => (
              <option key={card.id} value={card.id}>
                {card.title}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {words.field}
          <input
            type="text"
            data-autofocus
            value={text}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-invalid={wrong !== null}
            aria-describedby="seed-wrong"
            onInput={(event) => {
              setText(event.currentTarget.value);
              setWrong(null);
            }}
          />
        </label>
        <p id="seed-wrong" class="small soft" aria-live="polite">
          {wrong ?? words.hint}
        </p>
        <footer>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button kind="primary" submit>
            {words.play}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
