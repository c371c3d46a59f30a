import type { Route } from '../../game/route.ts';
import { addressOf } from '../../game/route.ts';
import type { KeptRun } from '../../game/saves.ts';

interface Props {
  readonly runs: readonly KeptRun[];
  readonly onGo: (route: Route) => void;
}

const SHOWN = 8;

export function KeptRuns({ runs, onGo }: Props) {
  const link = (route: Route, words: string, about: string) => (
    <a
      class="button small-button"
      href={addressOf(route)}
      aria-label={`${words}: ${about}`}
      onClick={(event) => {
        event.preventDefault();
        onGo(route);
      }}
    >
      {words}
    </a>
  );
  return (
    <ul class="run-list">
      {runs.slice(0, SHOWN).map((run) => {
        const about = `${run.title}, ${run.day}, seed ${run.seed}`;
        return (
          <li key={`${run.scenario}/${run.seed}`}>
            <span>
              <b>{run.title}</b>{' '}
              <span class="small soft">
                {run.day}, seed {run.seed}
              </span>
            </span>
            <span class="run-links">
              {link({ screen: 'debrief', payload: run.payload, at: null }, 'Debrief', about)}
              {link({ screen: 'story', payload: run.payload }, 'Story', about)}
              {link({ screen: 'replay', payload: run.payload }, 'Replay', about)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
