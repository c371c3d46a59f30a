import { useState } from 'preact/hooks';
import { BINDABLE, keyName, keyOf, type Keys } from '../../game/commands/keys.ts';
import { helpWords } from '../../game/words/help.ts';
import { keyWords } from '../../game/words/keys.ts';
import { GlossaryDialog } from '../glossary/glossary-dialog.tsx';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';

interface KeyRowProps {
  readonly keys: string; // as on the key caps
  readonly says: string;
}

/** The keys as they are bound now; commands without one are left out. */
const keyRows = (keys: Keys): readonly KeyRowProps[] =>
  BINDABLE.map(({ id, words, where }) => ({ key: keyOf(keys, id), says: where === 'page' ? keyWords.whileRinging(words) : words }))
    .filter(({ key }) => key !== '')
    .map(({ key, says }) => ({ keys: keyName(key), says }));

const KeyRow = ({ keys, says }: KeyRowProps) => (
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
    <Dialog title={helpWords.title} wide onClose={onClose}>
      <div class="help" data-autofocus tabIndex={-1}>
        <ol class="help-steps">
          {helpWords.steps.map(({ title, says }) => (
            <li key={title}>
              <b>{title}</b> {says}
            </li>
          ))}
        </ol>
        <table class="keys">
          <caption>{shortcuts ? helpWords.keys : helpWords.keysOff}</caption>
          <tbody>
            {[...helpWords.fixed, ...(shortcuts ? keyRows(keys) : [])].map((row) => (
              <KeyRow key={`${row.keys} ${row.says}`} {...row} />
            ))}
          </tbody>
        </table>
      </div>
      {glossary && <GlossaryDialog onClose={() => setGlossary(false)} />}
      <footer>
        <Button popup="dialog" onPress={() => setGlossary(true)}>
          {helpWords.glossary}
        </Button>
        <Button kind="primary" onPress={onClose}>
          {helpWords.close}
        </Button>
      </footer>
    </Dialog>
  );
}
