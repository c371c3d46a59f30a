import { emptyBeats } from '../../game/story-room.ts';
import { textOf } from '../../game/story-draft.ts';
import { countWords, measure } from '../../game/story-measure.ts';
import { Button } from '../common/button.tsx';
import { beatInputId } from './beat-sheet.tsx';
import type { StoryControl } from './story-control.ts';
import { storyWords } from '../../game/words/story.ts';

const words = storyWords.side;

/** How far the story is told: which beats are empty, how long it is, and whether it is kept. */
export function StorySide({ control }: { readonly control: StoryControl }) {
  const story = control.story.value!;
  const draft = control.draft.value;
  const { share, says, words: length } = measure(draft);
  const missing = emptyBeats(story, draft);
  const keeping = control.keeping.value;
  return (
    <aside class="story-side" aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        <p class="small soft">{missing.length === 0 ? words.allTold : words.empty(missing.length, story.beats.length)}</p>
      </header>
      <ul class="coverage">
        {story.beats.map((beat) => {
          const count = countWords(textOf(draft, beat.id));
          return (
            <li key={beat.id}>
              <button type="button" onClick={() => document.getElementById(beatInputId(beat.id))?.focus()}>
                <svg viewBox="0 0 18 18" aria-hidden="true">
                  <circle cx="9" cy="9" r="7" class={count > 0 ? 'told' : ''} />
                  {count > 0 && <path d="m5.8 9.2 2.2 2.4 4.2-5" />}
                </svg>
                <span>{beat.title}</span>
                <span class="small soft">{count === 0 ? words.beatEmpty : words.beatWords(count)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div class="length">
        <p>
          <span>{words.length}</span> <b>{says}</b>
        </p>
        <div
          class="length-bar"
          role="meter"
          aria-label={words.share(draft.target)}
          aria-valuemin={0}
          aria-valuemax={150}
          aria-valuenow={Math.round(share * 100)}
          aria-valuetext={words.shareIs(length, says)}
        >
          <span style={{ width: `${Math.min(100, (share / 1.5) * 100)}%` }} />
          <i aria-hidden="true" />
        </div>
      </div>
      {keeping !== null && (
        <p class={keeping === 'lost' ? 'small keeping lost' : 'small soft keeping'} role="status">
          {words.keeping[keeping]}
        </p>
      )}
      <div class="story-ways">
        <Button icon="left" onPress={() => control.room.go({ screen: 'debrief', payload: control.payload, at: null })}>
          {words.back}
        </Button>
      </div>
    </aside>
  );
}
