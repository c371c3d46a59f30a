import type { ActionChoice } from '../../game/action-groups.ts';
import type { RoomView } from '../../game/room.ts';
import { roomWords } from '../../game/words/room.ts';
import { Button } from '../common/button.tsx';
import { refusalSentence, usePlay } from '../play/play-ui.ts';

const words = roomWords.actions;

/** The changes that would touch a station. Each opens the usual preview. */
export function RoomActions({ view: { station, mitigate, fix } }: { readonly view: RoomView }) {
  const { ui } = usePlay();
  const open = (choice: ActionChoice): void => {
    ui.form.value = Math.max(
      0,
      choice.forms.findIndex((form) => form.refusal === null),
    );
    ui.dialog.value = { kind: 'preview', choice, anchor: null };
  };
  const group = (title: string, choices: readonly ActionChoice[]) =>
    choices.length > 0 && (
      <div class="room-actions" role="group" aria-label={title}>
        <span class="small soft" aria-hidden="true">
          {title}
        </span>
        {choices.map((choice) => (
          <Button
            key={choice.key}
            popup="dialog"
            refusal={choice.forms.every((form) => form.refusal !== null) ? (choice.forms[0]?.refusal ?? null) : null}
            onRefused={(reason) => (ui.refused.value = refusalSentence(reason))}
            onPress={() => open(choice)}
          >
            {choice.label}
          </Button>
        ))}
      </div>
    );
  return (
    <section aria-label={words.title}>
      <h3>{words.title}</h3>
      {mitigate.length + fix.length === 0 && <p class="small soft">{words.none(station.name)}</p>}
      {group(words.mitigate, mitigate)}
      {group(words.fix, fix)}
    </section>
  );
}
