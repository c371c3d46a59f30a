import './inspect.css';
import { useState } from 'preact/hooks';
import { SLOTS, SLOT_TITLES, withPin } from '../../game/board.ts';
import type { Slot } from '../../game/board.ts';
import { inspect } from '../../game/inspect.ts';
import type { Fact } from '../../game/inspect-facts.ts';
import { factsOf } from '../../game/inspect-facts.ts';
import { whenText } from '../../game/when.ts';
import { inspectWords } from '../../game/words/inspect.ts';
import { dialogWords } from '../../game/words/play-dialogs.ts';
import { formatValue } from '../../domain/metric.ts';
import type { Tick } from '../../domain/time.ts';
import { announce } from '../common/live.tsx';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { usePlay } from './play-ui.ts';

const words = inspectWords.dialog;
const MARKS = { agree: 'healthy', differ: 'warn', apart: 'unknown' } as const;

/** Pick two facts and learn whether they agree. Nothing of it is logged. */
export function InspectDialog({ onClose }: { readonly onClose: () => void }) {
  const { state, session, app, minute } = usePlay();
  const groups = state.observation.evidence
    .map((evidence) => ({ evidence, facts: factsOf(evidence) }))
    .filter(({ facts }) => facts.length > 0);
  const facts = groups.flatMap((group) => group.facts);
  const [one, setOne] = useState('');
  const [two, setTwo] = useState('');
  const [slot, setSlot] = useState<Slot>('changed');
  const [a, b] = [one, two].map((id) => facts.find((fact) => fact.id === id));
  const found = a === undefined || b === undefined ? null : inspect(a, b, session.brief.tickSeconds);
  const when = (at: Tick): string => whenText(at, state.observation.tick, session.brief.tickSeconds, minute);
  const value = (fact: Fact): string =>
    fact.kind === 'figure' ? formatValue(fact.value, fact.unit) : fact.kind === 'version' ? fact.text : when(fact.at);
  const pin = (): void => {
    if (a === undefined || b === undefined || found === null) return;
    const { draft } = app.state();
    const evidence = [...new Set([a.evidence, b.evidence])];
    const slotEvidence = [...new Set([...draft.evidence[slot], ...evidence])].slice(0, 12);
    const text = words.pinText(a.label, b.label, found.sentence);
    app.setDraft(withPin({ ...draft, evidence: { ...draft.evidence, [slot]: slotEvidence } }, { text, evidence }));
    announce(words.pinned(SLOT_TITLES[slot]));
    onClose();
  };
  const picker = (name: string, picked: string, pick: (id: string) => void, first: boolean) => (
    <label class="field">
      <span>{name}</span>
      <select value={picked} onChange={(event) => pick(event.currentTarget.value)} {...(first ? { 'data-autofocus': true } : {})}>
        <option value="">{words.pick}</option>
        {groups.map(({ evidence, facts: its }) => (
          <optgroup key={evidence.id} label={words.group(evidence.title, minute(evidence.tick))}>
            {its.map((fact) => (
              <option key={fact.id} value={fact.id}>
                {words.fact(fact.label, value(fact))}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
  return (
    <Dialog title={words.title} onClose={onClose} aside={<p class="small soft">{words.free}</p>}>
      {facts.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <div class="inspect">
          {picker(words.first, one, setOne, true)}
          {picker(words.second, two, setTwo, false)}
          <p class="inspect-result" role="status">
            {found === null ? (
              <span class="soft">{words.ask}</span>
            ) : (
              <>
                <StatusMark state={MARKS[found.verdict]} label="" /> <span>{found.sentence}</span>
              </>
            )}
          </p>
          {a !== undefined && b !== undefined && a.tick !== b.tick && (
            <p class="small soft">{words.readAt(minute(a.tick), minute(b.tick))}</p>
          )}
          {found?.verdict === 'differ' && (
            <label class="field">
              <span>{words.pinUnder}</span>
              <select value={slot} onChange={(event) => setSlot(event.currentTarget.value as Slot)}>
                {SLOTS.map((each) => (
                  <option key={each} value={each}>
                    {SLOT_TITLES[each]}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
      <footer>
        <Button onPress={onClose}>{dialogWords.close}</Button>
        {found?.verdict === 'differ' && (
          <Button kind="primary" icon="pin" onPress={pin}>
            {words.pin}
          </Button>
        )}
      </footer>
    </Dialog>
  );
}
