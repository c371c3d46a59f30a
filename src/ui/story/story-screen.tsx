import './story-panels.css';
import './story.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { AfterPlayProps } from '../../game/after-play.ts';
import { TARGETS } from '../../game/story-draft.ts';
import type { RoomFact } from '../../game/story-room.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { RoomBar, RoomProblem, RoomWaiting } from '../debrief/room-bar.tsx';
import { command } from '../../game/commands/command.ts';
import { roomWays } from '../debrief/room-commands.ts';
import { offer, useCommands } from '../shell/command-center.ts';
import { BeatSheet, beatInputId } from './beat-sheet.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FactList } from './fact-list.tsx';
import { StorySide } from './story-side.tsx';
import { openStory, type StoryControl } from './story-control.ts';
import { roomWords } from '../../game/words/rooms.ts';
import { storyWords } from '../../game/words/story.ts';

const { commands } = storyWords;

function focusBeat(beat: string, caret: number): void {
  const area = document.getElementById(beatInputId(beat));
  if (!(area instanceof HTMLTextAreaElement)) return;
  area.focus();
  area.setSelectionRange(caret, caret);
}

function TargetChoice({ control }: { readonly control: StoryControl }) {
  const { target } = control.draft.value;
  return (
    <div class="target-choice">
      <div class="segmented" role="group" aria-label={storyWords.target}>
        {TARGETS.map((minutes) => (
          <button key={minutes} type="button" aria-pressed={target === minutes} onClick={() => control.aim(minutes)}>
            {storyWords.minutes(minutes)}
          </button>
        ))}
      </div>
      <span class="soft told-to">{storyWords.toldTo}</span>
    </div>
  );
}

function Opened({ control }: { readonly control: StoryControl }) {
  const story = control.story.value!;
  const exporting = useSignal(false);
  const picking = useSignal(false);
  useEffect(() => {
    document.documentElement.classList.add('on-paper');
    return () => document.documentElement.classList.remove('on-paper');
  }, []);
  useCommands(() => [
    offer(command('story/export', 'Go', commands.export, { also: commands.exportAlso }), () => (exporting.value = true)),
    offer(command('story/facts', 'Show', commands.facts, { also: commands.factsAlso }), () => (picking.value = true)),
    ...roomWays('story', control.payload, control.room.go),
  ]);
  const insert = (fact: RoomFact, byKeyboard: boolean): void => {
    const wasPicking = picking.value;
    picking.value = false;
    const put = control.insert(fact);
    // After a click the caret goes on where the fact ends; on the keyboard the list keeps the focus, for the next fact.
    if (put !== null && (!byKeyboard || wasPicking)) requestAnimationFrame(() => focusBeat(put.beat, put.caret));
  };
  return (
    <div class="story paper">
      <RoomBar
        title={storyWords.title}
        subtitle={storyWords.subtitle(story.title, story.seed)}
        onHome={() => control.room.go({ screen: 'home' })}
      >
        <TargetChoice control={control} />
        <div class="room-ways">
          <Button kind="primary" icon="download" popup="dialog" onPress={() => (exporting.value = true)}>
            {storyWords.export.open}
          </Button>
        </div>
      </RoomBar>
      <main class="story-body">
        <div class="story-facts">
          <FactList control={control} onInsert={insert} />
        </div>
        <BeatSheet control={control} />
        <StorySide control={control} />
        <div class="story-foot">
          <Button icon="metrics" popup="dialog" onPress={() => (picking.value = true)}>
            {storyWords.facts.unused(story.facts.length - control.used.value.size)}
          </Button>
        </div>
      </main>
      {picking.value && (
        <Dialog title={storyWords.facts.putIn} class="paper" onClose={() => (picking.value = false)}>
          <FactList control={control} onInsert={insert} />
          <footer>
            <Button onPress={() => (picking.value = false)}>{roomWords.close}</Button>
          </footer>
        </Dialog>
      )}
      {exporting.value && <ExportDialog control={control} onClose={() => (exporting.value = false)} />}
    </div>
  );
}

/** The story room: the run told in eight beats, in the player's own words, with its facts at hand. */
export function StoryScreen({ payload, ports, go, replace }: AfterPlayProps) {
  const held = useRef<StoryControl | null>(null);
  if (held.current === null || held.current.payload !== payload) {
    held.current?.close();
    held.current = openStory({ ports, go, replace }, payload);
  }
  const control = held.current;
  useEffect(() => () => held.current?.close(), []);
  if (control.problem.value !== null)
    return <RoomProblem title={storyWords.cannotBeOpened} says={control.problem.value} onHome={() => go({ screen: 'home' })} />;
  if (control.story.value === null) return <RoomWaiting says={storyWords.opening} whole />;
  return <Opened control={control} />;
}
