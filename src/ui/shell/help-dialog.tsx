import { useState } from 'preact/hooks';
import { BINDABLE, keyName, keyOf, type Keys } from '../../game/commands/keys.ts';
import { GlossaryDialog } from '../glossary/glossary-dialog.tsx';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';

const FIXED: readonly (readonly [keys: string, says: string])[] = [
  ['Ctrl+K', 'all commands, found by their words; ⌘ K on a Mac'],
  ['Ctrl+Z', 'take back the latest change; ⌘ Z on a Mac'],
  ['F6', 'next region of the screen; Shift+F6 the one before'],
  ['arrows', 'inside tabs, lists, buttons of a group and stations of the map'],
  ['Esc', 'close what is open'],
];

/** The keys as they are bound now; commands without one are left out. */
const keyRows = (keys: Keys): readonly (readonly [keys: string, says: string])[] =>
  BINDABLE.map(({ id, words, where }) => [keyOf(keys, id), where === 'page' ? `${words}, while the pager rings` : words] as const)
    .filter(([key]) => key !== '')
    .map(([key, words]) => [keyName(key), words] as const);

const KeyRow = ({ keys, says }: { readonly keys: string; readonly says: string }) => (
  <tr>
    <th scope="row">
      <kbd class="key">{keys}</kbd>
    </th>
    <td>{says}</td>
  </tr>
);

interface Props {
  readonly shortcuts: boolean;
  readonly keys: Keys;
  readonly onClose: () => void;
}

export function HelpDialog({ shortcuts, keys, onClose }: Props) {
  const [glossary, setGlossary] = useState(false);
  return (
    <Dialog title="How a drill works" wide onClose={onClose}>
      <div class="help">
        <ol class="help-steps">
          <li>
            <b>Size up.</b> Open evidence on the right. Every look costs time; the alert and its metric are free.
          </li>
          <li>
            <b>Stabilise.</b> Each action shows what it touches and how soon before you take it. The clock waits meanwhile.
          </li>
          <li>
            <b>Update.</b> People ask. Answer with what users see, what is known and what is next.
          </li>
          <li>
            <b>Verify.</b> Name the cause on the board, show recovery with a metric, then resolve. The debrief comes after.
          </li>
        </ol>
        <table class="keys">
          <caption>Keys{shortcuts ? '' : ' (single keys are switched off in Settings)'}</caption>
          <tbody>
            {[...FIXED, ...(shortcuts ? keyRows(keys) : [])].map(([key, says]) => (
              <KeyRow key={`${key} ${says}`} keys={key} says={says} />
            ))}
          </tbody>
        </table>
      </div>
      {glossary && <GlossaryDialog onClose={() => setGlossary(false)} />}
      <footer>
        <Button popup="dialog" onPress={() => setGlossary(true)}>
          Glossary
        </Button>
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      </footer>
    </Dialog>
  );
}
