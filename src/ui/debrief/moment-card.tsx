import type { ComponentChildren } from 'preact';
import { clockText } from '../../game/debrief-clock.ts';
import type { Moment, RunFacts, ScoreLine } from '../../game/debrief-facts.ts';
import type { TickScore } from '../../game/debrief-marks.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';
import { CitationLine, points } from './score-line.tsx';
import { MomentIcon } from './moment-shape.tsx';

interface MomentCardProps {
  readonly run: RunFacts;
  readonly moment: Moment;
  readonly score: TickScore | undefined; // undefined before the verdict
  readonly onChoose: (moment: string) => void;
  readonly children?: ComponentChildren; // what can be done with it
}

const effectWords = (run: RunFacts, moment: Moment): string =>
  moment.effectTick === null || moment.kind === 'look' || moment.effectTick <= moment.tick
    ? ''
    : `Began to show at ${clockText(run.clock, moment.effectTick)}.`;

const expectation = (run: RunFacts, moment: Moment): string =>
  moment.expected === null
    ? ''
    : `You expected ${run.pager.title} to be ${moment.expected === 'same' ? 'the same' : moment.expected} afterwards.`;

function Judged({ part, line }: { readonly part: string; readonly line: ScoreLine }) {
  return (
    <li>
      <p>
        <Mono bold>{points(line.points)}</Mono> {line.text} <span class="soft">({part})</span>
      </p>
      {line.citations.slice(0, 1).map((citation) => (
        <CitationLine key={citation.id} citation={citation} />
      ))}
    </li>
  );
}

/** The moment looked at, with what is known about it, and the way to the one before and after. */
export function MomentCard({ run, moment, score, onChoose, children }: MomentCardProps) {
  const index = run.moments.indexOf(moment);
  const before = run.moments[index - 1];
  const after = run.moments[index + 1];
  const words = [
    moment.detail,
    expectation(run, moment),
    effectWords(run, moment),
    moment.refused === null ? '' : `Not done: ${moment.refused}`,
  ].filter((text) => text !== '');
  return (
    <section class="moment-card" aria-label="The moment looked at">
      <header>
        <MomentIcon kind={moment.kind} />
        <h3>
          <Mono>{clockText(run.clock, moment.tick)}</Mono> {moment.title}
        </h3>
        <Button
          kind="plain"
          class="bare"
          icon="left"
          label={before === undefined ? 'Moment before' : `Moment before: ${before.title}`}
          refusal={before === undefined ? 'This is the first moment.' : null}
          onPress={() => before !== undefined && onChoose(before.id)}
        />
        <Button
          kind="plain"
          class="bare"
          icon="right"
          label={after === undefined ? 'Moment after' : `Moment after: ${after.title}`}
          refusal={after === undefined ? 'This is the last moment.' : null}
          onPress={() => after !== undefined && onChoose(after.id)}
        />
      </header>
      {words.length > 0 && <p class="soft">{words.join(' ')}</p>}
      {children}
      {score !== undefined && (
        <ul class="moment-verdicts">
          {score.lines.map(({ part, line }, i) => (
            <Judged key={i} part={part} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}
