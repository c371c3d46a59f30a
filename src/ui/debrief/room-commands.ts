import { command } from '../../game/commands/command.ts';
import { pickRefusal } from '../../game/debrief-prevention.ts';
import { DEBRIEF_STEPS, missingFor } from '../../game/debrief-state.ts';
import type { Route } from '../../game/route.ts';
import { announce } from '../common/live.tsx';
import { offer, type Offered } from '../shell/command-center.ts';
import type { DebriefControl } from './debrief-control.ts';
import { debriefWords } from '../../game/words/debrief.ts';
import { preventionWords } from '../../game/words/prevention.ts';
import { roomWords } from '../../game/words/rooms.ts';

/** The ways from one room of a run to the others. */
export function roomWays(here: 'debrief' | 'story' | 'replay', payload: string, go: (route: Route) => void): readonly Offered[] {
  return (['debrief', 'story', 'replay'] as const)
    .filter((room) => room !== here)
    .map((room) =>
      offer(command(`room/${room}`, 'Go', roomWords.commands.room[room], { also: roomWords.commands.roomAlso }), () =>
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
      command(`debrief/${step}`, 'Show', debriefWords.stepCommand(debriefWords.steps[step]), {
        also: debriefWords.stepCommandAlso,
        refusal:
          missingFor(state, step) ??
          (index > state.reached + 1 ? debriefWords.firstComes(debriefWords.steps[DEBRIEF_STEPS[state.reached + 1]!]) : null),
      }),
      () => control.send({ type: 'go', step }),
    ),
  );
  const said = (refused: Promise<string | null>): void =>
    void refused.then((reason) => reason !== null && announce(roomWords.commands.notDone(reason)));
  const words = preventionWords.commands;
  const picking = state.step === 'prevention';
  const picks = !picking
    ? []
    : [
        ...run.preventions.map(({ id, title, effort }) => {
          const picked = state.picks.includes(id);
          return offer(
            command(`debrief/pick/${id}`, 'Prove', picked ? words.takeOut(title) : words.pick(title), {
              also: words.pickAlso,
              cost: words.cost(effort),
              refusal: pickRefusal(run.preventions, state.picks, id),
            }),
            () => control.send({ type: 'picks', picks: picked ? state.picks.filter((each) => each !== id) : [...state.picks, id] }),
          );
        }),
        offer(
          command('debrief/play-picks', 'Prove', words.play, {
            also: words.playAlso,
            refusal: state.picks.length === 0 ? words.pickFirst : null,
          }),
          () => said(control.playPicks()),
        ),
      ];
  return [
    ...steps,
    ...picks,
    offer(command('debrief/share', 'Go', roomWords.commands.share, { also: roomWords.commands.shareAlso }), onShare),
    ...roomWays('debrief', control.payload.value, control.room.go),
  ];
}
