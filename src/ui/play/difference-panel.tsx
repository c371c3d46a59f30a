import './difference.css';
import { useState } from 'preact/hooks';
import { formatValue } from '../../domain/metric.ts';
import type { Tick } from '../../domain/time.ts';
import type { Against, Difference, SeriesChange } from '../../game/difference.ts';
import { offers, snapshots } from '../../game/evidence-tabs.ts';
import { rangeTexts } from '../../game/when.ts';
import { differenceWords } from '../../game/words/difference.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';
import { LookRow } from './look-button.tsx';
import { usePlay } from './play-ui.ts';

const words = differenceWords.panel;
const AT_FIRST = 6;

interface Props {
  readonly difference: Difference;
  readonly range: readonly [Tick, Tick]; // all that the charts can show
  readonly against: Against;
  readonly onAgainst: (against: Against) => void;
}

/** "What is different?": what stands out in the chosen stretch, most changed first, and the looks that could split it further. */
export function DifferencePanel({ difference, range, against, onAgainst }: Props) {
  const { ui, session } = usePlay();
  const [all, setAll] = useState(false);
  const { changes, healthy, stretch, parts, steady } = difference;
  const shown = all ? changes : changes.slice(0, AT_FIRST);
  const close = (): void => {
    ui.stretch.value = null;
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#what-is-different')?.focus());
  };
  return (
    <section class="difference" aria-labelledby="difference-title">
      <header class="snapshot-head">
        <h3 id="difference-title">{words.title}</h3>
        <div class="window-tools">
          <Button kind="quiet" small onPress={() => (ui.zoom.value = [stretch.from, stretch.to])}>
            {words.zoom}
          </Button>
          <Button kind="quiet" small icon="close" label={words.close} onPress={close} />
        </div>
      </header>
      <Bounds range={range} />
      <p class="small soft difference-against">
        <span>{healthy === null ? words.noHealthy : words.against(...rangeTexts(healthy.from, healthy.to, session.brief))}</span>
        <span class="choices" role="radiogroup" aria-label={words.compare}>
          {(['latest', 'earliest'] as const).map((each) => (
            <label key={each} class="chip">
              <input type="radio" name="against" checked={against === each} onChange={() => onAgainst(each)} />
              {words[each]}
            </label>
          ))}
        </span>
      </p>
      <p class="finding" role="status">
        {difference.sentence}
      </p>
      {changes.length > 0 && (
        <ol class="difference-list" aria-label={words.list}>
          {shown.map((change) => (
            <ChangeRow key={change.key} change={change} most={Math.abs(changes[0]?.spreads ?? 1)} />
          ))}
        </ol>
      )}
      {changes.length > shown.length && (
        <Button kind="quiet" small onPress={() => setAll(true)}>
          {words.all(changes.length)}
        </Button>
      )}
      {parts.length > 0 && (
        <p class="small">
          {words.byPart}{' '}
          {parts.slice(0, 4).map((part, i) => (
            <span key={part.label}>
              {i > 0 && ', '}
              {words.part(<b>{part.label}</b>, part.changed)}
            </span>
          ))}
        </p>
      )}
      <p class="small soft">{words.steady(steady.length, difference.untold)}</p>
      <Splits />
    </section>
  );
}

/** Bars on a scale of powers: one spread and a thousand both show. */
const share = (spreads: number, most: number): number => Math.log1p(Math.abs(spreads)) / Math.log1p(Math.max(1, most));

function ChangeRow({ change, most }: { readonly change: SeriesChange; readonly most: number }) {
  const { before, during, typical, unit, spreads } = change;
  const show = (): void => {
    const chart = [...document.querySelectorAll<HTMLElement>('[data-series]')].find((each) =>
      (each.dataset['series'] ?? '').split('|').includes(change.key),
    );
    chart?.scrollIntoView({ block: 'center' });
    chart?.focus();
  };
  return (
    <li>
      <button type="button" class="difference-row" onClick={show}>
        <span class="difference-name">
          <b>{change.title}</b> <span class="small soft">{change.shelf}</span>
        </span>
        <span class="difference-values">
          <Mono>{formatValue(before, unit)}</Mono>
          <span class="for-readers">{words.before}</span>
          <span aria-hidden="true"> → </span>
          <Mono bold>{formatValue(during, unit)}</Mono>
          <span class="for-readers">{words.during}</span>
          <span class="small soft"> {words.normal(formatValue(typical, unit))}</span>
        </span>
        <span class="difference-bar" aria-hidden="true">
          <i style={{ width: `${Math.round(share(spreads, most) * 100)}%` }} />
        </span>
        <span class="small soft difference-spreads">{words.spreads(spreads)}</span>
      </button>
    </li>
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

/** Looks that split figures by a dimension: what charts of averages cannot tell. */
function Splits() {
  const { state, minute } = usePlay();
  const open = offers(state.menu, 'segments').filter(({ look }) => look.type === 'look-segments');
  if (open.length === 0) return null;
  const made = snapshots(state.observation, 'segments').filter(({ look }) => look.type === 'look-segments');
  return (
    <details class="difference-splits">
      <summary>{words.splits(open.length)}</summary>
      {made.map((each) => (
        <p key={each.id} class="small">
          <b>{each.title}</b> <span class="soft">{words.readAt(minute(each.tick))}</span>:{' '}
          {(each.body.kind === 'table' || each.body.kind === 'intervals') && each.body.finding}
        </p>
      ))}
      {open.map((offer) => (
        <LookRow key={JSON.stringify(offer.look)} offer={offer} words={words.split} />
      ))}
    </details>
  );
}
