import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RoomBeat } from '../../game/story-room.ts';
import { textOf } from '../../game/story-draft.ts';
import { measure } from '../../game/story-measure.ts';
import type { StoryControl } from './story-control.ts';
import { storyWords } from '../../game/words/story.ts';

const words = storyWords.sheet;

export const beatInputId = (beat: string): string => `beat-${beat}`;

/** Grows with its text, so that the sheet reads as one page. */
function fit(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}

function Beat({ control, beat, index }: { readonly control: StoryControl; readonly beat: RoomBeat; readonly index: number }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const text = textOf(control.draft.value, beat.id);
  const empty = text.trim() === '';
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    fit(element);
    const observer = new ResizeObserver(() => fit(element));
    observer.observe(element.parentElement!);
    return () => observer.disconnect();
  }, [text]);
  const noteCaret = (event: Event): void => {
    const element = event.currentTarget as HTMLTextAreaElement;
    control.setCaret(beat.id, element.selectionStart);
  };
  return (
    <li class={empty ? 'beat empty' : 'beat'}>
      <svg class="beat-stop" viewBox="0 0 28 28" aria-hidden="true">
        <circle cx="14" cy="14" r="9" />
        {!empty && <path d="m10 14.3 2.8 3 5.2-6.2" />}
      </svg>
      <h3>
        <label for={beatInputId(beat.id)}>{beat.title}</label>
        {empty && <span class="small soft beat-empty">{words.empty}</span>}
      </h3>
      <p class="small soft" id={`${beatInputId(beat.id)}-asks`}>
        {beat.asks}
      </p>
      <textarea
        ref={area}
        id={beatInputId(beat.id)}
        aria-describedby={`${beatInputId(beat.id)}-asks`}
        rows={empty ? 1 : 2}
        spellcheck
        value={text}
        placeholder={index === 0 ? words.begin : words.nothing}
        onInput={(event) => {
          control.write(beat.id, event.currentTarget.value);
          noteCaret(event);
        }}
        onSelect={noteCaret}
        onKeyUp={noteCaret}
        onClick={noteCaret}
        onFocus={noteCaret}
      />
    </li>
  );
}

const NAME_LENGTH = 90; // letters

/** A name of one line that may be written on two; what stands under the field gives it its height, the name that is offered as well. */
function StoryName({ control, shown, offered }: { readonly control: StoryControl; readonly shown: string; readonly offered: string }) {
  return (
    <div class="story-name">
      <span aria-hidden="true">{shown === '' ? offered : shown}</span>
      <textarea
        id="story-name"
        rows={1}
        maxLength={NAME_LENGTH}
        value={shown}
        placeholder={offered}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
        onInput={(event) => control.rename(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
      />
    </div>
  );
}

/** The manuscript: a name, eight beats on a rail, and how long it is when spoken. */
export function BeatSheet({ control }: { readonly control: StoryControl }) {
  const story = control.story.value!;
  const draft = control.draft.value;
  const length = measure(draft);
  return (
    <section class="sheet" aria-labelledby="sheet-title">
      <header>
        <h2 id="sheet-title" class="for-readers">
          {words.title}
        </h2>
        <label class="for-readers" for="story-name">
          {words.name}
        </label>
        <StoryName control={control} shown={draft.name ?? ''} offered={story.name} />
        <p class="small soft" role="status">
          {words.words(length.words, length.spoken)}
        </p>
      </header>
      <ol class="beats">
        {story.beats.map((beat, index) => (
          <Beat key={beat.id} control={control} beat={beat} index={index} />
        ))}
      </ol>
    </section>
  );
}
