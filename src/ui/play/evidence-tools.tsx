import { Button } from '../common/button.tsx';
import { usePlay } from './play-ui.ts';

/** Tools that work on all evidence, and cost nothing. */
export function EvidenceTools() {
  const { ui } = usePlay();
  return (
    <div class="evidence-tools" role="group" aria-label="Tools for evidence, free">
      <Button kind="quiet" small icon="scale" popup="dialog" onPress={() => (ui.dialog.value = { kind: 'inspect' })}>
        Inspect two
      </Button>
      <Button kind="quiet" small icon="notes" popup="dialog" onPress={() => (ui.dialog.value = { kind: 'glossary' })}>
        Glossary
      </Button>
    </div>
  );
}
