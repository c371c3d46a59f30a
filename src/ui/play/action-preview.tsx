import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { duration } from '../../domain/time.ts';
import { horizonSeconds, type ActionChoice } from '../../game/action-groups.ts';
import { actionsWords } from '../../game/words/actions.ts';
import { dialogWords } from '../../game/words/play-dialogs.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import type { Anchor } from './play-ui.ts';
import { PreviewFacts } from './preview-facts.tsx';
import { liftOf, mostOf, placeOfCard, stationRects } from './preview-place.ts';
import { usePlay } from './play-ui.ts';

const words = actionsWords.preview;

type Expectation = keyof typeof words.expectations;
const EXPECTATIONS: readonly Expectation[] = ['lower', 'same', 'higher'];

interface Props {
  readonly choice: ActionChoice;
  readonly anchor: Anchor | null;
  readonly onClose: () => void;
}

const SIZE = { width: 480, height: 400 }; // px, as the style sheet has the one and as the other comes to at most
const BORDER = 4; // px, of a sheet's upper and lower edge

/** What a change would touch, before it is made. It lies above the button that opened it, clear of the stations that it touches. */
export function ActionPreview({ choice, anchor, onClose }: Props) {
  const { act, state, session, ui } = usePlay();
  const [expect, setExpect] = useState<Expectation | null>(null);
  // Forms are looked up by position, so that the words stay those of this moment.
  const at = Math.min(ui.form.value, choice.forms.length - 1);
  const preview = choice.forms[at];
  useEffect(() => setExpect(null), [at]);
  useLayoutEffect(() => lifted(choice), []);
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
      style={
        anchor === null
          ? {}
          : placeOfCard(
              anchor,
              choice.forms.flatMap((form) => form.stations),
              SIZE,
            )
      }
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
        <PreviewFacts preview={preview} />
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

/** On a phone, where a sheet comes from below, the screen rises as far as the sheet needs, its stations in sight above it. @returns puts it back */
function lifted({ forms }: ActionChoice): (() => void) | undefined {
  const screen = document.querySelector<HTMLElement>('.play.phone');
  const sheet = document.querySelector<HTMLElement>('dialog.preview');
  if (screen === null || sheet === null) return undefined;
  const stations = forms.flatMap((form) => form.stations);
  const lift = liftOf(stationRects(stations), innerHeight, sheet.scrollHeight + BORDER);
  if (lift === 0) return undefined;
  screen.style.translate = `0 -${Math.round(lift)}px`;
  sheet.style.setProperty('--preview-most', `${Math.round(mostOf(stationRects(stations), innerHeight))}px`);
  return () => {
    screen.style.translate = '';
  };
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
