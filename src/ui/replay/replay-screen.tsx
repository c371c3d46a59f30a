import './replay.css';
import '../debrief/graph.css';
import { useEffect, useRef } from 'preact/hooks';
import { impactRate, roughImpactRate } from '../../domain/impact-rate.ts';
import { roughly } from '../../domain/rough.ts';
import { formatValue } from '../../domain/metric.ts';
import type { AfterPlayProps } from '../../game/after-play.ts';
import type { SeenThen } from '../../game/debrief-asks.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { useFromWidth } from '../common/use-from-width.ts';
import { RoomBar, RoomProblem, RoomWaiting } from '../debrief/room-bar.tsx';
import { command } from '../../game/commands/command.ts';
import { roomWays } from '../debrief/room-commands.ts';
import { offer, useCommands } from '../shell/command-center.ts';
import { ReplayLog } from './replay-log.tsx';
import { ReplayMap } from './replay-map.tsx';
import { openReplay, type OpenedRun, type ReplayControl } from './replay-control.ts';
import { Scrubber } from './scrubber.tsx';
import { StationList } from './station-list.tsx';
import { figure } from '../../game/words/format.ts';
import { replayWords } from '../../game/words/replay.ts';

const { commands, gauges: words } = replayWords;
const MAP_FROM = 768; // px, narrower screens have the list alone

function Verified({ opened }: { readonly opened: OpenedRun }) {
  return (
    <div class={opened.verified ? 'verified' : 'verified not'}>
      <StatusMark state={opened.verified ? 'verified' : 'warn'} label="" />
      <p>
        <b>{opened.verified ? replayWords.verified : replayWords.notVerified}</b>
        <span class="small soft">
          {opened.verified ? replayWords.sameHash : (opened.divergence ?? replayWords.otherHash(opened.expectedHash))}
        </span>
        {opened.note !== null && <span class="small soft">{opened.note}</span>}
      </p>
      <p class="hash">
        <span class="small soft">{replayWords.finalHash}</span>{' '}
        <span class="mono" data-testid="final-hash">
          {opened.run.finalHash}
        </span>
      </p>
    </div>
  );
}

function Gauges({ then, tickSeconds }: { readonly then: SeenThen; readonly tickSeconds: number }) {
  const { observation: seen, phase } = then;
  const pager = seen.pager.values.at(-1) ?? Number.NaN;
  const { metric } = seen.pager;
  const { eur, eurPerMinute, measured } = seen.impact;
  const rate = measured ? impactRate(eurPerMinute, tickSeconds) : roughImpactRate(eurPerMinute, tickSeconds);
  const firing = seen.alerts.filter((alert) => alert.state === 'firing');
  return (
    <dl class="gauges">
      <div>
        <dt>{metric.title}</dt>
        <dd>
          <Mono bold>{formatValue(pager, metric.unit)}</Mono>{' '}
          <span class="small soft">{words.normal(formatValue(metric.normal.typical, metric.unit))}</span>
        </dd>
      </div>
      <div>
        <dt>{words.impact}</dt>
        <dd>
          <Mono bold>{formatValue(measured ? eur : roughly(eur), 'eur')}</Mono>{' '}
          <span class="small soft">{measured ? rate : words.estimated(rate)}</span>
        </dd>
      </div>
      <div>
        <dt>{words.trust}</dt>
        <dd>
          <Mono bold>{figure(seen.trust)}</Mono> <span class="small soft">{words.ofHundred}</span>
        </dd>
      </div>
      <div>
        <dt>{words.phase}</dt>
        <dd>{phase}</dd>
      </div>
      <div>
        <dt>{words.alerts}</dt>
        <dd>{firing.length === 0 ? <span class="soft">{words.noAlerts}</span> : firing.map((alert) => alert.text).join('; ')}</dd>
      </div>
    </dl>
  );
}

function Opened({ control, scene, sceneOptions }: Pick<AfterPlayProps, 'scene' | 'sceneOptions'> & { readonly control: ReplayControl }) {
  const opened = control.opened.value!;
  const { run } = opened;
  const seen = control.seen.value;
  const wide = useFromWidth(MAP_FROM);
  const { go } = control.room;
  useCommands(() => [
    offer(command('replay/next', 'Time', commands.next, { also: commands.nextAlso }), () => void control.toStop('next')),
    offer(command('replay/previous', 'Time', commands.previous, { also: commands.previousAlso }), () => void control.toStop('previous')),
    offer(command('replay/again', 'Go', commands.again, { also: commands.againAlso }), () =>
      go({ screen: 'play', scenario: run.scenario, seed: run.seed, untimed: run.untimed }),
    ),
    ...roomWays('replay', control.payload, go),
  ]);
  return (
    <div class="replay">
      <RoomBar
        title={replayWords.title(run.title)}
        subtitle={replayWords.subtitle(run.system, run.seed)}
        onHome={() => go({ screen: 'home' })}
      >
        <Verified opened={opened} />
        <div class="room-ways">
          <Button icon="board" onPress={() => go({ screen: 'debrief', payload: control.payload, at: null })}>
            {replayWords.ways.debrief}
          </Button>
          <Button icon="notes" onPress={() => go({ screen: 'story', payload: control.payload })}>
            {replayWords.ways.story}
          </Button>
          <Button icon="play" onPress={() => go({ screen: 'play', scenario: run.scenario, seed: run.seed, untimed: run.untimed })}>
            {replayWords.ways.play}
          </Button>
        </div>
      </RoomBar>
      <main class="replay-body">
        <div class="replay-time">
          <Scrubber control={control} />
          {seen !== null && <Gauges then={seen} tickSeconds={run.clock.tickSeconds} />}
        </div>
        {wide && <ReplayMap control={control} scene={scene} sceneOptions={sceneOptions} />}
        {seen === null ? <RoomWaiting says={replayWords.lookingAt} /> : <StationList then={seen} opened={opened} />}
        <ReplayLog control={control} />
      </main>
    </div>
  );
}

/** The replay of a link: simulated again on this machine, verified, and to be scrubbed. */
export function ReplayScreen({ payload, ports, scene, sceneOptions, go, replace }: AfterPlayProps) {
  const held = useRef<ReplayControl | null>(null);
  if (held.current === null || held.current.payload !== payload) {
    held.current?.close();
    held.current = openReplay({ ports, go, replace }, payload);
  }
  const control = held.current;
  useEffect(() => () => held.current?.close(), []);
  if (control.problem.value !== null)
    return <RoomProblem title={replayWords.cannotBeOpened} says={control.problem.value} onHome={() => go({ screen: 'home' })} />;
  if (control.opened.value === null) return <RoomWaiting says={replayWords.opening} whole />;
  return <Opened control={control} scene={scene} sceneOptions={sceneOptions} />;
}
