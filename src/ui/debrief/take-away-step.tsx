import { useSignal } from '@preact/signals';
import { TAKE_AWAY_LIMIT } from '../../game/debrief-state.ts';
import type { ReviewPair } from '../../game/debrief-facts.ts';
import { Button } from '../common/button.tsx';
import { announce } from '../common/live.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import type { DebriefControl } from './debrief-control.ts';
import { debriefWords } from '../../game/words/debrief.ts';
import { roomWords } from '../../game/words/rooms.ts';

const words = debriefWords.takeAway;
const PERSON_FIRST = [false, true, true, false]; // by place in the list, so that neither side stands for the better statement

function Pair({
  control,
  pair,
  index,
  settled,
}: {
  readonly control: DebriefControl;
  readonly pair: ReviewPair;
  readonly index: number;
  readonly settled: boolean;
}) {
  const answer = control.state.value.review[pair.id];
  const order =
    PERSON_FIRST[index % PERSON_FIRST.length] === true ? (['person', 'condition'] as const) : (['condition', 'person'] as const);
  return (
    <fieldset class="review-pair">
      <legend class="small soft">{words.factor(index + 1)}</legend>
      {order.map((statement) => (
        <label key={statement} class="choice">
          <input
            type="radio"
            name={`pair-${pair.id}`}
            checked={answer === statement}
            disabled={settled && answer !== statement}
            onChange={() => control.send({ type: 'review', pair: pair.id, statement })}
          />
          <span>{pair[statement]}</span>
        </label>
      ))}
      {settled && answer === 'person' && (
        <p class="small said">
          <StatusMark state="warn" label="" /> {words.namesPerson}
        </p>
      )}
      {settled && answer === 'condition' && (
        <p class="small said">
          <StatusMark state="verified" label="" /> {words.namesCondition}
        </p>
      )}
    </fieldset>
  );
}

/** The blameless review: for each contributing factor, which statement goes into the postmortem. */
function Review({ control }: { readonly control: DebriefControl }) {
  const run = control.run.value!;
  const refusal = useSignal<string | null>(null);
  const settled = run.reviewed !== null;
  const open = run.review.filter((pair) => control.state.value.review[pair.id] === undefined).length;
  if (run.review.length === 0) return null;
  return (
    <section class="review" aria-labelledby="review-title">
      <h3 id="review-title">{words.reviewTitle}</h3>
      <div class="review-pairs">
        {run.review.map((pair, index) => (
          <Pair key={pair.id} control={control} pair={pair} index={index} settled={settled} />
        ))}
      </div>
      {!settled && <p class="small soft">{words.reviewFinal}</p>}
      {!settled && (
        <Button
          refusal={open === 0 ? null : words.pairsLeft(open)}
          onRefused={(reason) => {
            refusal.value = reason;
            announce(reason);
          }}
          onPress={() => void control.review().then((reason) => (refusal.value = reason))}
        >
          {words.addReview}
        </Button>
      )}
      {refusal.value !== null && <p class="refusal">{refusal.value}</p>}
      {settled && <p class="small soft">{words.reviewAdded}</p>}
    </section>
  );
}

export function TakeAwayStep({ control, onShare }: { readonly control: DebriefControl; readonly onShare: () => void }) {
  const run = control.run.value!;
  const { go, ports } = control.room;
  const play = (seed: string): void => go({ screen: 'play', scenario: run.scenario, seed, untimed: run.untimed });
  return (
    <div class="take-away">
      <Review control={control} />
      <label class="field take-away-line">
        <span class="field-title">{words.oneThing}</span>
        <textarea
          rows={2}
          maxLength={TAKE_AWAY_LIMIT}
          value={control.state.value.takeAway}
          placeholder={words.placeholder}
          onInput={(event) => control.send({ type: 'take-away', text: event.currentTarget.value })}
        />
        <span class="small soft">{words.kept}</span>
      </label>
      <section class="onward" aria-labelledby="onward-title">
        <h3 id="onward-title">{words.onward}</h3>
        <div class="onward-ways">
          <Button kind="primary" icon="notes" onPress={() => go({ screen: 'story', payload: control.payload.value })}>
            {roomWords.tellTheStory}
          </Button>
          <Button icon="arrow-right" onPress={() => play(ports.newSeed())}>
            {words.anotherSeed}
          </Button>
          <Button icon="restart" onPress={() => play(run.seed)}>
            {words.sameSeed}
          </Button>
          <Button icon="link" popup="dialog" onPress={onShare}>
            {roomWords.shareReplay}
          </Button>
        </div>
        <p class="small soft">{words.seedsDiffer}</p>
      </section>
    </div>
  );
}
