import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { storyMarkdown } from '../../game/story-room.ts';
import { Button } from '../common/button.tsx';
import { Dialog } from '../common/dialog.tsx';
import { Tabs } from '../common/tabs.tsx';
import type { StoryControl } from './story-control.ts';

type Kind = 'postmortem' | 'story';

const NAMES: Readonly<Record<Kind, string>> = { postmortem: 'postmortem', story: 'story' };

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
  const file = `${ports.today()}-${story.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${NAMES[kind.value]}.md`;
  const copy = async (): Promise<void> => {
    said.value = (await ports.clipboard.copy(text)) ? 'Copied.' : 'The clipboard is closed here: select the text and copy it yourself.';
  };
  return (
    <Dialog title="Story and postmortem" wide class="export" onClose={onClose}>
      <Tabs
        label="What to take along"
        name="export"
        tabs={[
          { id: 'postmortem', title: 'Blameless postmortem' },
          { id: 'story', title: 'Your story' },
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
            <p>The postmortem names the cause, so it opens once you have given your own view in the debrief.</p>
            <Button onPress={() => go({ screen: 'debrief', payload: control.payload, at: null })}>To the debrief</Button>
          </>
        ) : (
          <textarea
            readOnly
            aria-label={kind.value === 'story' ? 'Your story in Markdown' : 'Blameless postmortem in Markdown'}
            rows={16}
            value={kind.value === 'postmortem' && postmortem.value === null ? 'Writing it from your run…' : text}
          />
        )}
      </div>
      <p class="small" role="status">
        {said.value}
      </p>
      {!locked && (
        <footer>
          <Button icon="copy" onPress={() => void copy()}>
            Copy
          </Button>
          <Button kind="primary" icon="download" onPress={() => ports.clipboard.download(file, text, 'text/markdown')}>
            Download
          </Button>
        </footer>
      )}
    </Dialog>
  );
}
