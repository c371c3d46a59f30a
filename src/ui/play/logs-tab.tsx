import { useState } from 'preact/hooks';
import type { Evidence, LogLine } from '../../domain/evidence.ts';
import { offers, snapshots } from '../../game/evidence-tabs.ts';
import { Icon } from '../common/icon.tsx';
import { LookRow } from './look-button.tsx';
import { usePlay } from './play-ui.ts';
import { SnapshotHead } from './snapshot-head.tsx';

const LEVELS = ['all', 'WARN', 'ERROR'] as const;

const shownLines = (lines: readonly LogLine[], words: string, level: (typeof LEVELS)[number]): readonly LogLine[] => {
  const wanted = words.trim().toLowerCase();
  return lines.filter(
    (line) =>
      (level === 'all' || line.level === level || (level === 'WARN' && line.level === 'ERROR')) &&
      (wanted === '' || `${line.text} ${line.pod ?? ''} ${line.station}`.toLowerCase().includes(wanted)),
  );
};

export function LogsTab() {
  const { state } = usePlay();
  const [words, setWords] = useState('');
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('all');
  const read = snapshots(state.observation, 'logs');
  const open = offers(state.menu, 'logs');
  return (
    <div class="logs">
      {read.length > 0 && (
        <div class="log-filter" role="search">
          <label class="filter-field">
            <Icon name="search" />
            <span class="for-readers">Filter the lines</span>
            <input
              type="search"
              class="input"
              placeholder="Filter: timeout, pod-3…"
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          </label>
          <fieldset class="choices">
            <legend class="for-readers">Least level shown</legend>
            {LEVELS.map((each) => (
              <label key={each} class="chip">
                <input type="radio" name="level" checked={level === each} onChange={() => setLevel(each)} />
                {each === 'all' ? 'All' : each === 'WARN' ? 'Warnings' : 'Errors'}
              </label>
            ))}
          </fieldset>
        </div>
      )}
      {read.map((each) => (
        <LogSnapshot key={each.id} evidence={each} words={words} level={level} />
      ))}
      <section class="looks" aria-label="Logs that can be read">
        <h3>{read.length === 0 ? 'Read the logs of a station' : 'Read more'}</h3>
        {open.map((offer) => (
          <LookRow key={JSON.stringify(offer.look)} offer={offer} words="Read" />
        ))}
      </section>
    </div>
  );
}

function LogSnapshot({
  evidence,
  words,
  level,
}: {
  readonly evidence: Evidence;
  readonly words: string;
  readonly level: (typeof LEVELS)[number];
}) {
  const { clock } = usePlay();
  if (evidence.body.kind !== 'logs') return null;
  const { lines, sampled } = evidence.body;
  const shown = shownLines(lines, words, level);
  return (
    <section class="snapshot" aria-label={evidence.title}>
      <SnapshotHead evidence={evidence} />
      <p class="small soft">
        {sampled}
        {shown.length === lines.length ? '' : ` Showing ${shown.length} of ${lines.length}.`}
      </p>
      <ul class="log-lines scroll" tabIndex={0} aria-label={`Lines of ${evidence.title}`}>
        {shown.map((line, i) => (
          <li key={i} class={line.level.toLowerCase()}>
            <span>{clock(line.tick)}</span> <b>{line.level}</b> {line.pod === undefined ? '' : `${line.pod} `}
            {line.text}
          </li>
        ))}
        {shown.length === 0 && <li>No line matches.</li>}
      </ul>
    </section>
  );
}
