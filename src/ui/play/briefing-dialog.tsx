import { briefingWords } from '../../game/words/briefing.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { DialogTool } from './dialog-tool.tsx';
import { usePlay } from './play-ui.ts';

/** All that was known when the shift began, to be read at any time. */
export function BriefingDialog({ onClose }: { readonly onClose: () => void }) {
  const { session } = usePlay();
  const { intro, system } = session.brief;
  return (
    <Dialog title={briefingWords.title} class="briefing-whole" onClose={onClose}>
      <p>{briefingWords.onCallNow(system.title)}</p>
      <p class="soft">{system.says}</p>
      {intro.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <footer>
        <Button kind="primary" onPress={onClose}>
          {briefingWords.close}
        </Button>
      </footer>
    </Dialog>
  );
}

/** The way to it, for whoever was not given all of it to read. @param bare shown by its icon alone */
export function ReadBriefing({ whole = false, bare = false }: { readonly whole?: boolean; readonly bare?: boolean }) {
  return <DialogTool icon="notes" name={whole ? briefingWords.readWhole : briefingWords.title} opens={{ kind: 'briefing' }} bare={bare} />;
}
