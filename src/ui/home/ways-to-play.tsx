import type { Guidance } from '../../domain/guidance.ts';
import { GUIDANCE_TITLES } from '../../game/difficulty.ts';
import { homeWords } from '../../game/words/home.ts';
import { rove } from '../common/roving.ts';

interface Props {
  readonly chosen: Guidance;
  readonly onChoose: (guidance: Guidance) => void;
}

const ORDER: readonly Guidance[] = ['guided', 'solo', 'watch'];

/** How the next shift is accompanied. */
export function WaysToPlay({ chosen, onChoose }: Props) {
  return (
    <div
      class="segmented ways"
      role="radiogroup"
      aria-label={homeWords.howToPlay}
      onKeyDown={(event) => rove(event, 'button', 'row')?.click()}
    >
      {ORDER.map((each) => (
        <button
          key={each}
          type="button"
          role="radio"
          aria-checked={each === chosen}
          tabIndex={each === chosen ? 0 : -1}
          onClick={() => onChoose(each)}
        >
          {GUIDANCE_TITLES[each]}
        </button>
      ))}
    </div>
  );
}
