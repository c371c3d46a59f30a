import './inspect.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SLOTS, SLOT_TITLES, withPin } from '../../game/board.ts';
import type { Slot } from '../../game/board.ts';
import { inspect } from '../../game/inspect.ts';
import type { Fact } from '../../game/inspect-facts.ts';
import { factsOf } from '../../game/inspect-facts.ts';
import { findFacts } from '../../game/inspect-find.ts';
import { whenText } from '../../game/when.ts';
import { inspectWords } from '../../game/words/inspect.ts';
import { dialogWords } from '../../game/words/play-dialogs.ts';
import { formatValue } from '../../domain/metric.ts';
import type { Tick } from '../../domain/time.ts';
import { announce } from '../common/live.tsx';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { Mono } from '../common/mono.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { FactPicker } from './fact-picker.tsx';
import { usePlay } from './play-ui.ts';

const words = inspectWords.dialog;
const MARKS = { agree: 'healthy', differ: 'warn', apart: 'unknown' } as const;
const PLACES = [0, 1] as const;

/** Pick two facts, typed for or from where they stand, and learn whether they agree. Nothing of it is logged. */
export function InspectDialog({ from, onClose }: { readonly from: string | undefined; readonly onClose: () => void }) {
  const { state, session, app, ui, minute } = usePlay();
  const { observation } = state;
  const { tickSeconds, system } = session.brief;
  const facts = observation.evidence.flatMap((each) => factsOf(each, system.colleagues));
  const picked = PLACES.map((place) => facts.find((fact) => fact.id === ui.inspected.value[place]));
  const [a, b] = picked;
  const title = observation.evidence.find(({ id }) => id === from)?.title;
  const first = title === undefined ? '' : `${title} `; // more is typed after it
  const [typed, setTyped] = useState<readonly [string, string]>([first, first]);
  const [slot, setSlot] = useState<Slot>('changed');
  const found = a === undefined || b === undefined ? null : inspect(a, b, tickSeconds);
  const when = (at: Tick): string => whenText(at, observation.tick, tickSeconds, minute);
  const value = (fact: Fact): string =>
    fact.kind === 'figure' ? formatValue(fact.value, fact.unit) : fact.kind === 'version' ? fact.text : when(fact.at);
  const open = PLACES.find((place) => picked[place] === undefined);
  const body = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    body.current?.querySelector<HTMLElement>(open === undefined ? '.inspect-result' : '[role=combobox]')?.focus();
  }, [open]);
  const put = (place: 0 | 1, id: string): void => {
    const [one, other] = ui.inspected.value;
    ui.inspected.value = place === 0 ? [id, other] : [one, id];
    setTyped(['', '']); // the next is looked for among all
  };
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
  const place = (at: 0 | 1) => {
    const fact = picked[at];
    const name = at === 0 ? words.first : words.second;
    if (fact !== undefined)
      return (
        <div key={at} class="fact-card">
          <p class="small soft">{name}</p>
          <p>{fact.label}</p>
          <p class="fact-value">{fact.kind === 'figure' ? <Mono bold>{value(fact)}</Mono> : <b>{value(fact)}</b>}</p>
          <p class="small soft">{words.group(fact.from, minute(fact.tick))}</p>
          <Button kind="quiet" small label={words.changeAloud(name, fact.label)} onPress={() => put(at, '')}>
            {words.change}
          </Button>
        </div>
      );
    if (at !== open)
      return (
        <div key={at} class="fact-card waits">
          <p class="small soft">{name}</p>
          <p class="soft">{words.firstFirst}</p>
        </div>
      );
    const other = picked[1 - at];
    return (
      <FactPicker
        key={at}
        name={name}
        typed={typed[at]}
        onType={(text) => setTyped(at === 0 ? [text, typed[1]] : [typed[0], text])}
        found={findFacts(facts, typed[at], other, tickSeconds)}
        value={value}
        when={(each) => minute(each.tick)}
        autofocus
        onPick={(each) => put(at, each.id)}
      />
    );
  };
  return (
    <Dialog title={words.title} wide onClose={onClose} aside={<p class="small soft">{words.free}</p>}>
      {facts.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <div class="inspect" ref={body}>
          <div class={`fact-pair ${open === undefined ? 'both' : ''}`}>{PLACES.map(place)}</div>
          <div class="inspect-result" role="status" tabIndex={-1}>
            {found === null ? (
              <p class="soft">{words.ask}</p>
            ) : (
              <p>
                <StatusMark state={MARKS[found.verdict]} label="" /> {found.sentence}
              </p>
            )}
            {a !== undefined && b !== undefined && a.tick !== b.tick && (
              <p class="small soft">{words.readAt(minute(a.tick), minute(b.tick))}</p>
            )}
          </div>
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
        {(a !== undefined || b !== undefined) && <Button onPress={() => (ui.inspected.value = ['', ''])}>{words.anew}</Button>}
        {found?.verdict === 'differ' && (
          <Button kind="primary" icon="pin" onPress={pin}>
            {words.pin}
          </Button>
        )}
      </footer>
    </Dialog>
  );
}
