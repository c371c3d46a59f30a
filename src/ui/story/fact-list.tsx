import { useSignal } from '@preact/signals';
import { isDated } from '../../game/debrief-clock.ts';
import type { RoomFact } from '../../game/story-room.ts';
import { Icon, type IconName } from '../common/icon.tsx';
import { Mono } from '../common/mono.tsx';
import type { StoryControl } from './story-control.ts';
import { storyWords } from '../../game/words/story.ts';

const words = storyWords.facts;

interface FactListProps {
  readonly control: StoryControl;
  readonly onInsert: (fact: RoomFact, byKeyboard: boolean) => void;
}

const ICONS: Readonly<Record<string, IconName>> = {
  page: 'alerts',
  acknowledge: 'right',
  change: 'right',
  claim: 'board',
  hypothesis: 'board',
  'wrong-turn': 'undo',
  message: 'message',
  question: 'message',
  verify: 'check',
  resolve: 'check',
  prevention: 'restart',
  review: 'notes',
  look: 'eye',
  tell: 'metrics',
  effect: 'metrics',
  impact: 'metrics',
  relapse: 'metrics',
};
/** Figures keep their units on one line. */
const unbroken = (text: string): string => text.replaceAll(/(\d) (ms|s|%|min|h|d)\b/g, '$1\u00a0$2').replaceAll(/(\d) %/g, '$1\u00a0%');

const YOURS: ReadonlySet<string> = new Set(['acknowledge', 'change', 'claim', 'wrong-turn']);

function Fact({ fact, used, onInsert }: { readonly fact: RoomFact; readonly used: boolean; readonly onInsert: FactListProps['onInsert'] }) {
  return (
    <li>
      <button
        type="button"
        class={`fact ${used ? 'used' : ''} ${isDated(fact.clock) ? 'dated' : ''}`}
        onClick={(event) => onInsert(fact, event.detail === 0)}
      >
        <Mono class="soft">{fact.clock}</Mono>
        <span class={`fact-icon ${fact.kind === 'page' ? 'crit' : YOURS.has(fact.kind) ? 'yours' : fact.kind === 'verify' ? 'ok' : ''}`}>
          <Icon name={ICONS[fact.kind] ?? 'metrics'} />
        </span>
        <span class="fact-text">{unbroken(fact.text)}</span>
        {used ? <Icon name="check" label={words.isUsed} /> : <span class="for-readers">{words.notUsed}</span>}
      </button>
    </li>
  );
}

/** The facts of the run as chips, in order of time: Enter or a click puts one in at the caret. */
export function FactList({ control, onInsert }: FactListProps) {
  const onlyBeat = useSignal(false);
  const story = control.story.value!;
  const beat = story.beats.find((each) => each.id === control.beat.value) ?? null;
  const facts = onlyBeat.value && beat !== null ? story.facts.filter((fact) => beat.facts.includes(fact.id)) : story.facts;
  const used = control.used.value;
  return (
    <section class="facts" aria-labelledby="facts-title">
      <header>
        <h2 id="facts-title">{words.title}</h2>
        <p class="small soft">{words.used(story.facts.filter((fact) => used.has(fact.id)).length, story.facts.length)}</p>
      </header>
      <div class="segmented facts-filter" role="group" aria-label={words.which}>
        <button type="button" aria-pressed={!onlyBeat.value} onClick={() => (onlyBeat.value = false)}>
          {words.all}
        </button>
        <button type="button" aria-pressed={onlyBeat.value} onClick={() => (onlyBeat.value = true)}>
          {beat === null ? words.oneBeat : words.beat(beat.title.split(',')[0]!)}
        </button>
      </div>
      {onlyBeat.value && beat === null && <p class="small soft">{words.caretFirst}</p>}
      {onlyBeat.value && beat !== null && facts.length === 0 && <p class="small soft">{words.none}</p>}
      <ul>
        {facts.map((fact) => (
          <Fact key={fact.id} fact={fact} used={used.has(fact.id)} onInsert={onInsert} />
        ))}
      </ul>
      <p class="facts-hint small soft">{words.hint}</p>
    </section>
  );
}
