import type { Evidence } from '../../domain/evidence.ts';
import { offers, snapshots } from '../../game/evidence-tabs.ts';
import { isPictured, withNames } from '../../game/evidence-view.ts';
import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { lookWords } from '../../game/words/looks.ts';
import { BodyView } from '../evidence/body-view.tsx';
import { LookRow } from './look-button.tsx';
import { LOOK_WORDS } from './look-words.ts';
import { usePlay } from './play-ui.ts';
import { SnapshotHead } from './snapshot-head.tsx';

/** What was looked at, newest first, then what can be. The same look made again folds the older one away. */
export function SnapshotsTab({ tab }: { readonly tab: keyof typeof lookWords.asks }) {
  const { state, minute } = usePlay();
  const read = snapshots(state.observation, tab);
  const sameLook = (a: Evidence, b: Evidence): boolean => JSON.stringify(a.look) === JSON.stringify(b.look);
  const latest = read.filter((each, i) => read.findIndex((other) => sameLook(each, other)) === i);
  return (
    <div class="snapshots">
      {latest.map((evidence) => (
        <section class="snapshot" aria-label={evidence.title} key={evidence.id}>
          <SnapshotHead evidence={evidence} />
          <Pictured evidence={evidence} />
          {read
            .filter((each) => each !== evidence && sameLook(each, evidence))
            .map((older) => (
              <details class="older" key={older.id}>
                <summary>{evidenceWords.asItWas(minute(older.tick))}</summary>
                <Pictured evidence={older} />
              </details>
            ))}
        </section>
      ))}
      <section class="looks" aria-label={lookWords.asks[tab]}>
        <h3>{read.length === 0 ? lookWords.asks[tab] : evidenceWords.further}</h3>
        {offers(state.menu, tab).map((offer) => {
          const words = LOOK_WORDS[offer.look.type];
          return (
            <LookRow
              key={JSON.stringify(offer.look)}
              offer={offer}
              words={words?.verb ?? lookWords.open}
              {...(words === undefined ? {} : { says: words.says })}
            />
          );
        })}
      </section>
    </div>
  );
}

function Pictured({ evidence }: { readonly evidence: Evidence }) {
  const { state, session } = usePlay();
  const { brief } = session;
  if (!isPictured(evidence.body)) return null;
  return (
    <BodyView
      body={withNames(evidence.body, [...state.observation.stations, ...brief.stakeholders])}
      label={evidence.title}
      at={{ startClock: brief.startClock, tickSeconds: brief.tickSeconds, now: evidence.tick }}
    />
  );
}
