import type { RailMark } from '../../game/rail.ts';
import { railView } from '../../game/rail.ts';
import { axisLabel } from '../../game/when.ts';
import { railWords } from '../../game/words/rail.ts';
import { timeSplits } from '../common/chart-model.ts';
import { useWidth } from '../common/element-width.ts';
import { Mono } from '../common/mono.tsx';
import { usePlay } from './play-ui.ts';

const MARK_CLASS = {
  deploy: 'deploy',
  config: 'config',
  data: 'data',
  event: 'event',
  page: 'page',
  you: 'you',
  look: 'look',
  message: 'message',
  asked: 'asked',
  due: 'due',
} as const;
const MOST_LETTERS = 26;
const LETTER_PX = 6.7; // of a label, at the normal text size
const TICK_PX = 64; // from one clock to the next, at the normal text size

/** Labels that find room above the rail: the latest first, none over another. */
function roomy(
  marks: readonly RailMark[],
  share: (tick: number) => number,
  now: number,
  nowLetters: number,
  letter: number,
): ReadonlySet<RailMark> {
  const taken: [number, number][] = [[now - 0.002, now + letter * (nowLetters + 3)]]; // the clock stands there
  const kept = new Set<RailMark>();
  const byWeight = [...marks]
    .filter((mark) => mark.loud)
    .sort((a, b) => (a.kind === 'page' ? -1 : b.kind === 'page' ? 1 : b.tick - a.tick));
  for (const mark of byWeight) {
    const half = (Math.min(MOST_LETTERS, mark.label.length) * letter) / 2;
    const middle = share(mark.tick);
    if (taken.some(([from, to]) => middle + half > from && middle - half < to)) continue;
    taken.push([middle - half, middle + half]);
    kept.add(mark);
  }
  return kept;
}

/** The night on one line: what is known to have happened, what you did, what is about to show. */
export function TimeRail() {
  const { app, state, session, clock } = usePlay();
  const rail = railView(state.observation, state.log, session.brief);
  const share = (tick: number): number => Math.min(1, Math.max(0, (tick - rail.from) / (rail.to - rail.from || 1)));
  const left = (tick: number): string => `${(share(tick) * 100).toFixed(3)}%`;
  const { ref, width } = useWidth<HTMLDivElement>();
  const px = width.value;
  const scale = app.state().settings.textSize / 100;
  const labels = roomy(rail.marks, share, share(rail.now), clock(rail.now).length, (LETTER_PX * scale) / Math.max(1, px));
  const ticks = timeSplits(rail.from, rail.to, session.brief, Math.max(2, Math.min(7, Math.floor(px / (TICK_PX * scale)))));
  const apart = (ticks[1] ?? rail.to) - (ticks[0] ?? rail.from);
  return (
    <section class="time-rail" data-region aria-label={railWords.title} tabIndex={-1}>
      <p class="rail-before small soft">{rail.before.length === 0 ? '' : railWords.earlier(rail.before.length)}</p>
      <div class="rail-line" ref={ref} aria-hidden="true">
        <i class="rail-past" style={{ width: left(rail.now) }} />
        {rail.spans.map((span) => (
          <i
            key={`${span.from}-${span.label}`}
            class="rail-span"
            style={{ left: left(span.from), width: `${(share(span.to) - share(span.from)) * 100}%` }}
          />
        ))}
        {ticks.map((tick) => (
          <span key={tick} class="rail-tick" style={{ left: left(tick) }}>
            <Mono class="small soft">{axisLabel(tick, apart, session.brief)}</Mono>
          </span>
        ))}
        {rail.marks.map((mark, i) => (
          <span
            key={`${mark.tick}-${i}`}
            class={`rail-mark ${mark.kind === 'page' ? 'loud' : ''}`}
            style={{ left: left(mark.tick) }}
            title={`${clock(mark.tick)} ${mark.label}`}
          >
            <i class={`mk ${MARK_CLASS[mark.kind]}`} />
            {labels.has(mark) && (
              <span class="rail-label small">
                {mark.label.length > MOST_LETTERS ? `${mark.label.slice(0, MOST_LETTERS - 1)}…` : mark.label}
              </span>
            )}
          </span>
        ))}
        <span class="rail-now" style={{ left: left(rail.now) }}>
          <Mono bold class="small">
            {clock(rail.now)}
          </Mono>
        </span>
      </div>
      <ol class="for-readers">
        {rail.before.map((words) => (
          <li key={words}>{railWords.before(words)}</li>
        ))}
        {rail.marks.map((mark, i) => (
          <li key={i}>{railWords.at(clock(mark.tick), mark.label)}</li>
        ))}
        {rail.spans.map((span) => (
          <li key={span.label}>{railWords.at(clock(span.to), span.label)}</li>
        ))}
      </ol>
    </section>
  );
}
