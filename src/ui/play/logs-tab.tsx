import { useState } from 'preact/hooks';
import type { Evidence } from '../../domain/evidence.ts';
import type { Level } from '../../game/log-lines.ts';
import { LEVELS, shownLines } from '../../game/log-lines.ts';
import { offers, snapshots } from '../../game/evidence-tabs.ts';
import { logsWords } from '../../game/words/logs.ts';
import { Icon } from '../common/icon.tsx';
import { LogLines } from './log-lines.tsx';
import { LookRow } from './look-button.tsx';
import { usePlay } from './play-ui.ts';
import { SnapshotHead } from './snapshot-head.tsx';

export function LogsTab() {
  const { state } = usePlay();
  const [words, setWords] = useState('');
  const [level, setLevel] = useState<Level>('all');
  const read = snapshots(state.observation, 'logs');
  const open = offers(state.menu, 'logs');
  return (
    <div class="logs">
      {read.length > 0 && (
        <div class="log-filter" role="search">
          <label class="filter-field">
            <Icon name="search" />
            <span class="for-readers">{logsWords.filter}</span>
            <input
              type="search"
              class="input"
              placeholder={logsWords.placeholder}
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          </label>
          <fieldset class="choices">
            <legend class="for-readers">{logsWords.level}</legend>
            {LEVELS.map((each) => (
              <label key={each} class="chip">
                <input type="radio" name="level" checked={level === each} onChange={() => setLevel(each)} />
                {logsWords.levels[each]}
              </label>
            ))}
          </fieldset>
        </div>
      )}
      {read.map((each) => (
        <LogSnapshot
          key={each.id}
          evidence={each}
          words={words}
          level={level}
          onClear={() => {
            setWords('');
            setLevel('all');
          }}
        />
      ))}
      <section class="looks" aria-label={logsWords.title}>
        <h3>{read.length === 0 ? logsWords.ask : logsWords.more}</h3>
        {open.map((offer) => (
          <LookRow key={JSON.stringify(offer.look)} offer={offer} words={logsWords.read} />
        ))}
      </section>
    </div>
  );
}

function LogSnapshot({
  evidence,
  words,
  level,
  onClear,
}: {
  readonly evidence: Evidence;
  readonly words: string;
  readonly level: Level;
  readonly onClear: () => void;
}) {
  if (evidence.body.kind !== 'logs') return null;
  const { lines, sampled } = evidence.body;
  const shown = shownLines(lines, words, level);
  return (
    <section class="snapshot" aria-label={evidence.title}>
      <SnapshotHead evidence={evidence} />
      <p class="small soft">{logsWords.sampled(sampled, shown.length, lines.length)}</p>
      <LogLines lines={shown} of={lines.length} label={logsWords.linesOf(evidence.title)} words={words} onClear={onClear} />
    </section>
  );
}
