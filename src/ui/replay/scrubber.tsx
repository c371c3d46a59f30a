import { useMemo } from 'preact/hooks';
import { duration } from '../../domain/time.ts';
import { clockText } from '../../game/debrief-clock.ts';
import { seenGraph, type GraphFrame } from '../../game/debrief-graph.ts';
import { stepOf } from '../../game/replay-scrub.ts';
import { Button } from '../common/button.tsx';
import { announce } from '../common/live.tsx';
import { Mono } from '../common/mono.tsx';
import { GraphView } from '../debrief/graph.tsx';
import { textScale, useWidth } from '../common/element-width.ts';
import type { ReplayControl } from './replay-control.ts';
import { replayWords } from '../../game/words/replay.ts';

const words = replayWords.time;
const EDGE = 14; // px, of the plot to the right; the slider keeps the same
const LEFT = 56;

/** The night on one line: the metric that paged, the player's moments, and a slider under it. */
export function Scrubber({ control }: { readonly control: ReplayControl }) {
  const { run } = control.opened.value!;
  const { ref, width } = useWidth<HTMLDivElement>();
  const pixels = Math.max(300, width.value);
  const narrow = pixels < 560;
  const scale = textScale();
  const left = (narrow ? 44 : LEFT) * scale;
  const frame: GraphFrame = {
    scale,
    width: pixels,
    height: narrow ? 190 : 230,
    left,
    right: EDGE,
    top: 26,
    bottom: 18 + 16 * scale,
    from: 0,
    to: run.endTick,
  };
  const graph = useMemo(() => seenGraph(run.clock, run.pager, run.moments, frame), [run, pixels]);
  const tick = control.tick.value;
  const clock = clockText(run.clock, tick);
  const here = control.stops.value.find((stop) => stop.tick === tick);
  const chosen = run.moments.find((moment) => moment.tick === tick);
  const jump = (direction: 'next' | 'previous'): void => {
    const stop = control.toStop(direction);
    announce(
      stop !== null ? words.at(clockText(run.clock, stop.tick), stop.titles) : direction === 'next' ? words.noNext : words.noPrevious,
    );
  };
  return (
    <section class="scrubber" aria-label={words.label}>
      <div class="scrub-graph" ref={ref}>
        {width.value > 0 && (
          <>
            <GraphView
              graph={graph}
              chosen={chosen?.id ?? null}
              onChoose={(id) => control.goTo(run.moments.find((moment) => moment.id === id)?.tick ?? tick)}
            />
            <span class="scrub-cursor" style={{ left: `${graph.xOf(tick)}px` }} aria-hidden="true" />
          </>
        )}
      </div>
      <input
        type="range"
        class="scrub-slider"
        style={{ marginLeft: `${left - 9}px`, width: `${pixels - left - EDGE + 18}px` }}
        aria-label={words.slider}
        aria-valuetext={words.at(clock, here?.titles ?? [])}
        min={0}
        max={run.endTick}
        step={1}
        value={tick}
        onInput={(event) => control.goTo(Number(event.currentTarget.value))}
      />
      <div class="scrub-controls">
        <p class="scrub-clock">
          <Mono bold>{clock}</Mono> <span class="small soft">{words.tick(tick, run.endTick)}</span>
        </p>
        <div class="scrub-buttons">
          <Button icon="left" onPress={() => jump('previous')}>
            {words.previous}
          </Button>
          <Button onPress={() => control.step(-1)}>{words.back(duration(stepOf(run)))}</Button>
          <Button onPress={() => control.step(1)}>{words.forward(duration(stepOf(run)))}</Button>
          <Button kind="primary" iconAfter="right" onPress={() => jump('next')}>
            {words.next}
          </Button>
        </div>
      </div>
      <p class="scrub-here" role="status">
        {here === undefined ? '' : here.titles.join(' · ')}
      </p>
    </section>
  );
}
