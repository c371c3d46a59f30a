import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LogLine } from '../../domain/evidence.ts';
import { PAGE_LINES } from '../../game/log-lines.ts';
import { logsWords } from '../../game/words/logs.ts';
import { Button } from '../common/button.tsx';
import { usePlay } from './play-ui.ts';

interface Props {
  readonly lines: readonly LogLine[]; // that the filter leaves
  readonly of: number; // lines that there are
  readonly label: string;
  readonly words: string; // that they were filtered by
  readonly onClear: () => void;
}

/** Lines, one page of them at a time, so that ten thousand are as quick as ten. */
export function LogLines({ lines, of, label, words, onClear }: Props) {
  const { clock } = usePlay();
  const [wanted, setPage] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_LINES));
  const page = Math.min(wanted, pages - 1);
  useLayoutEffect(() => {
    if (list.current !== null) list.current.scrollTop = 0;
  }, [page]);
  if (of === 0) return <p class="log-none">{logsWords.noneAtAll}</p>;
  if (lines.length === 0)
    return (
      <p class="log-none">
        {words.trim() === '' ? logsWords.noneOfLevel : logsWords.noneWith(words.trim())}{' '}
        <Button small onPress={onClear}>
          {logsWords.clear}
        </Button>
      </p>
    );
  const first = page * PAGE_LINES;
  return (
    <>
      <ul ref={list} class="log-lines scroll" tabIndex={0} aria-label={label}>
        {lines.slice(first, first + PAGE_LINES).map((line, i) => (
          <li key={first + i} class={line.level.toLowerCase()} aria-setsize={lines.length} aria-posinset={first + i + 1}>
            <span>{clock(line.tick)}</span> <b>{line.level}</b> {line.pod === undefined ? '' : `${line.pod} `}
            {line.text}
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <div class="window-tools log-pages" role="group" aria-label={logsWords.pagesOf(label)}>
          <Button small icon="left" refusal={page === 0 ? logsWords.firstPage : null} onPress={() => setPage(page - 1)}>
            {logsWords.before}
          </Button>
          <span class="small" role="status">
            {logsWords.page(first + 1, Math.min(lines.length, first + PAGE_LINES), lines.length)}
          </span>
          <Button small icon="right" refusal={page === pages - 1 ? logsWords.lastPage : null} onPress={() => setPage(page + 1)}>
            {logsWords.after}
          </Button>
        </div>
      )}
    </>
  );
}
