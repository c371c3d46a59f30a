import type { Tick } from '../../domain/time.ts';
import { handStep, handSteps } from '../../game/debrief-clock.ts';
import { rangeTexts } from '../../game/when.ts';
import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';
import { EvidenceTools } from './evidence-tools.tsx';
import { usePlay } from './play-ui.ts';
import { useWidth } from './use-width.ts';

const words = evidenceWords.window;

interface Props {
  readonly range: readonly [Tick, Tick];
  readonly axis: (tick: Tick) => string;
}

/** The time window and the crosshair that all charts share, also by keyboard. */
export function WindowRow({ range, axis }: Props) {
  const { app, ui, session, clock } = usePlay();
  const bare = useWidth(app.state().settings.textSize) !== 'phone';
  const zoom = ui.zoom.value;
  const shown = zoom ?? range;
  const at = ui.crosshair.value;
  const step = Math.max(1, Math.round(handStep(session.brief) / session.brief.tickSeconds));
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0;
    if (by === 0) return;
    event.preventDefault();
    ui.crosshair.value = Math.min(shown[1], Math.max(shown[0], (at ?? shown[1]) + by));
  };
  const last = (ticks: number): void => {
    ui.zoom.value = [Math.max(0, range[1] - ticks), range[1]];
  };
  return (
    <div class="window-row small">
      <span class="for-readers">{words.shown(...rangeTexts(shown[0], shown[1], session.brief))}</span>
      <div class="window-tools">
        {zoom === null ? (
          <Button kind="quiet" small onPress={() => last(10 * step)}>
            {words.last(handSteps(session.brief, 10))}
          </Button>
        ) : (
          <Button kind="quiet" small onPress={() => (ui.zoom.value = null)}>
            {words.all}
          </Button>
        )}
        <Button
          kind="quiet"
          small
          id="what-is-different"
          pressed={ui.stretch.value !== null}
          onPress={() => (ui.stretch.value = ui.stretch.value === null ? [Math.max(shown[0], shown[1] - 5 * step), shown[1]] : null)}
        >
          {words.different}
        </Button>
        <Button
          kind="quiet"
          small
          icon="table"
          pressed={ui.asTables.value}
          onPress={() => (ui.asTables.value = !ui.asTables.value)}
          {...(bare ? { label: words.tables } : { children: words.tables })}
        />
        <span
          class="crosshair-readout"
          role="slider"
          tabIndex={0}
          aria-label={words.crosshair}
          aria-valuemin={shown[0]}
          aria-valuemax={shown[1]}
          aria-valuenow={Math.round(at ?? shown[1])}
          aria-valuetext={at === null ? words.now : clock(at)}
          onKeyDown={move}
          title={words.crosshairHelp}
        >
          <i aria-hidden="true" />
          <Mono>{at === null ? words.now : axis(at)}</Mono>
        </span>
      </div>
      <EvidenceTools bare={bare} />
    </div>
  );
}
