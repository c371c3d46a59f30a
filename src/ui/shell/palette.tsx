import './palette.css';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { COMMAND_GROUPS } from '../../game/commands/command.ts';
import { findCommands } from '../../game/commands/find.ts';
import { paletteWords } from '../../game/words/palette.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { Icon } from '../common/icon.tsx';
import { announce } from '../common/live.tsx';
import { boundKey, offeredNow, type Offered } from './command-center.ts';

interface Section {
  readonly title: string | null; // null: best first, whatever they belong to
  readonly commands: readonly Offered[];
}

function sectionsOf(commands: readonly Offered[], typed: string): readonly Section[] {
  if (typed.trim() !== '') return [{ title: null, commands: findCommands(commands, typed) }];
  return COMMAND_GROUPS.map((each) => ({
    title: paletteWords.groups[each],
    commands: commands.filter(({ group }) => group === each),
  })).filter(({ commands: some }) => some.length > 0);
}

const PAGE = 8; // rows that Page Up and Page Down pass

function moved(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1 >= count ? 0 : at + 1;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'PageDown':
      return Math.min(count - 1, at + PAGE);
    case 'PageUp':
      return Math.max(0, at - PAGE);
    default:
      return null;
  }
}

interface RowProps {
  readonly command: Offered;
  readonly id: string;
  readonly active: boolean;
  readonly grouped: boolean;
  readonly onPick: () => void;
  readonly onPoint: () => void;
}

function Row({ command, id, active, grouped, onPick, onPoint }: RowProps) {
  const keys = boundKey(command.id);
  const detail = command.refusal === null ? command.cost : paletteWords.notNow(command.refusal);
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={command.refusal === null ? undefined : 'true'}
      class="palette-row"
      onMouseMove={active ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()} // the field keeps the focus
      onClick={onPick}
    >
      <span class="palette-words">
        {command.words}
        {detail !== '' && <span class="small soft">{detail}</span>}
      </span>
      {!grouped && <span class="small soft palette-group">{paletteWords.groups[command.group]}</span>}
      {keys !== undefined && <kbd class="key">{keys}</kbd>}
    </div>
  );
}

/** By keys it says how; by touch there is no Escape, so there is a way out. */
const PaletteHead = ({ onClose }: { readonly onClose: () => void }) => (
  <>
    <p class="small soft for-keys">{paletteWords.how}</p>
    <span class="for-touch">
      <Button small onPress={onClose}>
        {paletteWords.close}
      </Button>
    </span>
  </>
);

/** All that can be done here, found by its words. The field keeps the focus; arrows move through the list, Enter does it. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const commands = useMemo(offeredNow, []);
  const sections = sectionsOf(commands, typed);
  const rows = sections.flatMap((section) => section.commands);
  const rowId = (i: number): string => `${id}-row-${i}`;
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [at, typed]);
  useEffect(() => {
    if (typed !== '') announce(rows.length === 0 ? paletteWords.foundNone : paletteWords.found(rows.length));
  }, [typed]);
  const pick = (command: Offered | undefined): void => {
    if (command === undefined) return;
    if (command.refusal !== null) {
      announce(paletteWords.notNow(command.refusal));
      return;
    }
    onClose();
    requestAnimationFrame(() => command.run()); // once this dialog has given the focus back
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const to = rows.length === 0 ? null : moved(event.key, at, rows.length);
    if (to !== null) {
      event.preventDefault();
      setAt(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(rows[at]);
    }
  };
  let next = 0;
  return (
    <Dialog title={paletteWords.title} class="palette" wide onClose={onClose} aside={<PaletteHead onClose={onClose} />}>
      <div class="palette-field">
        <Icon name="search" />
        <input
          type="text"
          class="input"
          data-autofocus
          role="combobox"
          aria-label={paletteWords.field}
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={rows.length === 0 ? undefined : rowId(at)}
          placeholder={paletteWords.placeholder}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="go"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={keyDown}
        />
      </div>
      <div ref={list} id={`${id}-list`} class="palette-list" role="listbox" aria-label={paletteWords.list}>
        {sections.map(({ title, commands: some }) => {
          const options = some.map((command) => {
            const i = next++;
            return (
              <Row
                key={command.id}
                id={rowId(i)}
                command={command}
                active={i === at}
                grouped={title !== null}
                onPoint={() => setAt(i)}
                onPick={() => pick(command)}
              />
            );
          });
          return title === null ? (
            options
          ) : (
            <div key={title} role="group" aria-label={title}>
              <p class="palette-title small" aria-hidden="true">
                {title}
              </p>
              {options}
            </div>
          );
        })}
      </div>
      {rows.length === 0 && <p class="soft palette-none">{paletteWords.none(typed.trim())}</p>}
    </Dialog>
  );
}
