import './steps.css';
import './debrief.css';
import './graph.css';
import './score.css';
import './prevention.css';
import './debrief-steps.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Tick } from '../../domain/time.ts';
import type { AfterPlayProps } from '../../game/after-play.ts';
import { clockText, tickAtClock } from '../../game/debrief-clock.ts';
import type { Moment, RunFacts, VerdictFacts } from '../../game/debrief-facts.ts';
import { decisionAsked } from '../../game/debrief-questions.ts';
import { DEBRIEF_STEPS, mayShowVerdict, missingFor } from '../../game/debrief-state.ts';
import { Button } from '../common/button.tsx';
import { announce } from '../common/live.tsx';
import { useFromWidth } from '../common/use-from-width.ts';
import { openDebrief, type DebriefControl } from './debrief-control.ts';
import { EvidenceDialog, EvidenceList } from './evidence-dialog.tsx';
import { GraphPanel } from './graph-panel.tsx';
import { Lanes } from './lanes.tsx';
import { Feeling, OwnTimeline, Tags } from './own-view.tsx';
import { PreventionStep } from './prevention-step.tsx';
import { useCommands } from '../shell/command-center.ts';
import { debriefCommands } from './room-commands.ts';
import { RoomBar, RoomProblem, RoomWaiting } from './room-bar.tsx';
import { Headlines, ScoreParts, weakestPart } from './score-card.tsx';
import { ScoreStep } from './score-step.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { StepsBar } from './steps-bar.tsx';
import { TakeAwayStep } from './take-away-step.tsx';
import { TwoQuestions } from './two-questions.tsx';
import { debriefWords } from '../../game/words/debrief.ts';
import { roomWords } from '../../game/words/rooms.ts';

const TWO_COLUMNS_FROM = 900; // px, as in debrief.css

function stillOpen(run: RunFacts): string {
  const { prevention, review } = debriefWords.open;
  const open = [...(run.picks === null ? [prevention] : []), ...(run.reviewed === null ? [review] : [])];
  return open.length === 0 ? '' : debriefWords.soFar(open);
}

/** The parts of the score; where there is a column for them, the weakest is open at first. */
function Parts({
  control,
  verdict,
  open,
}: {
  readonly control: DebriefControl;
  readonly verdict: VerdictFacts;
  readonly open: string | null;
}) {
  return <ScoreParts run={control.run.value!} verdict={verdict} open={open} onEvidence={(id) => control.readEvidence(id)} />;
}

function Side({ control, verdict }: { readonly control: DebriefControl; readonly verdict: VerdictFacts | null }) {
  const run = control.run.value!;
  const { step } = control.state.value;
  if (step === 'view') return <OwnTimeline control={control} />;
  if (step === 'questions') {
    const about = decisionAsked(run);
    const notes = run.evidence.filter((note) => about === null || note.tick <= about.tick);
    return (
      <section class="seen">
        <h3>{about === null ? debriefWords.seen : debriefWords.seenBy(clockText(run.clock, about.tick))}</h3>
        {notes.length === 0 ? <p class="soft">{debriefWords.nothingSeen}</p> : <EvidenceList run={run} notes={notes} open />}
      </section>
    );
  }
  return verdict === null ? (
    <RoomWaiting says={debriefWords.judging} />
  ) : (
    <section class="score-card">
      <Headlines verdict={verdict} stillOpen={stillOpen(run)} heading="h3" />
      <Parts control={control} verdict={verdict} open={weakestPart(verdict)} />
    </section>
  );
}

const chosenTick = (control: DebriefControl): Tick | null =>
  control.run.value?.moments.find((moment) => moment.id === control.chosen.value)?.tick ?? null;

function Main({
  control,
  verdict,
  oneColumn,
  onShare,
}: {
  readonly control: DebriefControl;
  readonly verdict: VerdictFacts | null;
  readonly oneColumn: boolean;
  readonly onShare: () => void;
}) {
  const run = control.run.value!;
  const { step, tags } = control.state.value;
  const graph = (
    <GraphPanel
      run={run}
      verdict={step === 'view' || step === 'questions' ? null : verdict}
      chosen={control.chosen.value}
      tags={tags}
      onChoose={(id) => control.choose(id)}
      {...(step === 'view' ? { actions: (moment: Moment) => <Tags control={control} moment={moment} /> } : {})}
    />
  );
  switch (step) {
    case 'view':
      return (
        <>
          {graph}
          <Lanes run={run} cause={null} edge="plain" chosen={chosenTick(control)} />
          <Feeling control={control} />
        </>
      );
    case 'questions':
      return <TwoQuestions control={control} />;
    case 'score':
      return (
        <>
          {graph}
          {verdict !== null && (
            <ScoreStep
              control={control}
              verdict={verdict}
              chosen={chosenTick(control)}
              parts={oneColumn && <Parts control={control} verdict={verdict} open={null} />}
            />
          )}
        </>
      );
    case 'prevention':
      return <PreventionStep control={control} />;
    case 'take-away':
      return <TakeAwayStep control={control} onShare={onShare} />;
  }
}

