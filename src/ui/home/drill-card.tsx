import './drill-card.css';
import type { DrillCard as Card, DrillSketch } from '../../game/engine.ts';
import { homeWords } from '../../game/words/home.ts';
import { Filled } from '../common/filled.tsx';
import { Mono } from '../common/mono.tsx';

interface Props {
  readonly card: Card;
  readonly best: number | null; // response score, 0..100
  readonly played: boolean;
  readonly onPress: () => void;
}

const words = homeWords.card;

export function DrillCard({ card, best, played, onPress }: Props) {
  const level = words.levels[card.difficulty] ?? '';
  return (
    <button type="button" class="card" onClick={onPress}>
      <SystemSketch sketch={card.sketch} />
      <span class="card-title">{card.title}</span>
      <span class="soft">
        <b class="family">{card.family.replaceAll('-', ' ')}</b> · {card.system}
      </span>
      <span class="card-foot">
        <span>{words.minutes(card.minutes)}</span>
        <span class="pips">
          <span class="for-readers">{words.difficulty(card.difficulty, level)}</span>
          {[1, 2, 3, 4, 5].map((pip) => (
            <i key={pip} class={pip <= card.difficulty ? 'on' : ''} aria-hidden="true" />
          ))}
        </span>
        <span class="pip-word soft" aria-hidden="true">
          {level}
        </span>
        <span class="best">
          {best === null ? (
            <span class="soft">{played ? words.played : words.notPlayed}</span>
          ) : (
            <Filled words={words.best} with={{ score: <Mono bold>{String(Math.round(best))}</Mono> }} />
          )}
        </span>
      </span>
    </button>
  );
}

const [WIDE, HIGH, EDGE] = [214, 66, 8]; // of the drawing, and what its signs need around them

/** The map of the system, small: drills of one system look alike, others do not. */
function SystemSketch({ sketch }: { readonly sketch: DrillSketch }) {
  const place = ([across, down]: readonly [number, number]): [number, number] => [
    Math.round(EDGE + across * (WIDE - 2 * EDGE)),
    Math.round(EDGE + down * (HIGH - 2 * EDGE)),
  ];
  return (
    <svg class="route" viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
      <g fill="none" stroke="var(--line)" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round">
        {sketch.lines.map((way, i) => (
          <polyline key={i} points={way.map((at) => place(at).join(',')).join(' ')} />
        ))}
      </g>
      <g fill="var(--panel)" stroke="var(--core)">
        {sketch.stations.map(({ at, terminus }, i) => {
          const [cx, cy] = place(at);
          return <circle key={i} cx={cx} cy={cy} r={terminus ? 5.6 : 4} stroke-width={terminus ? 3.2 : 2.4} />;
        })}
      </g>
    </svg>
  );
}
