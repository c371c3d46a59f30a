import { useState } from 'preact/hooks';
import { formatValue } from '../../domain/metric.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { Mono } from '../common/mono.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { EvidencePicker } from './evidence-picker.tsx';
import { usePlay } from './play-ui.ts';

interface Closing {
  readonly onClose: () => void;
}

/** Says with a metric that it is over. */
export function VerifyDialog({ onClose }: Closing) {
  const { state, act } = usePlay();
  const { verifiable } = state.menu;
  const [metric, setMetric] = useState(verifiable[0]?.metric ?? '');
  const seen = new Map(
    [state.observation.pager, ...state.observation.dashboards.flatMap((view) => view.panels.flatMap((panel) => panel.series))].map(
      (series) => [series.metric.key, series] as const,
    ),
  );
  const verify = (event: Event): void => {
    event.preventDefault();
    if (act({ type: 'verify', metric })) onClose();
  };
  return (
    <Dialog title="Verify with a metric" wide onClose={onClose} aside={<p class="small soft">clock waits</p>}>
      <form onSubmit={verify}>
        <fieldset class="picker">
          <legend>Which metric shows that users are served again?</legend>
          <div class="verify-list">
            {verifiable.map((each, i) => {
              const series = seen.get(each.metric);
              return (
                <label key={each.metric} class="picker-row">
                  <input
                    type="radio"
                    name="metric"
                    checked={metric === each.metric}
                    onChange={() => setMetric(each.metric)}
                    {...(i === 0 ? { 'data-autofocus': true } : {})}
                  />
                  <span>{each.label}</span>
                  {series !== undefined && (
                    <span class="small soft">
                      <Mono>{formatValue(series.values.at(-1) ?? Number.NaN, series.metric.unit)}</Mono> normal{' '}
                      {formatValue(series.metric.normal.typical, series.metric.unit)}
                    </span>
                  )}
                </label>
              );
            })}
          </div>
          {verifiable.length === 0 && <p class="soft">No metric can be verified yet: open a dashboard first.</p>}
        </fieldset>
        <footer>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit refusal={metric === '' ? 'Pick a metric first.' : null}>
            Verify
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** What verifying found, until it is out of date. */
export function VerifiedLine() {
  const { state, minute } = usePlay();
  const { verified } = state.observation;
  if (verified === null) return null;
  return (
    <p class={`verified-line ${verified.recovered ? 'recovered' : ''}`} role="status">
      <StatusMark state={verified.recovered ? 'verified' : 'warn'} label={verified.recovered ? 'recovered' : 'not recovered'} />
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
  const open = [
    ...(verified === null
      ? ['nothing has been verified with a metric']
      : verified.recovered
        ? []
        : ['the last check did not show recovery']),
    ...(board.claims.length === 0 ? ['no cause has been claimed'] : []),
    ...(pending.length > 0 ? ['a change has not taken effect yet'] : []),
    ...(state.log.some((entry) => entry.action.type === 'message') ? [] : ['nobody has been told anything']),
  ];
  const resolve = (event: Event): void => {
    event.preventDefault();
    if (act({ type: 'resolve' })) onClose();
  };
  return (
    <Dialog title="Resolve the incident?" onClose={onClose} aside={<p class="small soft">clock waits</p>}>
      <form onSubmit={resolve}>
        <p>Your part ends here and the debrief begins. The system runs on: what was mitigated but not fixed can come back.</p>
        {open.length > 0 && (
          <>
            <p class="gap">Not done:</p>
            <ul class="bullets">
              {open.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        )}
        <footer>
          <button type="button" class="button" data-autofocus onClick={onClose}>
            Cancel
          </button>
          <Button kind="primary" submit>
            Resolve, for good
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
    <Dialog title="Leave it alone" onClose={onClose} aside={<p class="small soft">clock waits</p>}>
      <form onSubmit={leave}>
        <p>Say that no change is right tonight, and which evidence excludes the other explanations.</p>
        <EvidencePicker
          legend="Evidence that excludes the rest"
          evidence={state.observation.evidence}
          picked={evidence}
          onPick={setEvidence}
        />
        <footer>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" submit>
            Leave it alone
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
    <Dialog title="Your notes" onClose={onClose} aside={<p class="small soft">clock waits</p>}>
      <label class="field">
        <span class="small soft">
          For yourself: kept on this device with the run, never judged.{kept ? '' : ' This browser keeps nothing just now.'}
        </span>
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
          Done
        </Button>
      </footer>
    </Dialog>
  );
}