function Onward({ control, onRefused }: { readonly control: DebriefControl; readonly onRefused: (reason: string) => void }) {
  const state = control.state.value;
  const next = DEBRIEF_STEPS[DEBRIEF_STEPS.indexOf(state.step) + 1];
  const previous = DEBRIEF_STEPS[DEBRIEF_STEPS.indexOf(state.step) - 1];
  return (
    <footer class="onward-bar">
      {previous !== undefined && (
        <Button icon="left" onPress={() => control.send({ type: 'go', step: previous })}>
          {debriefWords.steps[previous]}
        </Button>
      )}
      {next !== undefined && (
        <Button
          kind="primary"
          iconAfter="right"
          refusal={missingFor(state, next)}
          onRefused={onRefused}
          onPress={() => control.send({ type: 'go', step: next })}
        >
          {debriefWords.steps[next]}
        </Button>
      )}
    </footer>
  );
}

function Opened({ control }: { readonly control: DebriefControl }) {
  const run = control.run.value!;
  const state = control.state.value;
  const verdict = mayShowVerdict(state) ? control.verdict.value : null;
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const sharing = useSignal(false);
  useCommands(() => debriefCommands(control, () => (sharing.value = true)));
  const refusal = useSignal<string | null>(null);
  useEffect(() => {
    refusal.value = null;
    if (first.current) first.current = false;
    else {
      window.scrollTo({ top: 0 });
      heading.current?.parentElement?.scrollTo({ top: 0 });
      heading.current?.focus();
    }
  }, [state.step]);
  const refuse = (reason: string): void => {
    refusal.value = reason;
    announce(reason);
  };
  const oneColumn = !useFromWidth(TWO_COLUMNS_FROM);
  const scoreFirst = oneColumn && state.step === 'score' && verdict !== null; // the figures, the graph under them, then the parts
  const { title, says } = debriefWords.headings[state.step];
  const help = debriefWords.help[run.help];
  const note = run.evidence.find((each) => each.id === control.evidence.value);
  const subtitle =
    verdict !== null
      ? debriefWords.causeTonight(help, verdict.cause.title)
      : run.resolvedTick === null
        ? debriefWords.notResolved(help, run.seed)
        : debriefWords.resolved(help, run.seed, clockText(run.clock, run.resolvedTick));
  return (
    <div class={`debrief at-${state.step}`}>
      <RoomBar title={debriefWords.title(run.title)} subtitle={subtitle} onHome={() => control.room.go({ screen: 'home' })}>
        <StepsBar state={state} onGo={(step) => control.send({ type: 'go', step })} onRefused={refuse} />
        <div class="room-ways">
          <Button icon="link" onPress={() => (sharing.value = true)} popup="dialog">
            {roomWords.shareReplay}
          </Button>
          <Button icon="notes" onPress={() => control.room.go({ screen: 'story', payload: control.payload.value })}>
            {roomWords.tellTheStory}
          </Button>
        </div>
      </RoomBar>
      <main class="debrief-body">
        <div class="debrief-main">
          {scoreFirst && <Headlines verdict={verdict} stillOpen={stillOpen(run)} heading="h2" />}
          <h2 ref={heading} tabIndex={-1} class="step-title">
            {title}
          </h2>
          <p class="soft step-says">{says}</p>
          <Main control={control} verdict={verdict} oneColumn={oneColumn} onShare={() => (sharing.value = true)} />
        </div>
        {!scoreFirst && (
          <div class="debrief-side">
            <Side control={control} verdict={verdict} />
          </div>
        )}
        <div class="debrief-foot">
          {refusal.value !== null && <p class="refusal">{refusal.value}</p>}
          <Onward control={control} onRefused={refuse} />
        </div>
      </main>
      {sharing.value && (
        <ShareDialog
          ports={control.room.ports}
          run={run}
          payload={control.payload.value}
          verdict={verdict}
          onClose={() => (sharing.value = false)}
        />
      )}
      {note !== undefined && <EvidenceDialog run={run} note={note} onClose={() => control.readEvidence(null)} />}
    </div>
  );
}

/** The debrief of the run that a link carries: the player's own judgement first, then everyone else's. */
export function DebriefScreen({ payload, at, ports, go, replace }: AfterPlayProps) {
  // A payload that this screen wrote itself (picks, review) is the same run: it keeps its state and its focus.
  const held = useRef<DebriefControl | null>(null);
  if (held.current === null || !held.current.knows(payload)) {
    held.current?.close();
    held.current = openDebrief({ ports, go, replace }, payload);
  }
  const control = held.current;
  useEffect(() => () => held.current?.close(), []);
  const run = control.run.value;
  useEffect(() => {
    if (run === null || control.chosen.value !== null) return;
    const tick = at === null ? null : tickAtClock(run.clock, at, run.endTick);
    const near = tick === null ? undefined : run.moments.findLast((moment) => moment.tick <= tick);
    const start = near ?? decisionAsked(run) ?? run.moments[0];
    if (start !== undefined) control.choose(start.id);
  }, [control, run === null]);
  if (control.problem.value !== null)
    return <RoomProblem title={debriefWords.cannotBeOpened} says={control.problem.value} onHome={() => go({ screen: 'home' })} />;
  if (run === null) return <RoomWaiting says={debriefWords.opening} whole />;
  return <Opened control={control} />;
}
