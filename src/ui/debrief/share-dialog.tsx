import { useSignal } from '@preact/signals';
import { formatValue } from '../../domain/metric.ts';
import type { RunFacts, VerdictFacts } from '../../game/debrief-facts.ts';
import type { Ports } from '../../game/ports.ts';
import { addressOf } from '../../game/route.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { roomWords } from '../../game/words/rooms.ts';
import { scoreWords } from '../../game/words/score.ts';

const words = roomWords.share;

interface ShareDialogProps {
  readonly ports: Ports;
  readonly run: RunFacts;
  readonly payload: string;
  readonly verdict: VerdictFacts | null;
  readonly onClose: () => void;
}

/** One line to paste beside the link. It begins with words and gives nothing of the cause away. */
export function shareLine(run: RunFacts, verdict: VerdictFacts | null): string {
  if (verdict === null) return words.drill(run.title);
  const score = scoreWords.score(verdict.total);
  return verdict.impactAvoided === null
    ? words.harmed(run.title, score, formatValue(verdict.harmAddedEur, 'eur'))
    : words.avoided(run.title, score, formatValue(verdict.impactAvoided, 'share'));
}

/** The replay as a link. Where the clipboard is closed, the field holds it to be copied by hand. */
export function ShareDialog({ ports, run, payload, verdict, onClose }: ShareDialogProps) {
  const said = useSignal('');
  const link = ports.address.full(addressOf({ screen: 'replay', payload }));
  const copy = async (text: string, copied: string): Promise<void> => {
    said.value = (await ports.clipboard.copy(text)) ? copied : words.clipboardClosed;
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p class="soft">{words.says}</p>
      <label class="field share-link">
        <span class="small soft">{words.link(link.length)}</span>
        <input type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <p class="small" role="status">
        {said.value}
      </p>
      <footer>
        <Button onPress={() => void copy(`${shareLine(run, verdict)}\n${link}`, words.bothCopied)}>{words.copyBoth}</Button>
        <Button kind="primary" icon="copy" onPress={() => void copy(link, words.linkCopied)}>
          {words.copyLink}
        </Button>
      </footer>
    </Dialog>
  );
}
