import './glossary.css';
import { useState } from 'preact/hooks';
import { GLOSSARY } from '../../game/glossary.ts';
import { searchTerms } from '../../game/glossary-find.ts';
import { glossaryWords } from '../../game/words/glossary.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { Icon } from '../common/icon.tsx';

/** All terms, with a search. @param start what is searched for at first */
export function GlossaryDialog({ start = '', onClose }: { readonly start?: string; readonly onClose: () => void }) {
  const [words, setWords] = useState(start);
  const found = searchTerms(words);
  return (
    <Dialog title={glossaryWords.title} wide onClose={onClose}>
      <div class="glossary-search" role="search">
        <label class="filter-field">
          <Icon name="search" />
          <span class="for-readers">{glossaryWords.search}</span>
          <input
            type="search"
            class="input"
            placeholder={glossaryWords.placeholder}
            value={words}
            {...(start === '' ? { 'data-autofocus': true } : {})}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
        <p class="small soft" role="status">
          {found.length === GLOSSARY.length ? glossaryWords.all(GLOSSARY.length) : glossaryWords.found(found.length, GLOSSARY.length)}
        </p>
      </div>
      {found.length === 0 ? (
        <p>
          {glossaryWords.none(words)}{' '}
          <Button small onPress={() => setWords('')}>
            {glossaryWords.showAll}
          </Button>
        </p>
      ) : (
        <dl class="glossary scroll" tabIndex={0} aria-label={glossaryWords.terms} {...(start === '' ? {} : { 'data-autofocus': true })}>
          {found.map((term) => (
            <div key={term.id}>
              <dt>{term.name}</dt>
              <dd>{term.says}</dd>
            </div>
          ))}
        </dl>
      )}
      <footer>
        <Button kind="primary" onPress={onClose}>
          {glossaryWords.close}
        </Button>
      </footer>
    </Dialog>
  );
}
