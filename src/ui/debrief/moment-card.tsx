import type { ComponentChildren } from 'preact';
import { duration } from '../../domain/time.ts';
import { clockText } from '../../game/debrief-clock.ts';
import type { Moment, RunFacts, ScoreLine } from '../../game/debrief-facts.ts';
import type { MomentScore } from '../../game/debrief-marks.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';
import { CitationLine } from './score-line.tsx';
import { MomentIcon } from './moment-shape.tsx';
import { momentWords } from '../../game/words/moments.ts';
import { scoreWords } from '../../game/words/score.ts';

interface MomentCardProps {
  readonly run: RunFacts;
  readonly moment: Moment;
  readonly score: MomentScore | undefined; // undefined before the verdict
  readonly onChoose: (moment: string) => void;
  readonly children?: ComponentChildren; // what can be done with it
}

function effectWords(run: RunFacts, { kind, tick, effectTick, settlesSeconds: settles, takenBackTick }: Moment): string {
  const { takenBack, carriedOut, began } = momentWords.card;
  if (takenBackTick !== null) return takenBack(clockText(run.clock, takenBackTick));
  if (effectTick === null || kind === 'look' || effectTick <= tick) return '';
  const clock = clockText(run.clock, effectTick);
  return settles === null ? began(clock) : carriedOut(clock, duration(settles.from), duration(settles.to));
}

const expectation = (run: RunFacts, moment: Moment): string =>
  moment.expected === null ? '' : momentWords.card.expected[moment.expected](run.pager.title);

function Judged({ part, line }: { readonly part: string; readonly line: ScoreLine }) {
  return (
    <li>
      <p>
        <Mono bold>{scoreWords.points(line.points)}</Mono> {line.text} <span class="soft">{momentWords.card.part(part)}</span>
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
    moment.refused === null ? '' : momentWords.card.notDone(moment.refused),
  ].filter((text) => text !== '');
  return (
    <section class="moment-card" aria-label={momentWords.card.label}>
      <header>
        <MomentIcon kind={moment.kind} />
        <h3>
          <Mono>{clockText(run.clock, moment.tick)}</Mono> {moment.title}
        </h3>
        <Button
          kind="plain"
          class="bare"
          icon="left"
          label={before === undefined ? momentWords.card.before : momentWords.card.beforeIs(before.title)}
          refusal={before === undefined ? momentWords.card.first : null}
          onPress={() => before !== undefined && onChoose(before.id)}
        />
        <Button
          kind="plain"
          class="bare"
          icon="right"
          label={after === undefined ? momentWords.card.after : momentWords.card.afterIs(after.title)}
          refusal={after === undefined ? momentWords.card.last : null}
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
