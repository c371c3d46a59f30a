import { formatValue } from '../../domain/metric.ts';
import type { Brief } from '../../scenario/brief.ts';
import type { BoardView } from '../board.ts';
import { handSteps } from '../debrief-clock.ts';
import { shownTabs } from '../evidence-tabs.ts';
import type { SessionState } from '../session.ts';
import { SPEEDS } from '../session.ts';
import { takeBackOf } from '../take-back.ts';
import { drillCommandWords as words } from '../words/drill-commands.ts';
import { nextAwaited } from '../awaited.ts';
import { actionCommands } from './action-commands.ts';
import { colleagueCommands } from './colleague-commands.ts';
import { command } from './command.ts';
import { BINDABLE } from './keys.ts';
import type { PlayCommand } from './play-command.ts';

export interface Drill {
  readonly brief: Brief;
  readonly state: SessionState;
  readonly board: BoardView;
}

const nameOf = (id: string): string => BINDABLE.find((each) => each.id === id)?.words ?? id;

function timeCommands({ brief, state }: Drill): readonly PlayCommand[] {
  const { untimed, paused, jumpingTo, observation } = state;
  const passing = jumpingTo === null ? null : words.time.passing;
  const waiting = nextAwaited(observation, brief.tickSeconds) !== null;
  const clockless = untimed ? words.time.noClock : null;
  const unpausable = state.guidance === 'watch' ? null : clockless; // an expert who plays can be stopped in any mode
  return [
    {
      ...command('time/pause', 'Time', paused ? words.time.goOn : words.time.pause, { also: words.time.pauseAlso, refusal: unpausable }),
      deed: { do: 'pause' },
    },
    ...SPEEDS.map((speed) => ({
      ...command(`time/speed-${speed}`, 'Time', words.time.speed(speed), { also: words.time.speedAlso, refusal: clockless }),
      deed: { do: 'speed', speed } as const,
    })),
    {
      ...command('time/wait', 'Time', words.time.wait(handSteps(brief, 1)), { also: words.time.waitAlso, refusal: passing }),
      deed: { do: 'wait' },
    },
    {
      ...command('time/wait-for-effect', 'Time', words.time.waitForEffect, {
        also: words.time.waitForEffectAlso,
        refusal: passing ?? (waiting ? null : words.time.nothingUnderWay),
      }),
      deed: { do: 'wait-for-effect' },
    },
    {
      ...command('time/untimed', 'Time', untimed ? words.time.clockless.off : words.time.clockless.on, {
        also: words.time.clockless.also,
      }),
      deed: { do: 'untimed', on: !untimed },
    },
  ];
}

function proveCommands({ state }: Drill): readonly PlayCommand[] {
  const back = takeBackOf(state.log, state.observation, state.menu);
  return [
    {
      ...command('prove/verify', 'Prove', nameOf('prove/verify'), { also: words.prove.verifyAlso }),
      deed: { do: 'dialog', dialog: 'verify' },
    },
    ...state.menu.verifiable.map(({ metric, label }): PlayCommand => ({
      ...command(`prove/verify/${metric}`, 'Prove', words.prove.verify(label), { also: words.prove.verifyMetricAlso(metric) }),
      deed: { do: 'act', action: { type: 'verify', metric } },
    })),
    {
      ...command('prove/take-back', 'Prove', back.change === null ? words.prove.takeBack : words.prove.takeBackOf(back.label), {
        also: words.prove.takeBackAlso,
        refusal: back.refusal,
      }),
      deed: { do: 'act', action: { type: 'take-back' } },
    },
    {
      ...command('prove/leave-alone', 'Prove', words.prove.leaveAlone, { also: words.prove.leaveAloneAlso }),
      deed: { do: 'dialog', dialog: 'leave-alone' },
    },
    {
      ...command('prove/resolve', 'Prove', words.prove.resolve, { also: words.prove.resolveAlso, cost: words.prove.resolveCost }),
      deed: { do: 'dialog', dialog: 'resolve' },
    },
  ];
}

