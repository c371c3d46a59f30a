import type { ChangeEntry } from '../../domain/evidence.ts';
import { duration } from '../../domain/time.ts';
import { offers, snapshots } from '../../game/evidence-tabs.ts';
import { CHANGE_MARKS } from '../../game/evidence-view.ts';
import { Mono } from '../common/mono.tsx';
import { KIND_WORDS } from '../evidence/kind-words.ts';
import { LookRow } from './look-button.tsx';
import { usePlay } from './play-ui.ts';
import { SnapshotHead } from './snapshot-head.tsx';

export function ChangesTab() {
  const { state } = usePlay();
  const read = snapshots(state.observation, 'changes');
  const known = [...state.observation.changes].sort((a, b) => b.tick - a.tick);
  const latest = read[0];
  return (
    <div class="changes">
      {latest !== undefined && <SnapshotHead evidence={latest} />}
      {known.length > 0 && <ChangeTable entries={known} />}
      {latest === undefined && known.length > 0 && (
        <p class="small soft">Only your own changes are known. The history below shows everybody’s.</p>
      )}
      <section class="looks" aria-label="Change history">
        <h3>{latest === undefined ? 'What went out lately?' : 'Look again'}</h3>
        {offers(state.menu, 'changes').map((offer) => (
          <LookRow key={offer.label} offer={offer} says="Deploys, config, data and scaling, with times" />
        ))}
      </section>
    </div>
  );
}

function ChangeTable({ entries }: { readonly entries: readonly ChangeEntry[] }) {
  const { minute, state, session } = usePlay();
  const { pageTick } = state.observation;
  const stations = new Map(state.observation.stations.map((station) => [station.id, station.name]));
  const when = (tick: number): string => {
    const before = (state.observation.tick - tick) * session.brief.tickSeconds;
    return before > 12 * 3600 ? `${duration(before)} ago` : minute(tick);
  };
  const beforePage = (tick: number): string =>
    pageTick === null || tick > pageTick ? '' : `${duration((pageTick - tick) * session.brief.tickSeconds)} before the page`;
  return (
    <table class="plain-table">
      <caption class="for-readers">Known changes, newest first</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Kind</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, i) => (
          <tr key={i} class={entry.kind === 'player' ? 'yours' : ''}>
            <td>
              <Mono>{when(entry.tick)}</Mono>
              <span class="small soft block">{beforePage(entry.tick)}</span>
            </td>
            <td>
              <i class={`mk ${CHANGE_MARKS[entry.kind]}`} aria-hidden="true" /> {KIND_WORDS[entry.kind]}
            </td>
            <td>
              {entry.text}
              <span class="small soft block">{stations.get(entry.station) ?? entry.station}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
