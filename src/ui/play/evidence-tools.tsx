import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { ReadBriefing } from './briefing-dialog.tsx';
import { DialogTool } from './dialog-tool.tsx';

/** Tools that work on all evidence, and cost nothing. @param bare shown by their icons alone, where they share a row */
export function EvidenceTools({ bare = false }: { readonly bare?: boolean }) {
  return (
    <div class="evidence-tools" role="group" aria-label={evidenceWords.tools}>
      <DialogTool icon="weigh" name={evidenceWords.inspect} opens={{ kind: 'inspect' }} bare={bare} />
      <DialogTool icon="book" name={evidenceWords.glossary} opens={{ kind: 'glossary' }} bare={bare} />
      <ReadBriefing bare={bare} />
    </div>
  );
}
