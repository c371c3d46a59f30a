import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { storyMarkdown } from '../../game/story-room.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { Tabs } from '../common/tabs.tsx';
import type { StoryControl } from './story-control.ts';
import { storyWords } from '../../game/words/story.ts';

type Kind = 'postmortem' | 'story';

const words = storyWords.export;

/** The blameless postmortem and the told story as Markdown, to copy or to download. */
export function ExportDialog({ control, onClose }: { readonly control: StoryControl; readonly onClose: () => void }) {
  const kind = useSignal<Kind>(control.debriefed.value ? 'postmortem' : 'story');
  const postmortem = useSignal<string | null>(null);
  const said = useSignal('');
  const story = control.story.value!;
  const { ports, go } = control.room;
  const locked = kind.value === 'postmortem' && !control.debriefed.value;
  useEffect(() => {
    if (kind.value !== 'postmortem' || locked || postmortem.value !== null) return;
    ports.analyst
      .ask('postmortem', { payload: control.payload })
      .then((text) => (postmortem.value = text))
      .catch((error: unknown) => (said.value = error instanceof Error ? error.message : String(error)));
  }, [kind.value, locked]);
  const text = kind.value === 'story' ? storyMarkdown(story, control.draft.value) : (postmortem.value ?? '');
  const file = `${ports.today()}-${story.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${words.fileName[kind.value]}.md`;
  const copy = async (): Promise<void> => {
    said.value = (await ports.clipboard.copy(text)) ? words.copied : words.clipboardClosed;
  };
  return (
    <Dialog title={words.title} wide class="export" onClose={onClose}>
      <Tabs
        label={words.what}
        name="export"
        tabs={[
          { id: 'postmortem', title: words.postmortem },
          { id: 'story', title: words.story },
        ]}
        selected={kind.value}
        onSelect={(id) => {
          kind.value = id;
          said.value = '';
        }}
      />
      <div role="tabpanel" id={`export-panel-${kind.value}`} aria-labelledby={`export-tab-${kind.value}`} class="export-panel">
        {locked ? (
          <>
            <p>{words.locked}</p>
            <Button onPress={() => go({ screen: 'debrief', payload: control.payload, at: null })}>{words.toDebrief}</Button>
          </>
        ) : (
          <textarea
            readOnly
            aria-label={kind.value === 'story' ? words.storyLabel : words.postmortemLabel}
            rows={16}
            value={kind.value === 'postmortem' && postmortem.value === null ? words.writing : text}
          />
        )}
      </div>
      <p class="small" role="status">
        {said.value}
      </p>
      {!locked && (
        <footer>
          <Button icon="copy" onPress={() => void copy()}>
            {words.copy}
          </Button>
          <Button kind="primary" icon="download" onPress={() => ports.clipboard.download(file, text, 'text/markdown')}>
            {words.download}
          </Button>
        </footer>
      )}
    </Dialog>
  );
}
