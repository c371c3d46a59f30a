import { useState } from 'preact/hooks';
import { formatValue } from '../../domain/metric.ts';
import type { Difference, SeriesChange } from '../../game/difference.ts';
import { differenceWords } from '../../game/words/difference.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';

const words = differenceWords.panel;
const AT_FIRST = 6;

/** Single series that left their usual range, most changed first: what changed, where dimensions say for whom. */
export function SeriesChanges({ difference, open }: { readonly difference: Difference; readonly open: boolean }) {
  const { changes, steady, untold } = difference;
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, AT_FIRST);
  if (changes.length + steady.length === 0) return null;
  return (
    <details class="difference-more" open={open && changes.length > 0}>
      <summary>{words.series(changes.length, changes.length + steady.length)}</summary>
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
      <p class="small soft">{words.steady(steady.length, untold)}</p>
    </details>
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
