import { useState } from 'preact/hooks';
import { keyName, keyOf, type Keys, type Place } from '../../game/commands/keys.ts';
import { keysHere } from '../../game/commands/keys-here.ts';
import { helpWords } from '../../game/words/help.ts';
import { keyWords } from '../../game/words/keys.ts';
import { GlossaryDialog } from '../glossary/glossary-dialog.tsx';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { offeredNow } from './command-center.ts';

interface KeyRowProps {
  readonly keys: string; // as on the key caps
  readonly says: string;
}

/** The keys as they are bound now, of what can be done here; which of them act while the pager rings is said where nothing rings. */
const keyRows = (keys: Keys, place: Place): readonly KeyRowProps[] =>
  keysHere(keys, place, offeredNow()).map(({ id, words, where }) => ({
    keys: keyName(keyOf(keys, id)),
    says: where === 'page' && place !== 'page' ? keyWords.whileRinging(words) : words,
  }));

const KeyRow = ({ keys, says }: KeyRowProps) => (
  <div>
    <dt>
      <kbd class="key">{keys}</kbd>
    </dt>
    <dd>{says}</dd>
  </div>
);

interface Props {
  readonly shortcuts: boolean;
  readonly keys: Keys;
  readonly place: Place;
  readonly onKeys: () => void; // to where keys are changed
  readonly onClose: () => void;
}

export function HelpDialog({ shortcuts, keys, place, onKeys, onClose }: Props) {
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
        <h3>{shortcuts ? helpWords.keys : helpWords.keysOff}</h3>
        <dl class="keys">
          {[...helpWords.fixed, ...(shortcuts ? keyRows(keys, place) : [])].map((row) => (
            <KeyRow key={`${row.keys} ${row.says}`} {...row} />
          ))}
        </dl>
      </div>
      {glossary && <GlossaryDialog onClose={() => setGlossary(false)} />}
      <footer>
        <Button popup="dialog" onPress={onKeys}>
          {helpWords.changeKeys}
        </Button>
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
