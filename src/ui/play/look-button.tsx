import type { LookOffer } from '../../domain/observation.ts';
import { duration } from '../../domain/time.ts';
import { lookWords } from '../../game/words/looks.ts';
import { Button } from '../common/button.tsx';
import { usePlay } from './play-ui.ts';

interface Props {
  readonly offer: LookOffer;
  readonly words?: string; // in place of "Open"
  readonly says?: string;
}

/** A look that can be asked for: what it is, what it costs, and the button. */
export function LookRow({ offer, words = lookWords.open, says }: Props) {
  const { act, state } = usePlay();
  const busy = state.jumpingTo !== null;
  return (
    <div class="look-row" data-look={JSON.stringify(offer.look)}>
      <div>
        <p>
          <b>{offer.label}</b>
        </p>
        {says !== undefined && <p class="small soft">{says}</p>}
        {offer.refusal !== null && <p class="small soft">{offer.refusal}</p>}
      </div>
      <span class="cost small soft">{lookWords.takes(duration(offer.costSeconds))}</span>
      <Button
        small
        label={lookWords.button(words, offer.label, duration(offer.costSeconds))}
        refusal={offer.refusal ?? (busy ? lookWords.oneAtATime : null)}
        onPress={() => act(offer.look)}
      >
        {words}
      </Button>
    </div>
  );
}

export function Looking() {
  const { state, clock } = usePlay();
  if (state.jumpingTo === null) return null;
  const { busyUntil, tick } = state.observation;
  return (
    <p class="looking" role="status">
      {(busyUntil > tick ? lookWords.looking : lookWords.waiting)(clock(state.jumpingTo))}
    </p>
  );
}
