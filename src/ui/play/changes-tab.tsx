import type { ChangeEntry } from '../../domain/evidence.ts';
import { duration } from '../../domain/time.ts';
import { offers, snapshots } from '../../game/evidence-tabs.ts';
import { CHANGE_MARKS } from '../../game/evidence-view.ts';
import { changeKinds } from '../../game/words/change-kinds.ts';
import { whenText } from '../../game/when.ts';
import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { Mono } from '../common/mono.tsx';
import { LookRow } from './look-button.tsx';
import { usePlay } from './play-ui.ts';
import { SnapshotHead } from './snapshot-head.tsx';

const words = evidenceWords.changes;

export function ChangesTab() {
  const { state } = usePlay();
  const read = snapshots(state.observation, 'changes');
  const known = [...state.observation.changes].sort((a, b) => b.tick - a.tick);
  const latest = read[0];
  return (
    <div class="changes">
      {latest !== undefined && <SnapshotHead evidence={latest} />}
      {known.length > 0 && <ChangeTable entries={known} />}
      {latest === undefined && known.length > 0 && <p class="small soft">{words.ownOnly}</p>}
      <section class="looks" aria-label={words.history}>
        <h3>{latest === undefined ? words.ask : words.again}</h3>
        {offers(state.menu, 'changes').map((offer) => (
          <LookRow key={offer.label} offer={offer} says={words.says} />
        ))}
      </section>
    </div>
  );
}

function ChangeTable({ entries }: { readonly entries: readonly ChangeEntry[] }) {
  const { minute, state, session } = usePlay();
  const { pageTick } = state.observation;
  const stations = new Map(state.observation.stations.map((station) => [station.id, station.name]));
  const when = (tick: number): string => whenText(tick, state.observation.tick, session.brief.tickSeconds, minute);
  const beforePage = (tick: number): string =>
    pageTick === null || tick > pageTick ? '' : words.beforePage(duration((pageTick - tick) * session.brief.tickSeconds));
  return (
    <table class="plain-table">
      <caption class="for-readers">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.what}</th>
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
              <i class={`mk ${CHANGE_MARKS[entry.kind]}`} aria-hidden="true" /> {changeKinds[entry.kind]}
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
