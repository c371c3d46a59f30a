import { formatValue } from '../../domain/metric.ts';
import type { Dimension, Stretch, ValueStanding } from '../../game/difference-dimensions.ts';
import { differenceWords } from '../../game/words/difference.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { ScrollBox } from '../evidence/scroll-box.tsx';
import { usePlay } from './play-ui.ts';

const words = differenceWords.panel;

/** Every dimension with its values: those that tell something apart in full, the others in a line each. */
export function DimensionList({ dimensions }: { readonly dimensions: readonly Dimension[] }) {
  if (dimensions.length === 0) return null;
  return (
    <ol class="dimensions" aria-label={words.dimensions}>
      {dimensions.map((dimension, i) => (
        <li key={dimension.id} class={dimension.standsOut ? 'telling' : ''}>
          {dimension.standsOut ? <Telling dimension={dimension} rank={i + 1} /> : <Alike dimension={dimension} />}
        </li>
      ))}
    </ol>
  );
}

function Alike({ dimension }: { readonly dimension: Dimension }) {
  return (
    <p class="small">
      <StatusMark state="healthy" label="" /> <b>{dimension.title}</b>{' '}
      <span class="soft">{words.alike(dimension.values.map(({ label }) => label))}</span>
    </p>
  );
}

function Telling({ dimension, rank }: { readonly dimension: Dimension; readonly rank: number }) {
  const { title, figure, also, baseline, readTick, values } = dimension;
  const { minute } = usePlay();
  const most = Math.max(...values.flatMap(({ before, during }) => [Math.abs(before), Math.abs(during)]));
  return (
    <>
      <h4>
        <StatusMark state="warn" label="" /> {words.ranked(rank, title)}{' '}
        <span class="small soft">
          {words.by(figure, also)}
          {readTick === null ? '' : `, ${words.readAt(minute(readTick))}`}
        </span>
      </h4>
      <ScrollBox label={title}>
        <table class="dimension-values">
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {baseline !== 'rest' && <th scope="col">{words.baselines[baseline]}</th>}
              <th scope="col">{baseline === 'rest' ? words.against : words.here}</th>
              <th scope="col">{readTick === null ? words.scrapes : words.rows}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((value) => (
              <ValueRow key={value.id} value={value} dimension={dimension} most={most} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

function ValueRow({ value, dimension, most }: { readonly value: ValueStanding; readonly dimension: Dimension; readonly most: number }) {
  const { label, before, during, samples, samplesBefore, standsOut } = value;
  const { unit, baseline } = dimension;
  return (
    <tr class={standsOut ? 'odd' : ''}>
      <th scope="row">
        {label}
        {standsOut && <span class="small block odd-mark">{words.apart}</span>}
      </th>
      {baseline !== 'rest' && (
        <td>
          <Bar figure={before} text={formatValue(before, unit)} most={most} kind="was" />
        </td>
      )}
      <td>
        <Bar figure={during} text={formatValue(during, unit)} most={most} kind="is" />
      </td>
      <td class="small soft">
        <Mono>{words.samples(samples, samplesBefore)}</Mono>
      </td>
    </tr>
  );
}

function Bar({
  figure,
  text,
  most,
  kind,
}: {
  readonly figure: number;
  readonly text: string;
  readonly most: number;
  readonly kind: 'was' | 'is';
}) {
  return (
    <span class={`dimension-bar ${kind}`}>
      <Mono bold={kind === 'is'}>{text}</Mono>
      <i aria-hidden="true">
        <i style={{ width: `${most === 0 ? 0 : Math.round((Math.abs(figure) / most) * 100)}%` }} />
      </i>
    </span>
  );
}

/** Splits that were read at another time than the stretch: they say nothing of it, until it reaches to them. */
export function Elsewhere({ dimensions, stretch }: { readonly dimensions: readonly Dimension[]; readonly stretch: Stretch }) {
  const { ui, minute } = usePlay();
  if (dimensions.length === 0) return null;
  const ticks = dimensions.flatMap(({ readTick }) => readTick ?? []);
  const reach = (): void => {
    ui.stretch.value = [Math.min(stretch.from, ...ticks), Math.max(stretch.to, ...ticks)];
  };
  return (
    <div class="elsewhere small">
      <p class="soft">{words.elsewhere(dimensions.map(({ title, readTick }) => words.splitAt(title, minute(readTick ?? 0))))}</p>
      <Button kind="quiet" small onPress={reach}>
        {words.reach}
      </Button>
    </div>
  );
}
