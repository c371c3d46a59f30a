import { useEffect, useState } from 'preact/hooks';
import type { ChangePreview } from '../../domain/observation.ts';
import { duration } from '../../domain/time.ts';
import { formatValue } from '../../domain/metric.ts';
import { horizonSeconds, type ActionChoice } from '../../game/action-groups.ts';
import { actionsWords } from '../../game/words/actions.ts';
import { dialogWords } from '../../game/words/play-dialogs.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { Mono } from '../common/mono.tsx';
import type { Anchor } from './play-ui.ts';
import { usePlay } from './play-ui.ts';

const words = actionsWords.preview;

type Expectation = keyof typeof words.expectations;
const EXPECTATIONS: readonly Expectation[] = ['lower', 'same', 'higher'];

interface Props {
  readonly choice: ActionChoice;
  readonly anchor: Anchor | null;
  readonly onClose: () => void;
}

const effectWords = (preview: ChangePreview): string => {
  const { from, to } = preview.delaySeconds;
  return from === to ? duration(from) : words.between(duration(from), duration(to));
};

const WIDTH = 480; // px, as the style sheet has it
const POINTER = 10; // px, half of it

/** Over the map only, so that board and evidence can still be read; its pointer marks the button where it reaches that far. */
function placed(anchor: Anchor): Record<string, string> {
  const map = document.querySelector('.map-panel')?.getBoundingClientRect();
  const low = (map?.left ?? 0) + 8;
  const high = Math.max(low, (map?.right ?? innerWidth) - WIDTH - 8);
  const left = Math.min(high, Math.max(low, anchor.middle - 60));
  const pointer = anchor.middle - left - POINTER;
  const most = WIDTH - 26;
  return {
    '--preview-left': `${Math.round(left)}px`,
    '--preview-bottom': `${Math.round(innerHeight - anchor.top + 14)}px`,
    '--pointer': `${Math.round(pointer)}px`,
    '--pointer-shown': pointer >= 14 && pointer <= most ? '1' : '0',
  };
}

/** What a change would touch, before it is made. It lies over the map, above the button that opened it. */
export function ActionPreview({ choice, anchor, onClose }: Props) {
  const { act, state, session, ui } = usePlay();
  const [expect, setExpect] = useState<Expectation | null>(null);
  // Forms are looked up by position, so that the words stay those of this moment.
  const at = Math.min(ui.form.value, choice.forms.length - 1);
  const preview = choice.forms[at];
  useEffect(() => setExpect(null), [at]);
  if (preview === undefined) return null;
  const pager = state.observation.pager.metric;
  const go = (): void => {
    const done = act(expect === null ? preview.action : { ...preview.action, expect });
    if (done) onClose();
  };
  // What cannot be undone is done by its own button alone: Enter in a field does nothing.
  const submit = (event: Event): void => {
    event.preventDefault();
    if (preview.reversible) go();
  };
  return (
    <Dialog
      title={preview.label}
      class="preview"
      style={anchor === null ? {} : placed(anchor)}
      onClose={onClose}
      aside={<p class="small soft">{words.waits}</p>}
    >
      <form onSubmit={submit}>
        {choice.forms.length > 1 && (
          <fieldset class="choices forms">
            <legend class="for-readers">{words.forms}</legend>
            {choice.forms.map((form, i) => (
              <label key={form.label} class="chip">
                <input type="radio" name="form" checked={i === at} onChange={() => (ui.form.value = i)} />
                {form.label}
              </label>
            ))}
          </fieldset>
        )}
        <dl class="preview-facts">
          <dt>{words.touches}</dt>
          <dd>{preview.touches.join('; ')}</dd>
          <dt>{words.timeToEffect}</dt>
          <dd>{effectWords(preview)}</dd>
          <dt>{words.reversible}</dt>
          <dd class={preview.reversible ? '' : 'irreversible'}>{preview.undo}</dd>
          <dt>{words.blindTo}</dt>
          <dd>{preview.blindTo === '' ? words.nothing : preview.blindTo}</dd>
          <dt>{words.cost}</dt>
          <dd>
            {preview.runningCostEurPerHour === 0 ? (
              words.noCost
            ) : (
              <Mono>{words.costPerHour(formatValue(preview.runningCostEurPerHour, 'eur'))}</Mono>
            )}
          </dd>
        </dl>
        <fieldset class="expect">
          <legend>{words.expect(duration(horizonSeconds(preview, session.brief)), pager.title)}</legend>
          <span class="choices">
            {EXPECTATIONS.map((each) => (
              <label key={each} class="chip">
                <input type="radio" name="expect" checked={expect === each} onChange={() => setExpect(each)} />
                {words.expectations[each]}
              </label>
            ))}
          </span>
        </fieldset>
        {preview.refusal !== null && <p class="refusal-line">{preview.refusal}</p>}
        <footer>
          <CancelFirst reversible={preview.reversible} onClose={onClose} />
          <Button kind="primary" refusal={preview.refusal} {...(preview.reversible ? { submit: true } : { onPress: go })}>
            {preview.label}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** Where a change cannot be undone, Cancel has the focus. */
function CancelFirst({ reversible, onClose }: { readonly reversible: boolean; readonly onClose: () => void }) {
  const [node, setNode] = useState<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (!reversible) node?.focus();
  }, [node, reversible]);
  return (
    <Button buttonRef={setNode} onPress={onClose}>
      {dialogWords.cancel}
    </Button>
  );
}
