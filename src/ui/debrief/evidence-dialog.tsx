import { clockText } from '../../game/debrief-clock.ts';
import type { EvidenceNote, RunFacts } from '../../game/debrief-facts.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { Mono } from '../common/mono.tsx';
import { BodyView } from '../evidence/body-view.tsx';
import { debriefWords } from '../../game/words/debrief.ts';
import { roomWords } from '../../game/words/rooms.ts';

export function Findings({ note }: { readonly note: EvidenceNote }) {
  return note.findings.length === 0 ? (
    <p class="small soft">{debriefWords.noFigures}</p>
  ) : (
    <ul class="findings">
      {note.findings.map((finding) => (
        <li key={finding}>{finding}</li>
      ))}
    </ul>
  );
}

/** One piece of evidence as it was read in play. */
export function EvidenceDialog({
  run,
  note,
  onClose,
}: {
  readonly run: RunFacts;
  readonly note: EvidenceNote;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      title={note.title}
      aside={<span class="small soft">{debriefWords.seenAt(clockText(run.clock, note.tick))}</span>}
      wide={note.body !== null}
      onClose={onClose}
    >
      {note.body === null ? (
        <Findings note={note} />
      ) : (
        <BodyView body={note.body} label={note.title} at={{ ...run.clock, now: note.tick }} />
      )}
      <footer>
        <Button onPress={onClose}>{roomWords.close}</Button>
      </footer>
    </Dialog>
  );
}

/** What had been seen by a moment, newest last; each piece opens to its figures. */
export function EvidenceList({
  run,
  notes,
  open = false,
}: {
  readonly run: RunFacts;
  readonly notes: readonly EvidenceNote[];
  readonly open?: boolean;
}) {
  return (
    <ul class="evidence-list">
      {notes.map((note) => (
        <li key={note.id}>
          <details open={open}>
            <summary>
              <Mono class="soft">{clockText(run.clock, note.tick)}</Mono>
              <span>{note.title}</span>
            </summary>
            <Findings note={note} />
          </details>
        </li>
      ))}
    </ul>
  );
}
