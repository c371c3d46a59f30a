import type { Evidence } from '../../domain/evidence.ts';
import { lookTitle } from '../../domain/looked-by.ts';
import { tabOf } from '../../game/evidence-tabs.ts';
import type { RoomView } from '../../game/room.ts';
import { roomWords } from '../../game/words/room.ts';
import { LookRow } from '../play/look-button.tsx';
import { LOOK_WORDS } from '../play/look-words.ts';
import { usePlay } from '../play/play-ui.ts';

/** The looks that tell of a station: those that were made lead to their tab, the others say what they cost. */
export function RoomEvidence({ view: { opened, unopened }, sheet }: { readonly view: RoomView; readonly sheet: boolean }) {
  const { session, ui, minute } = usePlay();
  const show = ({ look }: Evidence): void => {
    const tab = tabOf(look);
    ui.tab.value = tab;
    ui.phone.value = 'evidence';
    if (sheet) ui.station.value = null;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.evidence [role="tab"][aria-selected="true"]')?.focus()),
    );
  };
  if (opened.length + unopened.length === 0) return null;
  return (
    <section aria-label={roomWords.evidence.title}>
      <h3>{roomWords.evidence.title}</h3>
      {opened.length > 0 && (
        <ul class="room-opened">
          {opened.map((evidence) => (
            <li key={evidence.id}>
              <button type="button" class="chip" onClick={() => show(evidence)}>
                {roomWords.evidence.read(evidence.id, lookTitle(evidence, session.brief.system.colleagues), minute(evidence.tick))}
              </button>
            </li>
          ))}
        </ul>
      )}
      {unopened.map((offer) => {
        const words = LOOK_WORDS[offer.look.type];
        return (
          <LookRow
            key={JSON.stringify(offer.look)}
            offer={offer}
            {...(words === undefined ? {} : { words: words.verb, says: words.says })}
          />
        );
      })}
    </section>
  );
}
