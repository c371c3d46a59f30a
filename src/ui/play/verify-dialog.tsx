import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { formatValue } from '../../domain/metric.ts';
import type { Tick } from '../../domain/time.ts';
import { handTicks } from '../../game/debrief-clock.ts';
import { chartMarks } from '../../game/evidence-view.ts';
import { hasData, verifyShelves, type VerifyChoice } from '../../game/verify-choices.ts';
import { closingWords } from '../../game/words/closing.ts';
import { dialogWords } from '../../game/words/play-dialogs.ts';
import { Button } from '../common/button.tsx';
import { Chart } from '../common/chart.tsx';
import { Dialog } from '../common/dialog.tsx';
import { Mono } from '../common/mono.tsx';
import { WindowTools } from '../common/time-window.tsx';
import { dataOf } from '../evidence/series-data.ts';
import { chartWindow } from './chart-window.ts';
import { useChecking } from './closing-dialogs.tsx';
import { usePlay } from './play-ui.ts';

const { verify: words } = closingWords;

/** Says with a metric that it is over. Which one is the player's choice: none is chosen beforehand, and its chart is shown before it counts. */
export function VerifyDialog({ onClose }: { readonly onClose: () => void }) {
  const { state, ui, act } = usePlay();
  const checking = useChecking();
  const [metric, setMetric] = useState('');
  const shelves = verifyShelves(state.observation, state.menu);
  const all = shelves.flatMap(({ choices }) => choices);
  const chosen = all.find((each) => each.metric === metric) ?? null;
  const first = all.find(hasData)?.metric;
  const refusal = checking !== null ? words.oneAtATime : chosen === null ? words.pickFirst : null;
  const choose = (wanted: string): void => {
    setMetric(wanted);
    ui.refused.value = null; // it asked for a choice
  };
  const verify = (event: Event): void => {
    event.preventDefault();
    if (refusal === null && act({ type: 'verify', metric })) onClose();
  };
  return (
    <Dialog title={words.title} wide onClose={onClose} aside={<p class="small soft">{dialogWords.waits}</p>}>
      <form onSubmit={verify} class="verify-form">
        {checking !== null && <p class="checking">{checking}</p>}
        <fieldset class="picker">
          <legend>{words.ask}</legend>
          <div class="verify-list">
            {shelves.map(({ title, choices }) => (
              <div key={choices[0]?.metric} role="group" aria-label={title ?? words.pager}>
                <p class="small soft verify-shelf">{title ?? words.pager}</p>
                {choices.map((each) => (
                  <Row
                    key={each.metric}
                    choice={each}
                    first={each.metric === first}
                    checked={each.metric === metric}
                    onChoose={() => choose(each.metric)}
                  />
                ))}
              </div>
            ))}
          </div>
          {all.length === 0 && <p class="soft">{words.none}</p>}
        </fieldset>
        <div class="verify-chart">
          {chosen === null ? <p class="soft">{words.pickToSee}</p> : <ChosenChart key={metric} choice={chosen} />}
        </div>
        <footer>
          <Button onPress={onClose}>{dialogWords.cancel}</Button>
          <Button kind="primary" submit refusal={refusal} onRefused={(reason) => (ui.refused.value = reason)}>
            {words.verify}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

interface RowProps {
  readonly choice: VerifyChoice;
  readonly first: boolean; // where the keyboard begins
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Row({ choice, first, checked, onChoose }: RowProps) {
  const { metric, label, series, value } = choice;
  return (
    <label class="picker-row">
      <input
        type="radio"
        name="metric"
        checked={checked}
        disabled={!hasData(choice)}
        onChange={onChoose}
        {...(first ? { 'data-autofocus': true } : {})}
        value={metric}
      />
      <span>{label}</span>
      {series !== null && (
        <span class="small soft">
          <Mono>{formatValue(value, series.metric.unit)}</Mono>{' '}
          {words.normal(formatValue(series.metric.normal.typical, series.metric.unit))}
        </span>
      )}
    </label>
  );
}

/** How the chosen metric has run, with all that was changed. */
function ChosenChart({ choice: { series, label } }: { readonly choice: VerifyChoice }) {
  const { state, session } = usePlay();
  const crosshair = useSignal<Tick | null>(null);
  const zoom = useSignal<readonly [Tick, Tick] | null>(null);
  const data = series === null ? null : dataOf({ title: label, series: [series] });
  if (data === null) return null;
  const { startClock, tickSeconds } = session.brief;
  const window = { range: chartWindow(tickSeconds, state.observation.tick), clock: { startClock, tickSeconds }, zoom, crosshair };
  return (
    <>
      <WindowTools {...window} step={handTicks(session.brief)} />
      <Chart {...window} data={data} marks={chartMarks(state.observation)} group="verify" height={132} />
    </>
  );
}
