import './time-window.css';
import type { Signal } from '@preact/signals';
import { duration, type Tick } from '../../domain/time.ts';
import { fullClockText } from '../../game/debrief-clock.ts';
import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { Button } from './button.tsx';
import { axisClock, type ChartClock } from './chart-model.ts';
import { Mono } from './mono.tsx';

const words = evidenceWords.window;
const LAST_STEPS = 10; // that the shorter window shows

/** What charts of one group share: the time that they can show, and by how many ticks a key moves in it. */
export interface TimeWindow {
  readonly range: readonly [from: Tick, to: Tick];
  readonly step: Tick;
  readonly clock: ChartClock;
  readonly zoom: Signal<readonly [Tick, Tick] | null>;
  readonly crosshair: Signal<Tick | null>;
}

/** To the latest stretch, and back from there or from one that was chosen by a drag. */
export function ZoomButton({ range, step, clock, zoom }: TimeWindow) {
  const whole = zoom.value === null;
  const last = LAST_STEPS * step;
  const length = duration(last * clock.tickSeconds);
  return (
    <Button
      kind="quiet"
      small
      icon={whole ? 'zoom-in' : 'zoom-out'}
      label={whole ? words.zoom(length) : undefined}
      onPress={() => (zoom.value = whole ? [Math.max(range[0], range[1] - last), range[1]] : null)}
    >
      {whole ? length : words.all}
    </Button>
  );
}

/** Where the crosshair of the charts stands; arrows move it. */
export function CrosshairSlider({ range, step, clock, zoom, crosshair }: TimeWindow) {
  const shown = zoom.value ?? range;
  const at = crosshair.value;
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0;
    if (by === 0) return;
    event.preventDefault();
    crosshair.value = Math.min(shown[1], Math.max(shown[0], (at ?? shown[1]) + by));
  };
  return (
    <span
      class="crosshair-readout"
      role="slider"
      tabIndex={0}
      aria-label={words.crosshair}
      aria-valuemin={shown[0]}
      aria-valuemax={shown[1]}
      aria-valuenow={Math.round(at ?? shown[1])}
      aria-valuetext={at === null ? words.now : fullClockText(clock, at)}
      onKeyDown={move}
      title={words.crosshairHelp}
    >
      <i aria-hidden="true" />
      <Mono>{at === null ? words.now : axisClock(at, clock)}</Mono>
    </span>
  );
}

/** Both, for charts that nothing else can be asked of. */
export function WindowTools(window: TimeWindow) {
  return (
    <div class="window-tools small">
      <ZoomButton {...window} />
      <CrosshairSlider {...window} />
    </div>
  );
}
