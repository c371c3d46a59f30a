import { useEffect, useRef } from 'preact/hooks';
import { pageText } from '../../domain/page-text.ts';
import { briefingWords } from '../../game/words/briefing.ts';
import { Button } from '../common/button.tsx';
import { announce } from '../common/live.tsx';
import { Mono } from '../common/mono.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { boundKey } from '../shell/command-center.ts';
import { ReadBriefing } from './briefing-dialog.tsx';
import { usePlay } from './play-ui.ts';

/** Before the pager rings, and the page itself: one thing to read, one button. */
export function Briefing() {
  const { session, state, clock, act } = usePlay();
  const { observation } = state;
  const { page } = observation;
  const text = pageText(session.brief.pager.text, page);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (page === null) return undefined;
    announce(briefingWords.aloud(text), 'assertive');
    button.current?.focus({ preventScroll: true }); // read from its head
    return () => announce('', 'assertive'); // taken: whoever reads on does not meet it again
  }, [page === null]);
  return (
    <div class="briefing-layer">
      <section class={`briefing ${page === null ? '' : 'paged'}`} aria-labelledby="briefing-title">
        <Mono bold class="clock">
          {clock(observation.tick)}
        </Mono>
        {page === null ? (
          <>
            <h2 id="briefing-title">{briefingWords.onCall(session.brief.system.title)}</h2>
            {state.guidance !== 'guided' && <p>{firstSentence(session.brief.system.says)}</p>}
            <p class="small soft">{state.paused ? briefingWords.paused : briefingWords.soon}</p>
          </>
        ) : (
          <>
            <p class="page-from small">
              <StatusMark state="crit" label="" /> {briefingWords.page}
            </p>
            <h2 id="briefing-title">{text}</h2>
            {state.guidance !== 'guided' &&
              session.brief.intro.map((sentence) => (
                <p class="soft" key={sentence}>
                  {sentence}
                </p>
              ))}
            <Button kind="primary" keys={boundKey('tell/acknowledge')} buttonRef={button} onPress={() => act({ type: 'acknowledge' })}>
              {briefingWords.acknowledge}
            </Button>
            {state.guidance === 'guided' && <ReadBriefing whole />}
          </>
        )}
      </section>
    </div>
  );
}

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
