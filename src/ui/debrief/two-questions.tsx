import { useMemo } from 'preact/hooks';
import { questionsOf, type Question } from '../../game/debrief-questions.ts';
import type { DebriefControl } from './debrief-control.ts';

function Asked({ control, question, index }: { readonly control: DebriefControl; readonly question: Question; readonly index: 0 | 1 }) {
  const answer = control.state.value.answers[index];
  return (
    <fieldset class="question">
      <legend>
        <span class="question-number">{index + 1}</span>
        {question.text}
      </legend>
      <div class="choices">
        {question.choices.map((choice) => (
          <label key={choice.id} class="choice">
            <input
              type="radio"
              name={`question-${index}`}
              checked={answer.choice === choice.id}
              onChange={() => control.send({ type: 'answer', question: index, answer: { choice: choice.id } })}
            />
            <span>{choice.text}</span>
          </label>
        ))}
      </div>
      <label class="field">
        <span class="small soft">{question.wordsLabel}</span>
        <textarea
          rows={2}
          maxLength={400}
          value={answer.words}
          onInput={(event) => control.send({ type: 'answer', question: index, answer: { words: event.currentTarget.value } })}
        />
      </label>
    </fieldset>
  );
}

/** Two questions about one decision of this run. Nothing here is right or wrong. */
export function TwoQuestions({ control }: { readonly control: DebriefControl }) {
  const run = control.run.value!;
  const pair = useMemo(() => questionsOf(run), [run]);
  return (
    <div class="two-questions">
      {pair.questions.map((question, index) => (
        <Asked key={index} control={control} question={question} index={index === 0 ? 0 : 1} />
      ))}
    </div>
  );
}
