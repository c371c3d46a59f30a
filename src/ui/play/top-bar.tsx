import { duration } from '../../domain/time.ts';
import { impactRate, roughImpactRate } from '../../domain/impact-rate.ts';
import { formatValue } from '../../domain/metric.ts';
import { roughly } from '../../domain/rough.ts';
import { handStep, handSteps } from '../../game/debrief-clock.ts';
import { SPEEDS } from '../../game/session.ts';
import { topBarWords } from '../../game/words/top-bar.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';
import { rove } from '../common/roving.ts';
import { BrandMark } from '../shell/brand-mark.tsx';
import { boundKey } from '../shell/command-center.ts';
import { PaletteButton } from '../shell/palette-button.tsx';
import { PhaseBar } from './phase-bar.tsx';
import { usePlay } from './play-ui.ts';
import { UntilItShows } from './until-it-shows.tsx';

const { clock: clockWords, time: timeWords } = topBarWords;

interface Props {
  readonly onOpen: (sheet: 'settings' | 'help') => void;
  readonly drawer: boolean; // alerts and board are in a drawer, opened from here
}

export function TopBar({ onOpen, drawer }: Props) {
  const { session, state, ui } = usePlay();
  const firing = state.observation.alerts.filter((alert) => alert.state === 'firing').length;
  return (
    <header class="top-bar" data-region aria-label={topBarWords.title} tabIndex={-1}>
      <div class="top-title">
        <BrandMark />
        <div>
          <h1>{session.brief.title}</h1>
          <p class="small soft">{topBarWords.onCall(session.brief.system.title)}</p>
        </div>
      </div>
      <SimClock />
      <TimeControls />
      <PhaseBar />
      <Impact />
      <Trust />
      <div class="top-tools">
        <PaletteButton />
        <Button kind="quiet" icon="settings" label={topBarWords.settings} onPress={() => onOpen('settings')} />
        <Button kind="quiet" icon="help" label={topBarWords.help} keys={boundKey('go/help')} onPress={() => onOpen('help')} />
      </div>
      {drawer && (
        <Button
          small
          class="drawer-open"
          icon="board"
          expanded={ui.drawer.value}
          controls="left-panel"
          onPress={() => (ui.drawer.value = !ui.drawer.value)}
        >
          {topBarWords.drawer(firing)}
        </Button>
      )}
    </header>
  );
}

export function SimClock({ brief = false }: { readonly brief?: boolean }) {
  const { state, session, clock } = usePlay();
  const { tick, pageTick } = state.observation;
  const since = pageTick === null ? null : (tick - pageTick) * session.brief.tickSeconds;
  const [day, time] = clock(tick).split(', '); // of a drill of days
  const days = time !== undefined; // day and time do not go into one line
  const told =
    since === null
      ? clockWords.beforePage
      : brief
        ? clockWords.pagePlus(duration(since))
        : since === 0
          ? clockWords.atPage
          : clockWords.sincePage(duration(since));
  const words = brief && days ? day : told;
  return (
    <div class={`sim-clock ${days ? 'days' : ''}`}>
      <span class="for-readers">{clockWords.label}</span>
      <Mono bold class="clock">
        {time ?? clock(tick)}
      </Mono>
      <p class="small soft">
        {brief && !state.untimed
          ? clockWords.withSpeed(state.speed, words ?? '')
          : !brief && days
            ? clockWords.onDay(day ?? '', words ?? '')
            : words}
      </p>
    </div>
  );
}

/** Pause and speeds; in no-clock mode, the ways to let time pass. @param brief where there is room for one of them only */
export function TimeControls({ brief = false }: { readonly brief?: boolean }) {
  const { session, state } = usePlay();
  const { paused, untimed, jumpingTo } = state;
  if (untimed) {
    return (
      <div class="time-controls" role="group" aria-label={timeWords.untimed}>
        <Button
          small
          icon="step"
          keys={boundKey('time/wait')}
          refusal={jumpingTo === null ? null : timeWords.passing}
          onPress={() => session.wait(handStep(session.brief))}
        >
          {timeWords.wait(handSteps(session.brief, 1))}
        </Button>
        {!brief && <UntilItShows />}
      </div>
    );
  }
  return (
    <div class="time-controls" role="group" aria-label={timeWords.title}>
      <Button
        icon={paused ? 'play' : 'pause'}
        label={paused ? timeWords.goOn : timeWords.pause}
        keys={boundKey('time/pause')}
        class={paused ? 'is-paused' : ''}
        onPress={() => session.setPaused(!paused)}
      />
      <Speeds />
      {boundKey('time/pause') !== undefined && (
        <kbd class="key wide-only" aria-hidden="true">
          {boundKey('time/pause')}
        </kbd>
      )}
    </div>
  );
}

export function Speeds() {
  const { session, state } = usePlay();
  return (
    <div
      class="segmented speeds"
      role="radiogroup"
      aria-label={timeWords.speeds}
      onKeyDown={(event) => rove(event, 'button', 'row')?.click()}
    >
      {SPEEDS.map((each) => (
        <button
          key={each}
          type="button"
          role="radio"
          aria-checked={each === state.speed}
          tabIndex={each === state.speed ? 0 : -1}
          onClick={() => session.setSpeed(each)}
        >
          {timeWords.speed(each)}
        </button>
      ))}
    </div>
  );
}

export function Impact() {
  const { state, session } = usePlay();
  const { eur, eurPerMinute, measured, guessedFrom, replacedEur } = state.observation.impact;
  const { tickSeconds } = session.brief;
  const rate = measured ? impactRate(eurPerMinute, tickSeconds) : roughImpactRate(eurPerMinute, tickSeconds);
  const aside = measured ? null : topBarWords.guessedFrom(guessedFrom);
  return (
    <div class="impact" {...(aside === null ? {} : { title: aside })}>
      <p class="small soft">
        {measured ? topBarWords.impact : topBarWords.impactGuessed}
        {replacedEur !== null && topBarWords.guessWas(formatValue(roughly(replacedEur), 'eur'))}
      </p>
      <p>
        <Mono bold class="impact-value">
          {measured ? formatValue(eur, 'eur') : topBarWords.roughly(formatValue(roughly(eur), 'eur'))}
        </Mono>
        <Mono class="small soft">{` ${eurPerMinute >= 0 ? '+' : ''}${rate}`}</Mono>
        {aside !== null && <span class="for-readers">{aside}</span>}
      </p>
    </div>
  );
}

export function Trust() {
  const { state } = usePlay();
  const trust = Math.round(state.observation.trust);
  return (
    <div class="trust">
      <p>
        <span class="small soft">{topBarWords.trust}</span> <Mono bold>{String(trust)}</Mono>
        <span class="for-readers">{topBarWords.trustOf}</span>
      </p>
      <span class="meter" aria-hidden="true">
        <i style={{ width: `${trust}%` }} />
      </span>
    </div>
  );
}
