import { clockText } from '../../game/debrief-clock.ts';
import { doneBy } from '../../game/replay-scrub.ts';
import { Mono } from '../common/mono.tsx';
import { MomentIcon } from '../debrief/moment-shape.tsx';
import type { ReplayControl } from './replay-control.ts';
import { replayWords } from '../../game/words/replay.ts';

/** What had been done by the tick that is looked at, newest first; each entry leads to its tick. */
export function ReplayLog({ control }: { readonly control: ReplayControl }) {
  const { run } = control.opened.value!;
  const tick = control.tick.value;
  const done = doneBy(run, tick);
  return (
    <section class="replay-log" aria-labelledby="log-title">
      <header>
        <h2 id="log-title">{replayWords.log.title}</h2>
        <p class="small soft">{replayWords.log.count(done.length, run.moments.length, clockText(run.clock, tick))}</p>
      </header>
      <ol>
        {done.map((moment) => (
          <li key={moment.id} class={moment.tick === tick ? 'now' : undefined}>
            <button type="button" onClick={() => control.goTo(moment.tick)}>
              <Mono class="soft">{clockText(run.clock, moment.tick)}</Mono>
              <MomentIcon kind={moment.kind} label="" />
              <span>
                {moment.title}
                {moment.refused !== null && <span class="small soft">{` ${replayWords.log.refused(moment.refused)}`}</span>}
                {moment.detail !== '' && <span class="small soft log-detail">{moment.detail}</span>}
              </span>
            </button>
          </li>
        ))}
        {done.length === 0 && <li class="soft">{replayWords.log.calm}</li>}
      </ol>
    </section>
  );
}
