import { useEffect, useState } from 'preact/hooks';
import { duration } from '../../domain/time.ts';
import type { Principle } from '../../game/engine.ts';
import type { Scene } from '../../game/guide/advice-words.ts';
import { hintFor, ladderOf, type Hint } from '../../game/guide/hints.ts';
import type { Target } from '../../game/guide/target.ts';
import { Button } from '../common/button.tsx';
import { Filled } from '../common/filled.tsx';
import { announce } from '../common/live.tsx';
import { command } from '../../game/commands/command.ts';
import { guideWords as words } from '../../game/words/guide.ts';
import { boundKey, offer, useCommands } from '../shell/command-center.ts';
import { refusalSentence, usePlay, type Play } from '../play/play-ui.ts';
import { reveal } from './lit.ts';

export interface HintUse {
  readonly hint: Hint | null; // the last rung that was taken and not yet left behind
  readonly refusal: string | null; // why the next cannot be had now
  readonly offered: boolean;
  readonly left: boolean; // there is one more
  readonly take: () => void;
}

/** The ladder on the night as it stands. Which rungs were taken is in the log, and nowhere else. */
export function useHints(play: Play, scene: Scene): HintUse {
  const { state, session } = play;
  const { observation } = state;
  const ladder = ladderOf(observation, state.log, session.brief);
  const hint = ladder.taken === 0 || ladder.explained ? null : hintFor(ladder.taken, scene);
  const waitTicks = ladder.nextTick - observation.tick;
  const refusal =
    ladder.next === null ? words.allTaken : waitTicks > 0 ? words.wait(duration(waitTicks * session.brief.tickSeconds)) : null;
  useEffect(() => {
    const key = boundKey('guide/help');
    if (ladder.offered) announce(key === undefined ? words.canBeHad : words.canBeHadBy(key));
  }, [ladder.offered]);
  useEffect(() => {
    if (hint !== null && hint.says !== '') announce(words.says(hint.says));
  }, [hint?.rung, hint === null]);
  const take = (): void => {
    if (ladder.next !== null) play.act({ type: 'hint', rung: ladder.next });
  };
  const refuse = (reason: string): void => {
    play.ui.refused.value = refusalSentence(reason); // as the button shows it
    announce(reason);
  };
  const canBeHad = state.hints && state.mode === 'live';
  useCommands(() =>
    canBeHad ? [offer(command('guide/help', 'Go', words.command.words, { also: words.command.also, refusal }), take, refuse)] : [],
  );
  return { hint, refusal, offered: ladder.offered, left: canBeHad && ladder.next !== null, take };
}

/** "Hint" says why it has to wait; it never counts. */
export function HintButton({ use }: { readonly use: HintUse }) {
  const { ui } = usePlay();
  if (!use.left) return null;
  return (
    <Button
      small
      kind="quiet"
      icon="help"
      keys={boundKey('guide/help')}
      class={use.offered ? 'offered' : ''}
      refusal={use.refusal}
      onRefused={(reason) => (ui.refused.value = refusalSentence(reason))}
      onPress={use.take}
    >
      {use.hint !== null ? words.more : use.offered ? words.stuck : words.hint}
    </Button>
  );
}

export function HintCard({ hint, scene }: { readonly hint: Hint; readonly scene: Scene }) {
  return (
    <div class={hint.rung === 4 ? 'hint hint-step' : 'hint'} role="group" aria-label={words.hint}>
      {hint.cites === null ? <p>{hint.says}</p> : <PrincipleLine id={hint.cites} />}
      {hint.rung === 4 ? <WorkedStep scene={scene} /> : hint.lit !== null && <ShowMe target={hint.lit} />}
    </div>
  );
}

export function ShowMe({ target, onShown }: { readonly target: Target; readonly onShown?: () => void }) {
  const play = usePlay();
  const show = (): void => {
    onShown?.();
    reveal(target, play);
  };
  return (
    <Button small onPress={show}>
      {words.showMe}
    </Button>
  );
}

function PrincipleLine({ id }: { readonly id: string }) {
  const { app } = usePlay();
  const [found, setFound] = useState<Principle | null>(null);
  useEffect(() => {
    let gone = false;
    void app
      .engine()
      .then((engine) => engine.principle(id))
      .then((principle) => {
        if (!gone) setFound(principle);
      });
    return () => {
      gone = true;
    };
  }, [id]);
  return (
    <p aria-live="polite">
      {found === null ? (
        '…'
      ) : (
        <Filled words={words.cited} with={{ says: found.says, source: <span class="small soft">{words.source(found.source)}</span> }} />
      )}
    </p>
  );
}

/** The step can be done once its reason stands in the player's own words; the clock waits while they are written. */
function WorkedStep({ scene }: { readonly scene: Scene }) {
  const { act, session } = usePlay();
  const [why, setWhy] = useState('');
  const [writing, setWriting] = useState(false);
  useEffect(() => (writing ? session.hold() : undefined), [writing, session]);
  const { decision } = scene.advice;
  const go = (event: Event): void => {
    event.preventDefault();
    if (why.trim() === '' || !act({ type: 'hint', rung: 4, why: why.trim() })) return;
    if ('act' in decision) act(decision.act);
    else session.wait(decision.wait * session.brief.tickSeconds);
  };
  return (
    <form onSubmit={go}>
      <label for="hint-why">{words.why}</label>
      <input
        id="hint-why"
        class="input"
        type="text"
        maxLength={160}
        autocomplete="off"
        value={why}
        onInput={(event) => setWhy(event.currentTarget.value)}
        onFocus={() => setWriting(true)}
        onBlur={() => setWriting(false)}
      />
      <Button small submit refusal={why.trim() === '' ? words.whyFirst : null}>
        {words.doIt}
      </Button>
    </form>
  );
}
