import { useEffect, useRef, useState } from 'preact/hooks';
import { BINDABLE, keyName, keyOf, rebind, takeKey, withKey, type Bindable, type Keys } from '../../game/commands/keys.ts';
import type { Settings } from '../../game/settings.ts';
import { keyWords } from '../../game/words/keys.ts';
import { Button } from '../common/button.tsx';

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

interface Asked {
  readonly id: string;
  readonly key: string | null; // pressed, and in use elsewhere
  readonly by: Bindable | null;
  readonly reason: string | null;
}

/** One command and its key. While a key is asked for, the next one that is pressed becomes it, unless it is in use. */
function KeyRow({ bindable, keys, onKeys }: { readonly bindable: Bindable; readonly keys: Keys; readonly onKeys: (keys: Keys) => void }) {
  const { id, words, where } = bindable;
  const [asked, setAsked] = useState<Asked | null>(null);
  const change = useRef<HTMLButtonElement>(null);
  const catcher = useRef<HTMLButtonElement>(null);
  const key = keyOf(keys, id);
  const name = key === '' ? keyWords.none : keyName(key);
  useEffect(() => {
    if (asked !== null && asked.by === null) catcher.current?.focus();
  }, [asked]);
  const stop = (): void => {
    setAsked(null);
    requestAnimationFrame(() => change.current?.focus());
  };
  const settle = (next: ReturnType<typeof rebind>, pressed: string): void => {
    if (next.kind === 'done') {
      onKeys(next.keys);
      stop();
    } else setAsked({ id, key: pressed, by: next.kind === 'taken' ? next.by : null, reason: next.reason });
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') stop();
    else if (!event.ctrlKey && !event.metaKey && !event.altKey) settle(rebind(keys, id, event.key), event.key);
  };
  return (
    <li>
      <span>
        {words}
        {where === 'page' && <span class="small soft">{keyWords.ringingOnly}</span>}
      </span>
      {asked === null ? (
        <span class="key-buttons">
          <Button
            small
            buttonRef={change}
            label={keyWords.change(words, name)}
            onPress={() => setAsked({ id, key: null, by: null, reason: null })}
          >
            {name}
          </Button>
          {key !== '' && (
            <Button small kind="quiet" icon="close" label={keyWords.clear(words)} onPress={() => onKeys(withKey(keys, id, ''))} />
          )}
        </span>
      ) : (
        <span class="key-asked">
          <span role="status" class="small">
            {asked.reason ?? ''}
          </span>
          {asked.by !== null && asked.key !== null && (
            <Button small onPress={() => settle(takeKey(keys, id, asked.by!.id, asked.key!), asked.key!)}>
              {keyWords.take}
            </Button>
          )}
          <button
            ref={catcher}
            type="button"
            class="button small-button is-asked"
            onKeyDown={pressed}
            onBlur={(event) => {
              if (event.relatedTarget === null || !(event.currentTarget.closest('li')?.contains(event.relatedTarget as Node) ?? false))
                setAsked(null);
            }}
          >
            {keyWords.press}
          </button>
        </span>
      )}
    </li>
  );
}

/** All keys, to be changed one by one, and the way back to how they come. @param open shown at once, being what was asked for */
export function KeySettings({ settings, onChange, open }: Props & { readonly open: boolean }) {
  const { keys, shortcuts } = settings;
  const set = (next: Keys): void => onChange({ ...settings, keys: next });
  const own = Object.keys(keys).length;
  return (
    <details class="setting key-settings" open={open}>
      <summary {...(open ? { 'data-autofocus': 'read-from' } : {})}>{own === 0 ? keyWords.title : keyWords.titleOwn(own)}</summary>
      <p class="small soft">{shortcuts ? keyWords.says : keyWords.saysOff}</p>
      <ul class="key-list">
        {BINDABLE.map((bindable) => (
          <KeyRow key={bindable.id} bindable={bindable} keys={keys} onKeys={set} />
        ))}
      </ul>
      <Button small refusal={own === 0 ? keyWords.asTheyCome : null} onPress={() => set({})}>
        {keyWords.reset}
      </Button>
    </details>
  );
}
