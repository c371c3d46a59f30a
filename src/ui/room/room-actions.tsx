import type { ActionChoice } from '../../game/action-groups.ts';
import type { RoomView } from '../../game/room.ts';
import { Button } from '../common/button.tsx';
import { usePlay } from '../play/play-ui.ts';

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
            onRefused={(reason) => (ui.refused.value = reason)}
            onPress={() => open(choice)}
          >
            {choice.label}
          </Button>
        ))}
      </div>
    );
  return (
    <section aria-label="Actions here">
      <h3>Actions here</h3>
      {mitigate.length + fix.length === 0 && <p class="small soft">No change on offer touches {station.name}.</p>}
      {group('Mitigate', mitigate)}
      {group('Fix', fix)}
    </section>
  );
}
