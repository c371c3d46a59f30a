import { useSignal } from '@preact/signals';
import { formatValue } from '../../domain/metric.ts';
import type { RunFacts, VerdictFacts } from '../../game/debrief-facts.ts';
import type { Ports } from '../../game/ports.ts';
import { addressOf } from '../../game/route.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';

interface ShareDialogProps {
  readonly ports: Ports;
  readonly run: RunFacts;
  readonly payload: string;
  readonly verdict: VerdictFacts | null;
  readonly onClose: () => void;
}

/** One line to paste beside the link. It begins with words and gives nothing of the cause away. */
export function shareLine(run: RunFacts, verdict: VerdictFacts | null): string {
  if (verdict === null) return `Silent Drift, ${run.title}`;
  const impact =
    verdict.impactAvoided === null
      ? `harm added ${formatValue(verdict.harmAddedEur, 'eur')}`
      : `impact avoided ${formatValue(verdict.impactAvoided, 'share')}`;
  return `Silent Drift, ${run.title}: response score ${Math.round(verdict.total * 10) / 10} of 100, ${impact}`;
}

/** The replay as a link. Where the clipboard is closed, the field holds it to be copied by hand. */
export function ShareDialog({ ports, run, payload, verdict, onClose }: ShareDialogProps) {
  const said = useSignal('');
  const link = ports.address.full(addressOf({ screen: 'replay', payload }));
  const copy = async (text: string, what: string): Promise<void> => {
    said.value = (await ports.clipboard.copy(text))
      ? `${what} copied.`
      : 'The clipboard is closed here: select the link and copy it yourself.';
  };
  return (
    <Dialog title="Share this replay" onClose={onClose}>
      <p class="soft">Whoever opens it sees your night simulated again, tick by tick, on their own machine.</p>
      <label class="field share-link">
        <span class="small soft">Link, {link.length} characters</span>
        <input type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <p class="small" role="status">
        {said.value}
      </p>
      <footer>
        <Button onPress={() => void copy(`${shareLine(run, verdict)}\n${link}`, 'Result and link')}>Copy result and link</Button>
        <Button kind="primary" icon="copy" onPress={() => void copy(link, 'Link')}>
          Copy link
        </Button>
      </footer>
    </Dialog>
  );
}
