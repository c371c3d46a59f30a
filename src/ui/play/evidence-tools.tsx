import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { Button } from '../common/button.tsx';
import { ReadBriefing } from './briefing-dialog.tsx';
import { usePlay } from './play-ui.ts';

/** Tools that work on all evidence, and cost nothing. @param bare shown by their icons alone, where they share a row */
export function EvidenceTools({ bare = false }: { readonly bare?: boolean }) {
  const { ui } = usePlay();
  const named = (name: string) => (bare ? { label: name } : { children: name });
  return (
    <div class="evidence-tools" role="group" aria-label={evidenceWords.tools}>
      <Button
        kind="quiet"
        small
        icon="weigh"
        popup="dialog"
        onPress={() => (ui.dialog.value = { kind: 'inspect' })}
        {...named(evidenceWords.inspect)}
      />
      <Button
        kind="quiet"
        small
        icon="book"
        popup="dialog"
        onPress={() => (ui.dialog.value = { kind: 'glossary' })}
        {...named(evidenceWords.glossary)}
      />
      <ReadBriefing bare={bare} />
    </div>
  );
}
