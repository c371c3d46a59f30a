import './difference.css';
import { useEffect, useRef } from 'preact/hooks';
import type { Tick } from '../../domain/time.ts';
import type { Difference } from '../../game/difference.ts';
import type { Against } from '../../game/difference-healthy.ts';
import { rangeTexts } from '../../game/when.ts';
import { differenceWords } from '../../game/words/difference.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';
import { DimensionList, Elsewhere } from './difference-dimensions.tsx';
import { SeriesChanges } from './difference-series.tsx';
import { Splits } from './difference-splits.tsx';
import { usePlay } from './play-ui.ts';

const words = differenceWords.panel;

interface Props {
  readonly difference: Difference;
  readonly range: readonly [Tick, Tick]; // all that the charts can show
  readonly against: Against;
  readonly onAgainst: (against: Against) => void;
}

/** Brings it to the upper edge of the panel that scrolls, or of the page where that does; nothing else moves. */
function toTop(element: Element | null | undefined): void {
  const panel = element?.closest('.evidence-body');
  if (element === null || element === undefined || panel === null || panel === undefined) return;
  if (panel.scrollHeight > panel.clientHeight) panel.scrollTop += element.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  else element.scrollIntoView({ block: 'start' });
}

/** "What is different?": by which dimension the chosen stretch differs, most different first, under the chart that it was chosen on. */
export function DifferencePanel({ difference, range, against, onAgainst }: Props) {
  const { ui, session, state } = usePlay();
  const { healthy, stretch, dimensions } = difference;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    toTop(title.current?.closest('.brushed'));
  }, []);
  const looks = state.observation.evidence.length;
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true }); // the look that was asked for is no longer on offer
  }, [looks]);
  const close = (): void => {
    ui.stretch.value = null;
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#what-is-different')?.focus());
  };
  return (
    <section class="difference" aria-labelledby="difference-title">
      <header class="snapshot-head">
        <h3 id="difference-title" tabIndex={-1} ref={title}>
          {words.title}
        </h3>
        <div class="window-tools">
          <Button kind="quiet" small onPress={() => (ui.zoom.value = [stretch.from, stretch.to])}>
            {words.zoom}
          </Button>
          <Button kind="quiet" small icon="close" label={words.close} onPress={close} />
        </div>
      </header>
      <p class="finding" role="status">
        {difference.sentence}
      </p>
      <DimensionList dimensions={dimensions} />
      <Elsewhere dimensions={difference.elsewhere} stretch={stretch} />
      <Splits />
      <SeriesChanges difference={difference} open={dimensions[0]?.standsOut !== true} />
      <section class="difference-compared" aria-label={words.compared}>
        <p class="small soft">
          {healthy === null
            ? words.noHealthy
            : words.comparedWith(
                ...rangeTexts(stretch.from, stretch.to, session.brief),
                ...rangeTexts(healthy.from, healthy.to, session.brief),
              )}
        </p>
        <Bounds range={range} />
        <div class="small soft choices" role="radiogroup" aria-label={words.compare}>
          {words.compare}
          {(['latest', 'earliest'] as const).map((each) => (
            <label key={each} class="chip">
              <input type="radio" name="against" checked={against === each} onChange={() => onAgainst(each)} />
              {words[each]}
            </label>
          ))}
        </div>
      </section>
    </section>
  );
}

/** The bounds of the stretch, for those who do not drag: arrows move a bound, with Shift or Page keys further. */
function Bounds({ range }: { readonly range: readonly [Tick, Tick] }) {
  const { ui, clock } = usePlay();
  const [from, to] = ui.stretch.value ?? range;
  const step = Math.max(1, Math.round((range[1] - range[0]) / 120));
  const set = (which: 'from' | 'to', value: number): void => {
    ui.stretch.value = which === 'from' ? [Math.min(value, to - step), to] : [from, Math.max(value, from + step)];
  };
  return (
    <div class="difference-bounds">
      {(['from', 'to'] as const).map((which) => {
        const value = which === 'from' ? from : to;
        return (
          <label key={which} class="small">
            <span>{words[which]}</span>
            <input
              type="range"
              min={range[0]}
              max={range[1]}
              step={step}
              value={value}
              aria-valuetext={clock(value)}
              onInput={(event) => set(which, Number(event.currentTarget.value))}
            />
            <Mono>{clock(value)}</Mono>
          </label>
        );
      })}
    </div>
  );
}
