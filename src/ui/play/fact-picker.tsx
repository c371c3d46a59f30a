import { useId, useState } from 'preact/hooks';
import type { FoundFact } from '../../game/inspect-find.ts';
import type { Fact } from '../../game/inspect-facts.ts';
import { inspectWords } from '../../game/words/inspect.ts';

const words = inspectWords.dialog;
const MOST = 40; // rows; typing narrows what is beyond

interface Props {
  readonly name: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly found: readonly FoundFact[];
  readonly value: (fact: Fact) => string;
  readonly when: (fact: Fact) => string;
  readonly autofocus: boolean;
  readonly onPick: (fact: Fact) => void;
}

/** A field to type into, and the facts that fit, in sight: arrows move among them, Enter picks. */
export function FactPicker({ name, typed, onType, found, value, when, autofocus, onPick }: Props) {
  const id = useId();
  const [at, setAt] = useState(0);
  const shown = found.slice(0, MOST);
  const active = Math.min(at, shown.length - 1);
  const move = (to: number): void => {
    setAt(to);
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') move(active + 1 >= shown.length ? 0 : active + 1);
    else if (event.key === 'ArrowUp') move(active <= 0 ? shown.length - 1 : active - 1);
    else if (event.key === 'Enter') {
      const picked = shown[active];
      if (picked !== undefined) onPick(picked.fact);
    } else return;
    event.preventDefault();
  };
  return (
    <div class="fact-picker">
      <label class="field">
        <span>{name}</span>
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
          autocomplete="off"
          placeholder={words.type}
          value={typed}
          onInput={(event) => {
            setAt(0);
            onType(event.currentTarget.value);
          }}
          onKeyDown={keys}
          {...(autofocus ? { 'data-autofocus': true } : {})}
        />
      </label>
      <div id={`${id}-list`} class="fact-list" role="listbox" aria-label={name}>
        {shown.map(({ fact, comparable }, i) => (
          <div
            key={fact.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            class="fact-row"
            onMouseDown={(event) => event.preventDefault()} // the field keeps the focus
            onClick={() => onPick(fact)}
          >
            <span>
              {fact.label} <b>{value(fact)}</b>
            </span>
            <span class="small soft">
              {words.group(fact.from, when(fact))}
              {comparable && ` · ${words.comparable}`}
            </span>
          </div>
        ))}
      </div>
      <p class="small soft" role="status">
        {found.length === 0 ? words.nothing : found.length > MOST ? words.more(found.length - MOST) : ''}
      </p>
    </div>
  );
}
