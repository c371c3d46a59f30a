import type { ComponentChildren } from 'preact';
import type { Tick } from '../../domain/time.ts';
import { clockText } from '../../game/debrief-clock.ts';
import type { RunFacts, VerdictFacts } from '../../game/debrief-facts.ts';
import { Mono } from '../common/mono.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { CostAxisView } from './cost-axis.tsx';
import type { DebriefControl } from './debrief-control.ts';
import { EvidenceList } from './evidence-dialog.tsx';
import { Lanes } from './lanes.tsx';
import { MomentIcon } from './moment-shape.tsx';
import { debriefWords } from '../../game/words/debrief.ts';
import { scoreWords } from '../../game/words/score.ts';

/** What was true tonight, slot by slot, beside what the player had named. */
function CauseCard({ verdict }: { readonly verdict: VerdictFacts }) {
  const { cause } = verdict;
  return (
    <section class="cause-card" aria-labelledby="cause-title">
      <h3 id="cause-title">
        {scoreWords.cause.tonight} <span class="cause-name">{cause.title}</span>
      </h3>
      <p class="soft">{cause.says}</p>
      <dl>
        {cause.slots.map((slot) => (
          <div key={slot.slot}>
            <dt class="small soft">{slot.title}</dt>
            <dd>{slot.truth}</dd>
            <dd class="small claimed">
              {slot.claimed === null ? (
                <span class="soft">{scoreWords.cause.namedNone}</span>
              ) : slot.right ? (
                <>
                  <StatusMark state="verified" label="" /> {scoreWords.cause.namedIt}
                </>
              ) : (
                <>
                  <StatusMark state="warn" label="" /> {scoreWords.cause.named(slot.claimed)}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** How the expert played the same night: shown only now that the player has given their own view. */
function ExpertMoves({ run, verdict }: { readonly run: RunFacts; readonly verdict: VerdictFacts }) {
  return (
    <section class="expert" aria-labelledby="expert-title">
      <details>
        <summary>
          <h3 id="expert-title">{scoreWords.expertTitle}</h3>
          <span class="small soft">{scoreWords.expertMoves(verdict.expertMoments.length)}</span>
        </summary>
        <ol>
          {verdict.expertMoments.map((moment) => (
            <li key={moment.id}>
              <Mono class="soft">{clockText(run.clock, moment.tick)}</Mono>
              <MomentIcon kind={moment.kind} label="" />
              <span>{moment.title}</span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

export function ScoreStep({
  control,
  verdict,
  chosen,
  parts,
}: {
  readonly control: DebriefControl;
  readonly verdict: VerdictFacts;
  readonly chosen: Tick | null;
  readonly parts: ComponentChildren; // the parts of the score, where no column beside this one holds them
}) {
  const run = control.run.value!;
  return (
    <>
      <CauseCard verdict={verdict} />
      <Lanes run={run} cause={verdict.cause.hypothesis} edge="names" chosen={chosen} />
      <CostAxisView verdict={verdict} />
      {parts}
      <ExpertMoves run={run} verdict={verdict} />
      {run.evidence.length > 0 && (
        <section class="seen">
          <h3>{debriefWords.seen}</h3>
          <EvidenceList run={run} notes={run.evidence} />
        </section>
      )}
    </>
  );
}
