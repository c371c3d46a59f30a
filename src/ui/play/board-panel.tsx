import type { BeliefView, SlotView } from '../../game/board.ts';
import { boardWords } from '../../game/words/board.ts';
import { Button } from '../common/button.tsx';
import { Icon } from '../common/icon.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { Pins } from './board-pins.tsx';
import { useCountedOut } from './counted-out.ts';
import { EvidenceChip } from './evidence-chip.tsx';
import { boundKey } from '../shell/command-center.ts';
import { refusalSentence, usePlay } from './play-ui.ts';

/** Three slots that are claimed together, and the hypotheses under them. */
export function BoardPanel() {
  const play = usePlay();
  const { board, ui, minute } = play;
  const countedOut = useCountedOut(play);
  const last = board.claims.at(-1);
  return (
    <section class="board" data-region aria-labelledby="board-title" tabIndex={-1}>
      <header class="panel-head">
        <h2 id="board-title">{boardWords.title}</h2>
        {boundKey('show/board') !== undefined && (
          <kbd class="key" aria-hidden="true">
            {boundKey('show/board')}
          </kbd>
        )}
      </header>
      <ul class="slots">
        {board.slots.map((slot) => (
          <li key={slot.slot}>
            <SlotCard view={slot} />
          </li>
        ))}
      </ul>
      <Pins />
      {last === undefined ? (
        <div class="claim">
          <Button
            small
            refusal={board.missing}
            onPress={() => (ui.dialog.value = { kind: 'claim' })}
            onRefused={(reason) => (ui.refused.value = refusalSentence(reason))}
          >
            {boardWords.claim}
          </Button>
          <span class="small soft">{board.missing ?? boardWords.allStand}</span>
        </div>
      ) : (
        <div class="claim">
          <StatusMark state="you" label={boardWords.claimed} />
          <span class="small soft">{boardWords.claimedAt(minute(last.tick), last.confidence)}</span>
          <Button kind="quiet" small refusal={board.missing} onPress={() => (ui.dialog.value = { kind: 'claim' })}>
            {boardWords.claimAgain}
          </Button>
        </div>
      )}
      <h3 id="beliefs-title" class="beliefs-title">
        {boardWords.hypotheses}
      </h3>
      <ul class="beliefs" aria-labelledby="beliefs-title">
        {board.beliefs.map((belief) => (
          <li key={belief.cause.id}>
            <BeliefRow belief={belief} against={countedOut.get(belief.cause.text) ?? []} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SlotCard({ view }: { readonly view: SlotView }) {
  const { ui } = usePlay();
  const filled = view.picked !== null;
  return (
    <button
      type="button"
      class={`slot ${filled ? 'filled' : ''}`}
      aria-haspopup="dialog"
      onClick={() => (ui.dialog.value = { kind: 'slot', slot: view.slot })}
    >
      <span class="small soft">{view.title}</span>
      <span class="slot-mark">
        {filled ? <StatusMark state="verified" label={boardWords.filled} /> : <StatusMark state="unknown" label={boardWords.open} />}
      </span>
      <span class="slot-text">{view.picked?.text ?? boardWords.pickOne}</span>
      {view.evidence.length > 0 && (
        <span class="chips">
          {view.evidence.map((each) => (
            <EvidenceChip key={each.id} evidence={each} />
          ))}
        </span>
      )}
    </button>
  );
}

/** @param against titles of evidence that the coach counts against it, where there is a coach */
function BeliefRow({ belief, against }: { readonly belief: BeliefView; readonly against: readonly string[] }) {
  const { ui } = usePlay();
  const { status } = belief;
  const mark =
    status === null ? null : status === 'excluded' ? 'close' : status === 'supported' ? 'right' : status === 'weakened' ? 'down' : 'more';
  return (
    <button
      type="button"
      class={`belief ${status ?? 'unset'}`}
      aria-haspopup="dialog"
      onClick={() => (ui.dialog.value = { kind: 'belief', belief })}
    >
      <span class="belief-mark">{mark === null ? <Icon name="plus" /> : <Icon name={mark} />}</span>
      <span class="belief-words">
        <span class="belief-text">{belief.cause.text}</span>
        {against.length > 0 && status !== 'excluded' && <span class="small soft">{boardWords.against(against)}</span>}
      </span>
      <span class="small soft">{status === null ? '' : boardWords.belief(status, status === 'excluded' ? null : belief.confidence)}</span>
    </button>
  );
}
