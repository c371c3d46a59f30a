import type { DrillCard as Card } from '../../game/engine.ts';
import { Mono } from '../common/mono.tsx';

interface Props {
  readonly card: Card;
  readonly best: number | null; // response score, 0..100
  readonly played: boolean;
  readonly onPress: () => void;
}

const WORDS = ['', 'first steps', 'on call', 'tricky', 'hard', 'very hard'] as const;

export function DrillCard({ card, best, played, onPress }: Props) {
  return (
    <button type="button" class="card" onClick={onPress}>
      <RouteDrawing />
      <span class="card-title">{card.title}</span>
      <span class="soft">{card.system}</span>
      <span class="card-foot">
        <span>{card.minutes} min</span>
        <span class="pips">
          <span class="for-readers">
            , difficulty {card.difficulty} of 5, {WORDS[card.difficulty]},{' '}
          </span>
          {[1, 2, 3, 4, 5].map((pip) => (
            <i key={pip} class={pip <= card.difficulty ? 'on' : ''} aria-hidden="true" />
          ))}
        </span>
        <span class="pip-word soft" aria-hidden="true">
          {WORDS[card.difficulty]}
        </span>
        <span class="best">
          {best === null ? (
            <span class="soft">{played ? 'played' : 'not played'}</span>
          ) : (
            <>
              best <Mono bold>{String(Math.round(best))}</Mono>
            </>
          )}
        </span>
      </span>
    </button>
  );
}

function RouteDrawing() {
  return (
    <svg class="route" viewBox="0 0 214 58" aria-hidden="true">
      <g fill="none" stroke="var(--line)" stroke-linecap="round">
        <path stroke-width="6" d="M4 42h40c16 0 18-22 34-22h128" />
        <path stroke-width="2.6" d="M116 26v30M122 26v30" />
      </g>
      <path d="M116 26v30" stroke="var(--core)" stroke-width="2.6" stroke-dasharray="1.5 3.5" />
      <g fill="var(--panel)" stroke="var(--core)" stroke-width="3.6">
        <circle cx="36" cy="42" r="7" />
        <circle cx="119" cy="20" r="8" />
        <circle cx="205" cy="20" r="6.5" />
      </g>
    </svg>
  );
}
