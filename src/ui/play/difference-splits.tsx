import { offers } from '../../game/evidence-tabs.ts';
import { differenceWords } from '../../game/words/difference.ts';
import { LookRow } from './look-button.tsx';
import { usePlay } from './play-ui.ts';

const words = differenceWords.panel;

/** Looks that split figures by a dimension: what charts of averages cannot tell. */
export function Splits() {
  const { state } = usePlay();
  const open = offers(state.menu, 'segments').filter(({ look }) => look.type === 'look-segments');
  if (open.length === 0) return null;
  return (
    <details class="difference-more">
      <summary>{words.splits(open.length)}</summary>
      {open.map((offer) => (
        <LookRow key={JSON.stringify(offer.look)} offer={offer} words={words.split} />
      ))}
    </details>
  );
}
