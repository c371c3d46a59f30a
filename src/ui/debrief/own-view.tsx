import { clockText, isDated } from '../../game/debrief-clock.ts';
import { FEELINGS, TAG_LIMIT, tagsLeft, type Tag } from '../../game/debrief-state.ts';
import type { Moment } from '../../game/debrief-facts.ts';
import { Mono } from '../common/mono.tsx';
import type { DebriefControl } from './debrief-control.ts';
import { TagShape } from './graph.tsx';
import { MomentIcon } from './moment-shape.tsx';
import { debriefWords } from '../../game/words/debrief.ts';

const words = debriefWords.own;

function TagButton({
  control,
  moment,
  tag,
  when,
}: {
  readonly control: DebriefControl;
  readonly moment: Moment;
  readonly tag: Tag;
  readonly when: string;
}) {
  const state = control.state.value;
  const pressed = state.tags[moment.id] === tag;
  const full = !pressed && tagsLeft(state, tag) === 0;
  return (
    <button
      type="button"
      class="tag"
      aria-pressed={pressed}
      aria-disabled={full ? 'true' : undefined}
      title={full ? words.tagFull[tag] : undefined}
      aria-label={words.tagMoment[tag](when, moment.title)}
      onClick={() => {
        control.choose(moment.id);
        if (!full) control.send({ type: 'tag', moment: moment.id, tag });
      }}
    >
      <svg viewBox="0 0 18 18" aria-hidden="true">
        <TagShape tag={tag} x={9} y={9} />
      </svg>
      {words.tag[tag]}
    </button>
  );
}

/** Both tags of one moment. */
export function Tags({ control, moment }: { readonly control: DebriefControl; readonly moment: Moment }) {
  const when = clockText(control.run.value!.clock, moment.tick);
  return (
    <span class="tags">
      <TagButton control={control} moment={moment} tag="good" when={when} />
      <TagButton control={control} moment={moment} tag="hard" when={when} />
    </span>
  );
}

/** The night as the player lived it, moment by moment, to be tagged. */
export function OwnTimeline({ control }: { readonly control: DebriefControl }) {
  const run = control.run.value!;
  const state = control.state.value;
  return (
    <section class="own-timeline" aria-labelledby="own-timeline-title">
      <header>
        <h3 id="own-timeline-title">{words.title}</h3>
        <p class="small soft" role="status">
          {words.tagged(TAG_LIMIT - tagsLeft(state, 'good'), TAG_LIMIT - tagsLeft(state, 'hard'))}
        </p>
      </header>
      <ol>
        {run.moments.map((moment) => {
          const when = clockText(run.clock, moment.tick);
          return (
            <li key={moment.id} class={control.chosen.value === moment.id ? 'chosen' : undefined}>
              <button
                type="button"
                class={isDated(when) ? 'moment-row dated' : 'moment-row'}
                aria-pressed={control.chosen.value === moment.id}
                onClick={() => control.choose(moment.id)}
              >
                <Mono class="soft">{when}</Mono>
                <MomentIcon kind={moment.kind} />
                <span>
                  {moment.title}
                  {moment.refused !== null && <span class="small soft">{` ${words.refused}`}</span>}
                  {moment.takenBackTick !== null && <span class="small soft">{` ${words.takenBack}`}</span>}
                </span>
              </button>
              <Tags control={control} moment={moment} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** One tap on how the night felt; optional, and nobody scores it. */
export function Feeling({ control }: { readonly control: DebriefControl }) {
  const { feeling } = control.state.value;
  return (
    <fieldset class="feeling">
      <legend>{words.feelingAsked}</legend>
      <div class="choices row">
        {FEELINGS.map((each) => (
          <button
            key={each}
            type="button"
            class="chip"
            aria-pressed={feeling === each}
            onClick={() => control.send({ type: 'feel', feeling: each })}
          >
            {words.feelings[each]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
