import { useSignal } from '@preact/signals';
import {
  EFFORT_MAX,
  effortOf,
  PICKS_MAX,
  preventionCards,
  preventionResult,
  togglePick,
  type PreventionCard,
  type PreventionResult,
} from '../../game/debrief-prevention.ts';
import { Button } from '../common/button.tsx';
import { Icon } from '../common/icon.tsx';
import { announce } from '../common/live.tsx';
import { Mono } from '../common/mono.tsx';
import type { DebriefControl } from './debrief-control.ts';
import { preventionWords as words } from '../../game/words/prevention.ts';

/** The impact sliding from the night as it was (ring) to the night with the item (disc, or triangle where it got worse). */
function SlideView({ result }: { readonly result: PreventionResult }) {
  const width = 216;
  const x = (share: number): number => 10 + (width - 20) * Math.min(1, share);
  const from = x(result.slide.from);
  const to = result.direction === 'same' ? from : x(result.slide.to);
  return (
    <svg class="slide" viewBox={`0 0 ${width} 22`} aria-hidden="true">
      <path d={`M4 11H${width - 4}`} class="slide-rail" />
      {result.direction !== 'same' && <path d={`M${from} 11H${to}`} class={`slide-way ${result.direction}`} />}
      <circle cx={from} cy="11" r="6" class="slide-from" />
      {result.direction === 'lower' && <circle cx={to} cy="11" r="6.5" class="slide-to" />}
      {result.direction === 'same' && <circle cx={from} cy="11" r="2.6" class="slide-to" />}
      {result.direction === 'higher' && <path d={`M${to} 2l9 15h-18z`} class="slide-worse" />}
    </svg>
  );
}

function ResultView({ result }: { readonly result: PreventionResult }) {
  return (
    <div class={`prevention-result ${result.direction}`}>
      <SlideView result={result} />
      <Mono bold>{result.euro}</Mono>
      <p class="small">{result.says}</p>
    </div>
  );
}

function CardView({
  card,
  onToggle,
  playing,
}: {
  readonly card: PreventionCard;
  readonly onToggle: () => boolean; // whether it is picked then
  readonly playing: boolean;
}) {
  const { offer } = card;
  return (
    <li class={card.picked ? 'prevention picked' : 'prevention'}>
      <label>
        <input
          type="checkbox"
          checked={card.picked}
          aria-disabled={card.refusal !== null && !card.picked ? 'true' : undefined}
          aria-describedby={`says-${offer.id}`}
          onChange={(event) => {
            event.currentTarget.checked = onToggle(); // a refused one is unticked here: nothing is drawn anew
          }}
        />
        <span class="prevention-title">{offer.title}</span>
        <span class="small soft effort">{words.effort(offer.effort)}</span>
      </label>
      <p class="small soft" id={`says-${offer.id}`}>
        {offer.says}
      </p>
      {card.result !== null && <ResultView result={card.result} />}
      {card.result === null && card.picked && <p class="small soft">{playing ? words.playing : words.notPlayed}</p>}
    </li>
  );
}

/** Preventions: picked first, then the very same night is played again with them. Items without effect change nothing, and say so. */
export function PreventionStep({ control }: { readonly control: DebriefControl }) {
  const run = control.run.value!;
  const state = control.state.value;
  const { items, together, playing, of: played } = control.reruns.value;
  const refusal = useSignal<string | null>(null);
  const logged = run.picks;
  const current = played !== null && played.length === state.picks.length && played.every((pick) => state.picks.includes(pick));
  const shown = current ? items : new Map([...items].filter(([id]) => state.picks.includes(id)));
  const cards = preventionCards(run.clock, run.preventions, state.picks, shown);
  const toggle = (id: string): boolean => {
    const { picks, refusal: reason } = togglePick(run.preventions, state.picks, id);
    refusal.value = reason;
    if (reason === null) control.send({ type: 'picks', picks });
    else announce(reason);
    return picks.includes(id);
  };
  const play = async (): Promise<void> => {
    refusal.value = await control.playPicks();
  };
  const why = playing ? words.beingPlayed : current ? words.played : state.picks.length === 0 ? words.pickFirst : null;
  const titleOf = (id: string): string => run.preventions.find((one) => one.id === id)?.title ?? id;
  const largest = together === null ? 1 : Math.max(together.impactBeforeEur, together.impactAfterEur);
  return (
    <div class="prevention-step">
      <p class="effort-line">
        <Mono bold>{words.ofMost(effortOf(run.preventions, state.picks), EFFORT_MAX)}</Mono> {words.effortPoints}{' '}
        <Mono bold>{words.ofMost(state.picks.length, PICKS_MAX)}</Mono> {words.items}
        <span class="effort-bar" aria-hidden="true">
          {Array.from({ length: EFFORT_MAX }, (_, i) => (
            <span key={i} class={i < effortOf(run.preventions, state.picks) ? 'spent' : undefined} />
          ))}
        </span>
      </p>
      <ul class="preventions">
        {cards.map((card) => (
          <CardView key={card.offer.id} card={card} playing={playing} onToggle={() => toggle(card.offer.id)} />
        ))}
      </ul>
      {refusal.value !== null && (
        <p class="refusal">
          <Icon name="alerts" /> {refusal.value}
        </p>
      )}
      <p class="small soft">{logged === null ? words.final : words.recorded(logged.map(titleOf))}</p>
      <div class="play-again">
        <Button
          kind={current ? 'plain' : 'primary'}
          icon="retrain"
          refusal={why}
          onRefused={(reason) => {
            refusal.value = reason;
            announce(reason);
          }}
          onPress={() => void play()}
        >
          {words.play}
        </Button>
        {current && together !== null && (
          <section class="together" aria-label={words.togetherLabel}>
            <h3>{items.size > 1 ? words.together : words.sameNight}</h3>
            <ResultView result={preventionResult(run.clock, together, largest)} />
          </section>
        )}
      </div>
    </div>
  );
}
