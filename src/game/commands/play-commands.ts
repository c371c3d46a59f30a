import { formatValue } from '../../domain/metric.ts';
import type { Brief } from '../../scenario/brief.ts';
import type { BoardView } from '../board.ts';
import { handSteps } from '../debrief-clock.ts';
import { shownTabs } from '../evidence-tabs.ts';
import type { SessionState } from '../session.ts';
import { SPEEDS } from '../session.ts';
import { takeBackOf } from '../take-back.ts';
import { actionCommands } from './action-commands.ts';
import { command } from './command.ts';
import { BINDABLE } from './keys.ts';
import type { PlayCommand } from './play-command.ts';

export interface Drill {
  readonly brief: Brief;
  readonly state: SessionState;
  readonly board: BoardView;
}

const wordsOf = (id: string): string => BINDABLE.find((each) => each.id === id)?.words ?? id;

function timeCommands({ brief, state }: Drill): readonly PlayCommand[] {
  const { untimed, paused, jumpingTo, observation } = state;
  const passing = jumpingTo === null ? null : 'Time is passing already.';
  const waiting = observation.pending.some((pending) => pending.effectTick > observation.tick);
  const clockless = untimed ? 'In no-clock mode time passes only when you act.' : null;
  return [
    {
      ...command('time/pause', 'Time', paused ? 'Go on' : 'Pause', { also: 'stop halt clock resume continue', refusal: clockless }),
      deed: { do: 'pause' },
    },
    ...SPEEDS.map((speed) => ({
      ...command(`time/speed-${speed}`, 'Time', `Speed ${speed}×`, { also: 'faster slower clock', refusal: clockless }),
      deed: { do: 'speed', speed } as const,
    })),
    {
      ...command('time/wait', 'Time', `Wait ${handSteps(brief, 1)}`, { also: 'step let time pass clock', refusal: passing }),
      deed: { do: 'wait' },
    },
    {
      ...command('time/wait-for-effect', 'Time', 'Wait until the next change shows', {
        also: 'effect step clock',
        refusal: passing ?? (waiting ? null : 'No change is under way.'),
      }),
      deed: { do: 'wait-for-effect' },
    },
    {
      ...command('time/untimed', 'Time', untimed ? 'No-clock mode off, for this shift' : 'No-clock mode on, for this shift', {
        also: 'untimed clock setting',
      }),
      deed: { do: 'untimed', on: !untimed },
    },
  ];
}

function proveCommands({ state }: Drill): readonly PlayCommand[] {
  const back = takeBackOf(state.log, state.observation, state.menu);
  return [
    { ...command('prove/verify', 'Prove', wordsOf('prove/verify'), { also: 'recovered check' }), deed: { do: 'dialog', dialog: 'verify' } },
    ...state.menu.verifiable.map(({ metric, label }): PlayCommand => ({
      ...command(`prove/verify/${metric}`, 'Prove', `Verify: ${label}`, { also: `recovered check ${metric}` }),
      deed: { do: 'act', action: { type: 'verify', metric } },
    })),
    {
      ...command('prove/take-back', 'Prove', back.change === null ? 'Take back' : `Take back: ${back.label}`, {
        also: 'undo revert take-back latest change',
        refusal: back.refusal,
      }),
      deed: { do: 'act', action: { type: 'take-back' } },
    },
    {
      ...command('prove/leave-alone', 'Prove', 'Leave it alone', { also: 'no change do nothing leave-alone' }),
      deed: { do: 'dialog', dialog: 'leave-alone' },
    },
    {
      ...command('prove/resolve', 'Prove', 'Resolve the incident', { also: 'end close finish', cost: 'asks once more' }),
      deed: { do: 'dialog', dialog: 'resolve' },
    },
  ];
}

function boardCommands({ board }: Drill): readonly PlayCommand[] {
  return [
    ...board.slots.map(({ slot, title, picked }): PlayCommand => ({
      ...command(`board/slot/${slot}`, 'Board', picked === null ? `Fill in “${title}”` : `${title}: ${picked.text}`, {
        also: 'cause board slot evidence',
      }),
      deed: { do: 'slot', slot },
    })),
    ...board.beliefs.map(({ cause, status }): PlayCommand => ({
      ...command(`board/belief/${cause.id}`, 'Board', `Judge: ${cause.text}`, {
        also: `hypothesis cause ${cause.id} supported weakened excluded`,
        cost: status ?? '',
      }),
      deed: { do: 'belief', cause: cause.id },
    })),
    {
      ...command('board/claim', 'Board', board.claims.length > 0 ? 'Claim another cause' : 'Claim the cause', {
        also: 'claim-cause name',
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
        ...command(`show/${kind}`, 'Show', `Evidence: ${wordsOf(`show/${kind}`)}`, { also: `tab panel open ${kind}` }),
        deed: { do: 'tab', tab: id, kind },
      })),
    ),
    { ...command('show/board', 'Show', 'Cause board', { also: 'panel hypotheses slots' }), deed: { do: 'show', part: 'board' } },
    { ...command('show/map', 'Show', 'System map', { also: 'panel stations list' }), deed: { do: 'show', part: 'map' } },
    { ...command('show/actions', 'Show', 'Actions', { also: 'panel bar mitigate fix buttons' }), deed: { do: 'show', part: 'actions' } },
    { ...command('show/people', 'Show', 'Alerts and people', { also: 'panel messages firing' }), deed: { do: 'show', part: 'people' } },
    { ...command('show/notes', 'Show', 'Your notes', { also: 'write scratch' }), deed: { do: 'dialog', dialog: 'notes' } },
    ...observation.stations.map(({ id, name, figures }): PlayCommand => ({
      ...command(`show/station/${id}`, 'Show', `Station: ${name}`, {
        also: `inspect part ${id}`,
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
      ...command('tell/acknowledge', 'Tell', 'Acknowledge the page', {
        also: 'take pager',
        refusal: observation.page === null ? 'Nothing has paged yet.' : null,
      }),
      deed: { do: 'act', action: { type: 'acknowledge' } },
    };
    return [acknowledge, ...time.filter(({ id }) => id === 'time/pause')];
  }
  const message: PlayCommand = {
    ...command('tell/message', 'Tell', 'Post an update', {
      also: `message write tell stakeholder ${drill.state.menu.messageTo.map(({ name }) => name).join(' ')}`,
    }),
    deed: { do: 'dialog', dialog: 'message' },
  };
  const actions = actionCommands(drill.state);
  return [...actions, message, ...proveCommands(drill), ...boardCommands(drill), ...time, ...showCommands(drill)];
}
