import type { Evidence } from '../../domain/evidence.ts';
import { inShort } from '../../game/telling.ts';
import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { announce } from '../common/live.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { ByColleague } from './by-colleague.tsx';
import { usePlay } from './play-ui.ts';

interface Props {
  readonly legend: string;
  readonly evidence: readonly Evidence[];
  readonly picked: readonly string[];
  readonly onPick: (ids: string[]) => void;
  readonly bearing?: (evidence: Evidence) => string | null; // why it does not bear on the matter; said of what is picked
}

const MOST = 12;

/** Boxes to tick, one for each look that was made. */
export function EvidencePicker({ legend, evidence, picked, onPick, bearing }: Props) {
  const { minute, state } = usePlay();
  const toggle = (each: Evidence): void => {
    const has = picked.includes(each.id);
    onPick(has ? picked.filter((id) => id !== each.id) : [...picked, each.id].slice(0, MOST));
    const why = has ? null : (bearing?.(each) ?? null);
    if (why !== null) announce(evidenceWords.noBearing(why));
  };
  return (
    <fieldset class="picker">
      <legend>{legend}</legend>
      {evidence.length === 0 && <p class="soft">{evidenceWords.none}</p>}
      {evidence.map((each) => (
        <label key={each.id} class="picker-row">
          <input type="checkbox" checked={picked.includes(each.id)} onChange={() => toggle(each)} />
          <span>
            <b>{each.title}</b> <span class="small soft">{minute(each.tick)}</span>
            <ByColleague evidence={each} />
            <span class="small soft block">{inShort(each, state.observation)}</span>
            {picked.includes(each.id) && <Bearing why={bearing?.(each) ?? null} />}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Bearing({ why }: { readonly why: string | null }) {
  if (why === null) return null;
  return (
    <span class="small block no-bearing">
      <StatusMark state="unknown" label="" /> {evidenceWords.noBearing(why)}
    </span>
  );
}
