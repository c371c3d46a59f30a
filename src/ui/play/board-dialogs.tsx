import { useState } from 'preact/hooks';
import { lookInSentence } from '../../domain/looked-by.ts';
import type { BeliefStatus, BeliefView, Slot } from '../../game/board.ts';
import { restsOn, whyNoBearing, whyNotOfAnswer } from '../../game/bearing.ts';
import { SLOTS, SLOT_TITLES, STATUSES, claimedEvidence } from '../../game/board.ts';
import { boardWords } from '../../game/words/board.ts';
import { dialogWords } from '../../game/words/play-dialogs.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { EvidencePicker } from './evidence-picker.tsx';
import { usePlay } from './play-ui.ts';

interface Closing {
  readonly onClose: () => void;
}

/** One slot of the board: an option, and the evidence for it. */
export function SlotDialog({ slot, onClose }: Closing & { readonly slot: Slot }) {
  const { app, session, state } = usePlay();
  const { draft } = app.state();
  const [picked, setPicked] = useState(draft[slot]);
  const [evidence, setEvidence] = useState<readonly string[]>(draft.evidence[slot]);
  const answer = session.brief.board[slot].find(({ id }) => id === picked);
  const matter = { brief: session.brief, observation: state.observation, log: state.log };
  const keep = (event: Event): void => {
    event.preventDefault();
    app.setDraft({ ...draft, [slot]: picked, evidence: { ...draft.evidence, [slot]: evidence } });
    onClose();
  };
  return (
    <Dialog title={SLOT_TITLES[slot]} onClose={onClose} aside={<p class="small soft">{dialogWords.waits}</p>}>
      <form onSubmit={keep}>
        <fieldset class="picker">
          <legend class="for-readers">{SLOT_TITLES[slot]}</legend>
          {session.brief.board[slot].map((option, i) => (
            <label key={option.id} class="picker-row">
              <input
                type="radio"
                name="slot"
                checked={picked === option.id}
                onChange={() => setPicked(option.id)}
                {...(i === 0 && picked === null ? { 'data-autofocus': true } : {})}
              />
              <span>{option.text}</span>
            </label>
          ))}
        </fieldset>
        <EvidencePicker
          legend={boardWords.slot.evidence}
          evidence={state.observation.evidence}
          picked={evidence}
          onPick={setEvidence}
          bearing={(each) => (answer === undefined ? null : whyNotOfAnswer(slot, answer, each, matter))}
        />
        <footer>
          <Button onPress={onClose}>{dialogWords.cancel}</Button>
          <Button kind="primary" submit refusal={picked === null ? boardWords.slot.pickFirst : null}>
            {boardWords.slot.put}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** What the player thinks of one hypothesis, and why. */
export function BeliefDialog({ belief, onClose }: Closing & { readonly belief: BeliefView }) {
  const { state, session, act } = usePlay();
  const { observation, log } = state;
  const matter = { brief: session.brief, observation, log };
  const [status, setStatus] = useState<BeliefStatus>(belief.status ?? 'open');
  const [confidence, setConfidence] = useState(belief.confidence);
  const [evidence, setEvidence] = useState<readonly string[]>(belief.evidence.map((each) => each.id));
  const chosen = observation.evidence.filter(({ id }) => evidence.includes(id));
  const refusal =
    status !== 'open' && chosen.length === 0
      ? boardWords.beliefDialog.pickFirst
      : restsOn(belief.cause, chosen, status, matter)
        ? null
        : boardWords.beliefDialog.noneBears;
  const keep = (event: Event): void => {
    event.preventDefault();
    const done = act({
      type: 'hypothesis',
      cause: belief.cause.id,
      status,
      confidence: status === 'excluded' ? 0 : confidence,
      evidence: [...evidence],
    });
    if (done) onClose();
  };
  return (
    <Dialog title={belief.cause.text} onClose={onClose} aside={<p class="small soft">{dialogWords.waits}</p>}>
      <form onSubmit={keep}>
        <fieldset class="setting">
          <legend>{boardWords.beliefDialog.status}</legend>
          <div class="choices">
            {STATUSES.map((each) => (
              <label key={each} class="chip">
                <input
                  type="radio"
                  name="status"
                  checked={status === each}
                  onChange={() => setStatus(each)}
                  {...(status === each ? { 'data-autofocus': true } : {})}
                />
                {boardWords.beliefDialog.statuses[each]}
              </label>
            ))}
          </div>
        </fieldset>
        {status !== 'excluded' && <Confidence value={confidence} onChange={setConfidence} />}
        <EvidencePicker
          legend={boardWords.beliefDialog.evidence}
          evidence={observation.evidence}
          picked={evidence}
          onPick={setEvidence}
          bearing={(each) => whyNoBearing(belief.cause, each, status, matter)}
        />
        <p class="small why-not" role="status">
          {refusal}
        </p>
        <footer>
          <Button onPress={onClose}>{dialogWords.cancel}</Button>
          <Button kind="primary" submit refusal={refusal}>
            {boardWords.beliefDialog.note}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

export function Confidence({ value, onChange }: { readonly value: number; readonly onChange: (value: number) => void }) {
  return (
    <label class="confidence">
      <span>{boardWords.confidence.title}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        value={value}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
        aria-valuetext={boardWords.confidence.aloud(value)}
      />
      <output>{boardWords.confidence.percent(value)}</output>
    </label>
  );
}

/** The whole set, claimed at once. */
export function ClaimDialog({ onClose }: Closing) {
  const { app, board, act, session } = usePlay();
  const { draft } = app.state();
  const [confidence, setConfidence] = useState(draft.confidence);
  const again = board.claims.length > 0;
  const claim = (event: Event): void => {
    event.preventDefault();
    const { changed, enters, missed } = draft;
    if (changed === null || enters === null || missed === null) return;
    app.setDraft({ ...draft, confidence });
    if (act({ type: 'claim-cause', changed, enters, missed, confidence, evidence: claimedEvidence(draft) })) onClose();
  };
  return (
    <Dialog
      title={again ? boardWords.claimDialog.again : boardWords.claim}
      onClose={onClose}
      aside={<p class="small soft">{dialogWords.waits}</p>}
    >
      <form onSubmit={claim}>
        <dl class="claim-set">
          {SLOTS.map((slot) => {
            const view = board.slots.find((each) => each.slot === slot);
            return (
              <div key={slot}>
                <dt class="small soft">{SLOT_TITLES[slot]}</dt>
                <dd>
                  {view?.picked?.text ?? boardWords.open}
                  <span class="small soft block">
                    {view === undefined || view.evidence.length === 0
                      ? boardWords.claimDialog.noEvidence
                      : view.evidence.map((each) => lookInSentence(each, session.brief.system.colleagues)).join(', ')}
                  </span>
                </dd>
              </div>
            );
          })}
        </dl>
        <Confidence value={confidence} onChange={setConfidence} />
        <p class="soft">{again ? boardWords.claimDialog.againCosts : boardWords.claimDialog.together}</p>
        <footer>
          <Button onPress={onClose}>{dialogWords.cancel}</Button>
          <Button kind="primary" submit refusal={board.missing}>
            {boardWords.claim}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
