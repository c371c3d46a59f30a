import { railView } from '../../game/rail.ts';
import { axisLabel } from '../../game/when.ts';
import { railWords } from '../../game/words/rail.ts';
import { timeSplits } from '../common/chart-model.ts';
import { useWidth } from '../common/element-width.ts';
import { Mono } from '../common/mono.tsx';
import { usePlay } from './play-ui.ts';
import type { MarkLabel } from './rail-labels.ts';
import { clearTicks, roomy, spanLabels } from './rail-labels.ts';

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
const LETTER_PX = 6.7; // of a label, at the normal text size
const TICK_PX = 64; // from one clock to the next, at the normal text size

/** The night on one line: what is known to have happened, what you did, what is about to show. */
export function TimeRail() {
  const { app, state, session, clock } = usePlay();
  const rail = railView(state, session.brief);
  const share = (tick: number): number => Math.min(1, Math.max(0, (tick - rail.from) / (rail.to - rail.from || 1)));
  const left = (tick: number): string => `${(share(tick) * 100).toFixed(3)}%`;
  const { ref, width } = useWidth<HTMLDivElement>();
  const px = width.value;
  const scale = app.state().settings.textSize / 100;
  const letter = (LETTER_PX * scale) / Math.max(1, px);
  const labels = roomy(rail.marks, share, share(rail.now), clock(rail.now).length, letter);
  const names = spanLabels(rail.spans, share, letter);
  const ticks = timeSplits(rail.from, rail.to, session.brief, Math.max(2, Math.min(7, Math.floor(px / (TICK_PX * scale)))));
  const apart = (ticks[1] ?? rail.to) - (ticks[0] ?? rail.from);
  return (
    <section class="time-rail" data-region aria-label={railWords.title} tabIndex={-1}>
      <p class="rail-before small soft">{rail.before.length === 0 ? '' : railWords.earlier(rail.before.length)}</p>
      <div class="rail-line" ref={ref} aria-hidden="true">
        <i class="rail-past" style={{ width: left(rail.now) }} />
        {rail.spans.map((span) => (
          <i
            key={`${span.kind}-${span.from}-${span.label}`}
            class={`rail-span ${span.ahead ? 'ahead' : ''}`}
            style={{ left: left(span.from), width: `${(share(span.to) - share(span.from)) * 100}%` }}
            title={railWords.spans[span.kind](span.label, clock(span.from), clock(span.to))}
          />
        ))}
        {names.map(({ text, place }) => (
          <span key={text} class="rail-name small" style={{ left: `${(place[0] * 100).toFixed(3)}%` }}>
            {text}
          </span>
        ))}
        {clearTicks(ticks, names, share, axisLabel(ticks[0] ?? 0, apart, session.brief).length, letter).map((tick) => (
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
            <RailLabel label={labels.get(mark)} px={px} />
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
          <li key={`${span.kind}-${span.from}-${span.label}`}>
            {railWords.spans[span.kind](span.label, clock(span.from), clock(span.to))}
          </li>
        ))}
      </ol>
    </section>
  );
}

const RailLabel = ({ label, px }: { readonly label: MarkLabel | undefined; readonly px: number }) =>
  label === undefined ? null : (
    <span class="rail-label small" style={{ '--shift': `${Math.round(label.shift * px)}px` }}>
      {label.text}
    </span>
  );
