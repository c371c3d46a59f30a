import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { sentences } from '../../domain/sentence.ts';
import { shellWords } from '../../game/words/shell.ts';

const GAP_MS = 2000; // screen readers drop bursts, so polite words are gathered for this long

const polite = signal<readonly string[]>([]);
const urgent = signal('');
let waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | null = null;

function flush(): void {
  timer = null;
  if (waiting.length === 0) return;
  polite.value = [...polite.value.slice(-19), sentences(waiting)];
  waiting = [];
  timer = setTimeout(flush, GAP_MS);
}

/** Says something to a screen reader: politely and merged, or at once (for the first page only). */
export function announce(words: string, how: 'polite' | 'assertive' = 'polite'): void {
  if (how === 'assertive') {
    urgent.value = words;
    return;
  }
  if (waiting.at(-1) === words) return;
  waiting.push(words);
  if (timer === null) timer = setTimeout(flush, 60);
}

/** The two live regions of the page; mounted once. */
export function LiveRegions() {
  useEffect(
    () => () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
    [],
  );
  return (
    <div class="for-readers">
      <div role="log" aria-live="polite" aria-label={shellWords.whatHappened}>
        {polite.value.map((line, i) => (
          <p key={`${i}-${line}`}>{line}</p>
        ))}
      </div>
      <div role="alert" aria-live="assertive">
        {urgent.value}
      </div>
    </div>
  );
}
