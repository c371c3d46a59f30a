import type { Tick } from '../../domain/time.ts';
import { handTicks } from '../../game/debrief-clock.ts';
import { rangeTexts } from '../../game/when.ts';
import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { Button } from '../common/button.tsx';
import type { ChartClock } from '../common/chart-model.ts';
import { CrosshairSlider, ZoomButton } from '../common/time-window.tsx';
import { EvidenceTools } from './evidence-tools.tsx';
import { usePlay } from './play-ui.ts';
import { useWidth } from './use-width.ts';

const words = evidenceWords.window;

interface Props {
  readonly range: readonly [Tick, Tick];
  readonly clock: ChartClock;
}

/** The time window and the crosshair that all charts share, also by keyboard. */
export function WindowRow({ range, clock }: Props) {
  const { app, ui, session } = usePlay();
  const bare = useWidth(app.state().settings.textSize) !== 'phone';
  const shown = ui.zoom.value ?? range;
  const step = handTicks(session.brief);
  const window = { range, step, clock, zoom: ui.zoom, crosshair: ui.crosshair };
  return (
    <div class="window-row small">
      <span class="for-readers">{words.shown(...rangeTexts(shown[0], shown[1], session.brief))}</span>
      <div class="window-tools">
        <ZoomButton {...window} />
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
        <CrosshairSlider {...window} />
      </div>
      <EvidenceTools bare={bare} />
    </div>
  );
}
