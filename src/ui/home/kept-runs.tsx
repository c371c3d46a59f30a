import './runs.css';
import { useRef, useState } from 'preact/hooks';
import type { RunChoice } from '../../game/kept-runs.ts';
import { ALL_RUNS, chosenRuns } from '../../game/kept-runs.ts';
import type { Route } from '../../game/route.ts';
import { addressOf } from '../../game/route.ts';
import type { KeptRun, Saves } from '../../game/saves.ts';
import { runsWords } from '../../game/words/runs.ts';
import { Button } from '../common/button.tsx';
import { Filled } from '../common/filled.tsx';
import { announce } from '../common/live.tsx';
import { Mono } from '../common/mono.tsx';
import { ForgetDialog } from './forget-dialog.tsx';
import { RunFilter } from './run-filter.tsx';

interface Props {
  readonly runs: readonly KeptRun[];
  readonly lasting: boolean; // false: gone with the tab
  readonly today: string; // "2026-03-12"
  readonly saves: Saves;
  readonly onGo: (route: Route) => void;
  readonly onChanged: () => void;
}

const PAGE = 8;

/** What this browser keeps of its own runs: to be found again, opened, and forgotten. */
export function KeptRuns({ runs, lasting, today, saves, onGo, onChanged }: Props) {
  const [choice, setChoice] = useState<RunChoice>(ALL_RUNS);
  const [most, setMost] = useState(PAGE);
  const [forgetting, setForgetting] = useState<KeptRun | 'all' | null>(null);
  const list = useRef<HTMLDivElement>(null);
  if (runs.length === 0) return <p class="soft">{lasting ? runsWords.none : runsWords.noneUnkept}</p>;
  const found = chosenRuns(runs, choice, today);
  const forget = (): void => {
    const gone = forgetting;
    setForgetting(null);
    if (gone === null) return;
    void (gone === 'all' ? saves.dropAllRuns() : saves.dropRun(gone)).then(() => {
      announce(gone === 'all' ? runsWords.deletedAll : runsWords.deletedOne);
      list.current?.closest('section')?.querySelector<HTMLElement>('h2')?.focus(); // what had the focus is gone
      onChanged();
    });
  };
  return (
    <div ref={list}>
      <RunFilter runs={runs} choice={choice} onChange={setChoice} />
      <p class="small soft run-count" role="status">
        {found.length === runs.length ? runsWords.count(runs.length) : runsWords.found(found.length, runs.length)}
      </p>
      {found.length === 0 && (
        <p class="soft">
          {runsWords.noneLike}{' '}
          <button type="button" class="text-button" onClick={() => setChoice(ALL_RUNS)}>
            {runsWords.showAll}
          </button>
        </p>
      )}
      <ul class="run-list">
        {found.slice(0, most).map((run) => (
          <Row key={`${run.scenario}/${run.seed}`} run={run} onGo={onGo} onForget={() => setForgetting(run)} />
        ))}
      </ul>
      <div class="run-foot">
        {found.length > most && <Button onPress={() => setMost(most + PAGE)}>{runsWords.showMore}</Button>}
        <Button kind="quiet" onPress={() => setForgetting('all')}>
          {runsWords.deleteAll}
        </Button>
      </div>
      {forgetting !== null && <ForgetDialog what={forgetting} count={runs.length} onForget={forget} onClose={() => setForgetting(null)} />}
    </div>
  );
}

interface RowProps {
  readonly run: KeptRun;
  readonly onGo: (route: Route) => void;
  readonly onForget: () => void;
}

function Row({ run, onGo, onForget }: RowProps) {
  const about = runsWords.about(run.title, run.day, run.seed);
  const link = (route: Route, words: string) => (
    <a
      class="button small-button"
      href={addressOf(route)}
      aria-label={runsWords.opens(words, about)}
      onClick={(event) => {
        event.preventDefault();
        onGo(route);
      }}
    >
      {words}
    </a>
  );
  return (
    <li>
      <span class="run-name">
        <b>{run.title}</b> <span class="small soft">{runsWords.daySeed(run.day, run.seed)}</span>
      </span>
      <span class="run-score">
        {run.score === undefined ? (
          <span class="small soft">{runsWords.notRead}</span>
        ) : (
          <Filled
            words={runsWords.score}
            with={{ score: <Mono bold>{String(Math.round(run.score))}</Mono>, most: <span class="small soft">{runsWords.most}</span> }}
          />
        )}
      </span>
      <span class="run-links">
        {link({ screen: 'debrief', payload: run.payload, at: null }, runsWords.debrief)}
        {link({ screen: 'story', payload: run.payload }, runsWords.story)}
        {link({ screen: 'replay', payload: run.payload }, runsWords.replay)}
        <Button kind="quiet" small icon="close" label={runsWords.deletes(about)} onPress={onForget} />
      </span>
    </li>
  );
}
