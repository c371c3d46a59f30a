import { clockText } from '../../game/debrief-clock.ts';
import type { Citation, RunFacts, ScoreLine } from '../../game/debrief-facts.ts';
import { Mono } from '../common/mono.tsx';
import { scoreWords } from '../../game/words/score.ts';

export function CitationLine({ citation }: { readonly citation: Citation }) {
  return (
    <p class="citation small">
      <cite>{citation.source}</cite>: {citation.says}
    </p>
  );
}

interface ScoreLineViewProps {
  readonly run: RunFacts;
  readonly line: ScoreLine;
  readonly onEvidence: (id: string) => void;
}

/** One verdict: points, time, reason, the evidence it rests on, and the playbook's words. */
export function ScoreLineView({ run, line, onEvidence }: ScoreLineViewProps) {
  const notes = line.evidence.flatMap((id) => run.evidence.find((note) => note.id === id) ?? []);
  return (
    <li class={line.points < 0 ? 'score-line lost' : line.points > 0 ? 'score-line won' : 'score-line'}>
      <span class="score-points">
        <Mono bold>{scoreWords.points(line.points)}</Mono>
        {line.max > 0 && <span class="small soft">{` ${scoreWords.ofMost(line.max)}`}</span>}
      </span>
      <div>
        <p>
          {line.tick !== null && !scoreWords.tellsTime(line.text) && (
            <>
              <Mono class="soft">{clockText(run.clock, line.tick)}</Mono>{' '}
            </>
          )}
          {line.text}
        </p>
        {notes.length > 0 && (
          <p class="small evidence-links">
            {notes.map((note) => (
              <button key={note.id} type="button" class="link" onClick={() => onEvidence(note.id)}>
                {scoreWords.evidenceAt(note.title, clockText(run.clock, note.tick))}
              </button>
            ))}
          </p>
        )}
        {line.citations.map((citation) => (
          <CitationLine key={citation.id} citation={citation} />
        ))}
      </div>
    </li>
  );
}
