import './thread.css';
import type { StakeholderLine } from '../../domain/observation.ts';
import { duration } from '../../domain/time.ts';
import { personName } from '../../game/person-name.ts';
import { firstSentence, isAnswered, threadOf } from '../../game/thread.ts';
import { alertsWords } from '../../game/words/alerts.ts';
import { threadWords as words } from '../../game/words/thread.ts';
import { Button } from '../common/button.tsx';
import { Icon } from '../common/icon.tsx';
import { Mono } from '../common/mono.tsx';
import { usePlay } from './play-ui.ts';

/** What people say and what the player wrote to them, newest last. */
export function Thread() {
  const { state } = usePlay();
  const { earlier, latest } = threadOf(state.observation.conversation, state.log);
  if (latest.length === 0) return null;
  return (
    <section class="thread" aria-labelledby="thread-title">
      <h3 id="thread-title">{words.title}</h3>
      {earlier.length > 0 && (
        <details class="small">
          <summary>{words.earlier(earlier.length)}</summary>
          <Lines of={earlier} />
        </details>
      )}
      <Lines of={latest} />
    </section>
  );
}

function Lines({ of }: { readonly of: readonly StakeholderLine[] }) {
  return (
    <ol class="alert-list">
      {of.map((line, i) => (
        <li key={`${line.tick}-${line.from}-${i}`}>
          {line.from === 'you' ? (
            <OwnRow line={line} />
          ) : line.options.length > 0 ? (
            <QuestionRow line={line} />
          ) : (
            <ColleagueRow line={line} />
          )}
        </li>
      ))}
    </ol>
  );
}

function OwnRow({ line }: { readonly line: StakeholderLine }) {
  const { minute } = usePlay();
  const { first, rest } = firstSentence(line.text);
  return (
    <div class="alert-row">
      <span class="yours">
        <Icon name="message" label={words.sent} />
      </span>
      <div>
        <p>
          <b>{words.you}</b> <Mono class="small soft">{minute(line.tick)}</Mono>
        </p>
        <p>{first}</p>
        {rest !== '' && (
          <details class="thread-more">
            <summary>
              {words.more}
              <span class="for-readers">{words.moreOf(minute(line.tick))}</span>
            </summary>
            <p>{rest}</p>
          </details>
        )}
      </div>
    </div>
  );
}

/** A colleague who was called in says that they are here, or what they found. */
function ColleagueRow({ line }: { readonly line: StakeholderLine }) {
  const { session, minute } = usePlay();
  return (
    <div class="alert-row">
      <span class="soft">
        <Icon name="people" label={words.colleague} />
      </span>
      <div>
        <p>
          <b>{personName(session.brief, line.from)}</b> <Mono class="small soft">{minute(line.tick)}</Mono>
        </p>
        <p>{line.text}</p>
      </div>
    </div>
  );
}

function QuestionRow({ line }: { readonly line: StakeholderLine }) {
  const { state, session, minute, ui } = usePlay();
  const who = personName(session.brief, line.from);
  const answered = isAnswered(line, state.log);
  const left = line.answerDueTick === null ? null : (line.answerDueTick - state.observation.tick) * session.brief.tickSeconds;
  return (
    <div class="alert-row">
      <span class={answered ? 'soft' : 'asks'}>
        <Icon name="message" label={answered ? alertsWords.answered : alertsWords.waiting} />
      </span>
      <div>
        <p>
          <b>{who}</b> <Mono class="small soft">{minute(line.tick)}</Mono>
          {!answered && left !== null && (
            <span class={`due small ${left < 60 ? 'late' : ''}`}>
              {left > 0 ? alertsWords.answerWithin(duration(left)) : alertsWords.overdue}
            </span>
          )}
        </p>
        <p>{alertsWords.quoted(line.text)}</p>
        {!answered && line.options.length > 0 && (
          <Button small keys="C" onPress={() => (ui.dialog.value = { kind: 'message' })}>
            {alertsWords.answer}
          </Button>
        )}
      </div>
    </div>
  );
}
