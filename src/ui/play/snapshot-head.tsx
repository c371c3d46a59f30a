import type { Evidence } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
import { SLOTS, SLOT_TITLES } from '../../game/board.ts';
import { factsOf } from '../../game/inspect-facts.ts';
import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';
import { announce } from '../common/live.tsx';
import { Terms } from '../glossary/terms.tsx';
import { ByColleague } from './by-colleague.tsx';
import { usePlay } from './play-ui.ts';

/** Title and moment of a snapshot, its readings, and the way to the board. */
export function SnapshotHead({ evidence, readings = false }: { readonly evidence: Evidence; readonly readings?: boolean }) {
  const { clock } = usePlay();
  return (
    <header class="snapshot-head">
      <h3 tabIndex={-1} data-evidence={evidence.id}>
        <Terms text={evidence.title} /> <Mono class="small soft">{clock(evidence.tick)}</Mono>
        <ByColleague evidence={evidence} />
      </h3>
      <div class="window-tools">
        <InspectFrom evidence={evidence} />
        <UseAsEvidence evidence={evidence} />
      </div>
      {readings && evidence.readings.length > 0 && (
        <ul class="readings">
          {evidence.readings.map((reading) => (
            <li key={reading.key}>
              <Terms text={reading.label} /> <Mono bold>{formatValue(reading.value, reading.unit)}</Mono>
              {reading.normal !== undefined && (
                <span class="small soft"> {evidenceWords.normal(formatValue(reading.normal, reading.unit))}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

/** Sets a fact of this evidence beside another: the place that is still open, else the second, is looked for here. */
export function InspectFrom({ evidence }: { readonly evidence: Evidence }) {
  const { ui, session } = usePlay();
  if (factsOf(evidence, session.brief.system.colleagues).length === 0) return null;
  const open = (): void => {
    const [one, other] = ui.inspected.value;
    if (one !== '' && other !== '') ui.inspected.value = [one, ''];
    ui.dialog.value = { kind: 'inspect', from: evidence.id };
  };
  return (
    <Button kind="quiet" small icon="weigh" popup="dialog" label={evidenceWords.inspectFrom(evidence.title)} onPress={open}>
      {evidenceWords.inspectHere}
    </Button>
  );
}

/** Puts a piece of evidence on the first slot of the board that has an answer without it. */
export function UseAsEvidence({ evidence }: { readonly evidence: Evidence }) {
  const { app, ui } = usePlay();
  const { draft } = app.state();
  const used = SLOTS.filter((slot) => draft.evidence[slot].includes(evidence.id));
  const use = (): void => {
    const slot =
      SLOTS.find((each) => draft[each] !== null && !draft.evidence[each].includes(evidence.id)) ??
      SLOTS.find((each) => !draft.evidence[each].includes(evidence.id)) ??
      'changed';
    if (draft[slot] === null) {
      app.setDraft({ ...draft, evidence: { ...draft.evidence, [slot]: [...draft.evidence[slot], evidence.id] } });
      ui.dialog.value = { kind: 'slot', slot };
      return;
    }
    app.setDraft({ ...draft, evidence: { ...draft.evidence, [slot]: [...draft.evidence[slot], evidence.id] } });
    announce(evidenceWords.putUnder(evidence.title, SLOT_TITLES[slot]));
  };
  return (
    <Button kind="quiet" small icon="plus" refusal={used.length === SLOTS.length ? evidenceWords.inAllSlots : null} onPress={use}>
      {used.length === 0 ? evidenceWords.use : evidenceWords.onBoard(used.length)}
    </Button>
  );
}
