import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { Button } from '../common/button.tsx';
import { ReadBriefing } from './briefing-dialog.tsx';
import { usePlay } from './play-ui.ts';

/** Tools that work on all evidence, and cost nothing. */
export function EvidenceTools() {
  const { ui } = usePlay();
  return (
    <div class="evidence-tools" role="group" aria-label={evidenceWords.tools}>
      <Button kind="quiet" small icon="scale" popup="dialog" onPress={() => (ui.dialog.value = { kind: 'inspect' })}>
        {evidenceWords.inspect}
      </Button>
      <Button kind="quiet" small icon="notes" popup="dialog" onPress={() => (ui.dialog.value = { kind: 'glossary' })}>
        {evidenceWords.glossary}
      </Button>
      <ReadBriefing />
    </div>
  );
}
