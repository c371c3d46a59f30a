import { formatValue } from '../../domain/metric.ts';
import type { RunFacts, VerdictFacts } from '../../game/debrief-facts.ts';
import { difficultyWords } from '../../game/words/difficulty.ts';
import { Mono } from '../common/mono.tsx';
import { ScoreLineView } from './score-line.tsx';
import { scoreWords } from '../../game/words/score.ts';

const tenth = (value: number): number => Math.round(value * 10) / 10;

const RING = 2 * Math.PI * 35;

/** The response score as a ring: how good the decisions were. */
function ScoreRing({ total }: { readonly total: number }) {
  const whole = Number.isInteger(tenth(total));
  return (
    <svg class="ring" viewBox="0 0 80 80" aria-hidden="true">
      <circle cx="40" cy="40" r="35" class="ring-back" />
      <circle
        cx="40"
        cy="40"
        r="35"
        class="ring-front"
        stroke-dasharray={`${(RING * Math.max(0, Math.min(100, total))) / 100} ${RING}`}
        transform="rotate(-90 40 40)"
      />
      <text x="40" y={whole ? 51 : 49} text-anchor="middle" class={whole ? undefined : 'fraction'}>
        {scoreWords.score(total)}
      </text>
    </svg>
  );
}

interface HeadlinesProps {
  readonly verdict: VerdictFacts;
  readonly stillOpen: string; // what can still be earned, "" when all is decided
  readonly heading: 'h2' | 'h3'; // h2 where nothing stands over it
}

/** The two headline figures, side by side and never merged. */
export function Headlines({ verdict, stillOpen, heading: Heading }: HeadlinesProps) {
  const { impactAvoided } = verdict;
  return (
    <div class="headlines">
      <ScoreRing total={verdict.total} />
      <div>
        <Heading class="headline-name">
          {scoreWords.responseScore} <span class="for-readers">{scoreWords.ofHundred(verdict.total)}</span>
        </Heading>
        <p class="soft">{stillOpen === '' ? scoreWords.judgedOn : stillOpen}</p>
        {verdict.strictness !== 'standard' && <p class="soft">{difficultyWords.judged[verdict.strictness]}</p>}
      </div>
      <div class="headline-impact">
        {impactAvoided === null ? (
          <>
            <p class="headline-figure">{formatValue(verdict.harmAddedEur, 'eur')}</p>
            <p class="soft">{scoreWords.harmAdded}</p>
          </>
        ) : (
          <>
            <p class="headline-figure">{scoreWords.wholePercent(impactAvoided)}</p>
            <p class="soft">{scoreWords.impactAvoided}</p>
          </>
        )}
      </div>
    </div>
  );
}

interface ScorePartsProps {
  readonly run: RunFacts;
  readonly verdict: VerdictFacts;
  readonly open: string | null; // the part that is open at first
  readonly onEvidence: (id: string) => void;
}

/** The part that lost the most among those that nothing afterwards can change: it stands open at first. */
export const weakestPart = (verdict: VerdictFacts): string | null =>
  [...verdict.parts]
    .filter((part) => part.id !== 'prevention' && part.id !== 'communication' && part.got < part.max)
    .sort((a, b) => b.max - b.got - (a.max - a.got))[0]?.id ?? null;

/** Seven parts with what was got; each opens to its verdicts. */
export function ScoreParts({ run, verdict, open, onEvidence }: ScorePartsProps) {
  return (
    <ul class="parts" aria-label={scoreWords.cardLabel}>
      {verdict.parts.map((part) => (
        <li key={part.id}>
          <details open={part.id === open}>
            <summary>
              <span class="part-name">
                {part.title}
                <span class="small soft">{part.lines.find((line) => line.citations.length > 0)?.citations[0]?.source ?? ''}</span>
              </span>
              <span class="part-got">
                <Mono bold>{scoreWords.score(part.got)}</Mono>
                <span class="soft"> /{part.max}</span>
                <span class="part-bar" aria-hidden="true">
                  <span style={{ width: `${(100 * Math.max(0, part.got)) / part.max}%` }} />
                </span>
              </span>
            </summary>
            <ul class="score-lines">
              {part.lines.length === 0 && <li class="soft small">{scoreWords.nothingEarned}</li>}
              {part.lines.map((line, i) => (
                <ScoreLineView key={i} run={run} line={line} onEvidence={onEvidence} />
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