function boardCommands({ board }: Drill): readonly PlayCommand[] {
  return [
    ...board.slots.map(({ slot, title, picked }): PlayCommand => ({
      ...command(`board/slot/${slot}`, 'Board', picked === null ? words.board.fillIn(title) : words.board.filled(title, picked.text), {
        also: words.board.slotAlso,
      }),
      deed: { do: 'slot', slot },
    })),
    ...board.beliefs.map(({ cause, status }): PlayCommand => ({
      ...command(`board/belief/${cause.id}`, 'Board', words.board.judge(cause.text), {
        also: words.board.judgeAlso(cause.id),
        cost: status ?? '',
      }),
      deed: { do: 'belief', cause: cause.id },
    })),
    {
      ...command('board/claim', 'Board', board.claims.length > 0 ? words.board.claimAnother : words.board.claim, {
        also: words.board.claimAlso,
        refusal: board.missing,
      }),
      deed: { do: 'dialog', dialog: 'claim' },
    },
  ];
}

function showCommands({ state }: Drill): readonly PlayCommand[] {
  const { observation, menu } = state;
  return [
    ...shownTabs(observation, menu).flatMap(({ id, holds }) =>
      holds.map((kind): PlayCommand => ({
        ...command(`show/${kind}`, 'Show', words.show.evidence(nameOf(`show/${kind}`)), { also: words.show.evidenceAlso(kind) }),
        deed: { do: 'tab', tab: id, kind },
      })),
    ),
    { ...command('show/board', 'Show', words.show.board.words, { also: words.show.board.also }), deed: { do: 'show', part: 'board' } },
    { ...command('show/map', 'Show', words.show.map.words, { also: words.show.map.also }), deed: { do: 'show', part: 'map' } },
    {
      ...command('show/actions', 'Show', words.show.actions.words, { also: words.show.actions.also }),
      deed: { do: 'show', part: 'actions' },
    },
    { ...command('show/people', 'Show', words.show.people.words, { also: words.show.people.also }), deed: { do: 'show', part: 'people' } },
    { ...command('show/notes', 'Show', words.show.notes.words, { also: words.show.notes.also }), deed: { do: 'dialog', dialog: 'notes' } },
    {
      ...command('show/briefing', 'Show', words.show.briefing.words, { also: words.show.briefing.also }),
      deed: { do: 'dialog', dialog: 'briefing' },
    },
    ...observation.stations.map(({ id, name, figures }): PlayCommand => ({
      ...command(`show/station/${id}`, 'Show', words.show.station(name), {
        also: words.show.stationAlso(id),
        cost: figures[0] === undefined ? '' : formatValue(figures[0].value, figures[0].unit),
      }),
      deed: { do: 'station', station: id },
    })),
  ];
}

/** Everything that can be asked for in a drill now. While the pager rings there is one decision. */
export function playCommands(drill: Drill): readonly PlayCommand[] {
  const { observation, mode } = drill.state;
  const time = timeCommands(drill);
  if (mode === 'over') return [];
  if (observation.acknowledgedTick === null) {
    const acknowledge: PlayCommand = {
      ...command('tell/acknowledge', 'Tell', words.tell.acknowledge, {
        also: words.tell.acknowledgeAlso,
        refusal: observation.page === null ? words.tell.notPaged : null,
      }),
      deed: { do: 'act', action: { type: 'acknowledge' } },
    };
    return [acknowledge, ...time.filter(({ id }) => id === 'time/pause')];
  }
  const message: PlayCommand = {
    ...command('tell/message', 'Tell', words.tell.message, {
      also: words.tell.messageAlso(drill.state.menu.messageTo.map(({ name }) => name).join(' ')),
    }),
    deed: { do: 'dialog', dialog: 'message' },
  };
  const actions = actionCommands(drill.state);
  return [
    ...actions,
    message,
    ...colleagueCommands(drill.state),
    ...proveCommands(drill),
    ...boardCommands(drill),
    ...time,
    ...showCommands(drill),
  ];
}
