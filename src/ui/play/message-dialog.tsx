import { useState } from 'preact/hooks';
import type { MessageBlock } from '../../domain/action.ts';
import { MESSAGE_BLOCKS } from '../../domain/action.ts';
import { updateText } from '../../game/update-text.ts';
import { messageWords } from '../../game/words/message.ts';
import { dialogWords } from '../../game/words/play-dialogs.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { CadenceMeter } from './cadence-meter.tsx';
import { usePlay } from './play-ui.ts';

/** An update made of blocks whose figures are this run's own. */
export function MessageDialog({ onClose }: { readonly onClose: () => void }) {
  const { state, session, act } = usePlay();
  const { menu, observation } = state;
  const [to, setTo] = useState(menu.messageTo[0]?.id ?? '');
  const [blocks, setBlocks] = useState<readonly MessageBlock[]>(['users-see']);
  const [option, setOption] = useState<string | null>(null);
  const [cause, setCause] = useState<string | null>(null);
  const question = observation.conversation.findLast((line) => line.from === to && line.options.length > 0);
  const lastWord = observation.conversation.findLast((line) => line.from === 'you')?.tick ?? -1;
  const texts = new Map(menu.messageBlocks.map((block) => [block.id, block.text] as const));
  const offered = MESSAGE_BLOCKS.filter((block) => texts.has(block));
  const toggle = (block: MessageBlock): void =>
    setBlocks(blocks.includes(block) ? blocks.filter((each) => each !== block) : [...blocks, block]);
  const ordered = offered.filter((block) => blocks.includes(block));
  const send = (event: Event): void => {
    event.preventDefault();
    const done = act({
      type: 'message',
      to,
      blocks: ordered,
      ...(option === null ? {} : { option }),
      ...(cause === null ? {} : { cause }),
    });
    if (done) onClose();
  };
  const said = ordered.map((block) => texts.get(block) ?? '');
  const text = updateText(said, option, cause, session.brief);
  return (
    <Dialog title={messageWords.title} wide onClose={onClose} aside={<p class="small soft">{dialogWords.waits}</p>}>
      <form onSubmit={send} class="message-form">
        <div>
          <CadenceMeter asked={question !== undefined && question.tick > lastWord} />
          {menu.messageTo.length > 1 && (
            <label class="field">
              {messageWords.to}
              <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
                {menu.messageTo.map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name}
                  </option>
                ))}
              </select>
            </label>
          )}
          {menu.messageTo.length === 1 && (
            <p>
              {messageWords.toThe(menu.messageTo[0]?.name ?? '', (role) => (
                <b>{role}</b>
              ))}
            </p>
          )}
          {question !== undefined && <blockquote>{messageWords.quoted(question.text)}</blockquote>}
          <fieldset class="picker">
            <legend>{messageWords.say}</legend>
            {offered.map((block, i) => (
              <label key={block} class="picker-row">
                <input
                  type="checkbox"
                  checked={blocks.includes(block)}
                  onChange={() => toggle(block)}
                  {...(i === 0 ? { 'data-autofocus': true } : {})}
                />
                <span>{messageWords.blocks[block]}</span>
              </label>
            ))}
          </fieldset>
          {question !== undefined && (
            <fieldset class="picker">
              <legend>{messageWords.propose}</legend>
              {question.options.map((each) => (
                <label key={each.id} class="picker-row">
                  <input type="radio" name="option" checked={option === each.id} onChange={() => setOption(each.id)} />
                  <span>{each.text}</span>
                </label>
              ))}
            </fieldset>
          )}
          <label class="field">
            {messageWords.cause}
            <select value={cause ?? ''} onChange={(event) => setCause(event.currentTarget.value === '' ? null : event.currentTarget.value)}>
              <option value="">{messageWords.noCause}</option>
              {session.brief.causes.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.text}
                </option>
              ))}
            </select>
          </label>
        </div>
        <section class="message-preview" aria-label={messageWords.preview}>
          <h3>{messageWords.preview}</h3>
          <p aria-live="polite">{text === '' ? messageWords.nothing : text}</p>
        </section>
        <footer>
          <Button onPress={onClose}>{dialogWords.cancel}</Button>
          <Button kind="primary" submit refusal={ordered.length === 0 ? messageWords.tickFirst : null}>
            {messageWords.send}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
