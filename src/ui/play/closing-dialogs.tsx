import { useState } from 'preact/hooks';
import { verifyingNow } from '../../game/verifying.ts';
import { closingWords } from '../../game/words/closing.ts';
import { dialogWords } from '../../game/words/play-dialogs.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { EvidencePicker } from './evidence-picker.tsx';
import { usePlay } from './play-ui.ts';

const { verify: verifyWords, resolve: resolveWords, leave: leaveWords, notes: notesWords } = closingWords;

interface Closing {
  readonly onClose: () => void;
}

/** The check that was asked for and has no answer yet, in words; null where there is none. */
export function useChecking(): string | null {
  const { state, minute } = usePlay();
  const checking = verifyingNow(state.observation, state.log);
  if (checking === null) return null;
  const { metric, askedTick } = checking;
  const label = state.menu.verifiable.find((each) => each.metric === metric)?.label ?? metric;
  const says = verifyWords.checking(label, minute(askedTick));
  return state.paused ? `${says} ${verifyWords.stands}` : says;
}

/** That a check is under way. */
export function CheckingLine() {
  const says = useChecking();
  if (says === null) return null;
  return (
    <p class="verified-line" role="status">
      <StatusMark state="pending" label="" />
      <span>{says}</span>
    </p>
  );
}

/** What verifying found, until it is out of date. */
export function VerifiedLine() {
  const { state, minute } = usePlay();
  const { verified } = state.observation;
  if (verified === null) return null;
  return (
    <p class={`verified-line ${verified.recovered ? 'recovered' : ''}`} role="status">
      <StatusMark
        state={verified.recovered ? 'verified' : 'warn'}
        label={verified.recovered ? verifyWords.recovered : verifyWords.notRecovered}
      />
      <span>
        {minute(verified.tick)} {verified.text}
      </span>
    </p>
  );
}

/** Ends the player's part. It cannot be undone, so Cancel comes first. */
export function ResolveDialog({ onClose }: Closing) {
  const { state, act, board } = usePlay();
  const { verified, pending } = state.observation;
  const checking = verifyingNow(state.observation, state.log);
  const open = [
    ...(checking !== null
      ? [resolveWords.checking]
      : verified === null
        ? [resolveWords.notVerified]
        : verified.recovered
          ? []
          : [resolveWords.lastFailed]),
    ...(board.claims.length === 0 ? [resolveWords.notClaimed] : []),
    ...(pending.length > 0 ? [resolveWords.underWay] : []),
    ...(state.log.some((entry) => entry.action.type === 'message') ? [] : [resolveWords.nobodyTold]),
  ];
  const resolve = (event: Event): void => {
    event.preventDefault();
    if (act({ type: 'resolve' })) onClose();
  };
  return (
    <Dialog title={resolveWords.title} onClose={onClose} aside={<p class="small soft">{dialogWords.waits}</p>}>
      <form onSubmit={resolve}>
        <p>{resolveWords.says}</p>
        {open.length > 0 && (
          <>
            <p class="gap">{resolveWords.notDone}</p>
            <ul class="bullets">
              {open.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        )}
        <footer>
          <button type="button" class="button" data-autofocus onClick={onClose}>
            {dialogWords.cancel}
          </button>
          <Button kind="primary" submit>
            {resolveWords.resolve}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** Says that no change is right, with what excludes the rest. */
export function LeaveAloneDialog({ onClose }: Closing) {
  const { state, act } = usePlay();
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const leave = (event: Event): void => {
    event.preventDefault();
    if (act({ type: 'leave-alone', evidence: [...evidence] })) onClose();
  };
  return (
    <Dialog title={leaveWords.title} onClose={onClose} aside={<p class="small soft">{dialogWords.waits}</p>}>
      <form onSubmit={leave}>
        <p>{leaveWords.says}</p>
        <EvidencePicker legend={leaveWords.evidence} evidence={state.observation.evidence} picked={evidence} onPick={setEvidence} />
        <footer>
          <Button onPress={onClose}>{dialogWords.cancel}</Button>
          <Button kind="primary" submit>
            {leaveWords.title}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

export function NotesDialog({ onClose }: Closing) {
  const { app } = usePlay();
  const { draft, kept } = app.state();
  return (
    <Dialog title={notesWords.title} onClose={onClose} aside={<p class="small soft">{dialogWords.waits}</p>}>
      <label class="field">
        <span class="small soft">{kept ? notesWords.says : notesWords.saysUnkept}</span>
        <textarea
          rows={10}
          data-autofocus
          value={draft.notes}
          maxLength={20_000}
          onInput={(event) => app.setDraft({ ...app.state().draft, notes: event.currentTarget.value })}
        />
      </label>
      <footer>
        <Button kind="primary" onPress={onClose}>
          {dialogWords.done}
        </Button>
      </footer>
    </Dialog>
  );
}
