import { command } from '../../game/commands/command.ts';
import { pickRefusal } from '../../game/debrief-prevention.ts';
import { DEBRIEF_STEPS, STEP_TITLES, missingFor } from '../../game/debrief-state.ts';
import type { Route } from '../../game/route.ts';
import { announce } from '../common/live.tsx';
import { offer, type Offered } from '../shell/command-center.ts';
import type { DebriefControl } from './debrief-control.ts';

const ROOMS = { debrief: 'Debrief of this run', story: 'Tell the story of this run', replay: 'Replay of this run' } as const;

/** The ways from one room of a run to the others. */
export function roomWays(here: keyof typeof ROOMS, payload: string, go: (route: Route) => void): readonly Offered[] {
  return (['debrief', 'story', 'replay'] as const)
    .filter((room) => room !== here)
    .map((room) =>
      offer(command(`room/${room}`, 'Go', ROOMS[room], { also: 'open room' }), () =>
        go(room === 'debrief' ? { screen: room, payload, at: null } : { screen: room, payload }),
      ),
    );
}

/** What the debrief offers: its steps, the preventions to pick and to prove, the words of the review. */
export function debriefCommands(control: DebriefControl, onShare: () => void): readonly Offered[] {
  const run = control.run.value;
  if (run === null) return roomWays('debrief', control.payload.value, control.room.go);
  const state = control.state.value;
  const steps = DEBRIEF_STEPS.map((step, index) =>
    offer(
      command(`debrief/${step}`, 'Show', `Step: ${STEP_TITLES[step]}`, {
        also: 'debrief step',
        refusal:
          missingFor(state, step) ??
          (index > state.reached + 1 ? `First comes “${STEP_TITLES[DEBRIEF_STEPS[state.reached + 1]!]}”.` : null),
      }),
      () => control.send({ type: 'go', step }),
    ),
  );
  const said = (refused: Promise<string | null>): void => void refused.then((reason) => reason !== null && announce(`Not done: ${reason}`));
  const picking = state.step === 'prevention';
  const picks = !picking
    ? []
    : [
        ...run.preventions.map(({ id, title, effort }) => {
          const picked = state.picks.includes(id);
          return offer(
            command(`debrief/pick/${id}`, 'Prove', `${picked ? 'Take out' : 'Pick'}: ${title}`, {
              also: 'prevention pick-preventions',
              cost: `effort ${effort} of 10`,
              refusal: pickRefusal(run.preventions, state.picks, id),
            }),
            () => control.send({ type: 'picks', picks: picked ? state.picks.filter((each) => each !== id) : [...state.picks, id] }),
          );
        }),
        offer(
          command('debrief/play-picks', 'Prove', 'Play the night again with these picks', {
            also: 'prevention pick-preventions rerun prove',
            refusal: state.picks.length === 0 ? 'Pick at least one prevention first.' : null,
          }),
          () => said(control.playPicks()),
        ),
      ];
  return [
    ...steps,
    ...picks,
    offer(command('debrief/share', 'Go', 'Share this replay', { also: 'link copy' }), onShare),
    ...roomWays('debrief', control.payload.value, control.room.go),
  ];
}
