import type { App } from '../../game/app.ts';
import { command } from '../../game/commands/command.ts';
import type { DrillCard } from '../../game/engine.ts';
import type { KeptRun, Save } from '../../game/saves.ts';
import { offer, type Offered } from '../shell/command-center.ts';

interface Home {
  readonly app: App;
  readonly cards: readonly DrillCard[];
  readonly save: Save | null;
  readonly runs: readonly KeptRun[];
  readonly start: () => void;
  readonly goOn: () => void;
  readonly openLink: () => void;
  readonly openSeed: () => void;
}

/** What can be asked for at home: every drill, the shift that waits, runs that were kept, a link. */
export function homeCommands({ app, cards, save, runs, start, goOn, openLink, openSeed }: Home): readonly Offered[] {
  const go = 'Go' as const;
  return [
    save === null
      ? offer(command('home/start', go, 'Start your shift', { also: 'play new' }), start)
      : offer(command('home/continue', go, `Continue: ${save.title}`, { also: 'resume shift go on' }), goOn),
    ...cards.map((card) =>
      offer(
        command(`home/drill/${card.id}`, go, `Play: ${card.title}`, {
          also: `drill start shift ${card.id}`,
          cost: `about ${card.minutes} min`,
        }),
        () => app.startShift(card.id),
      ),
    ),
    offer(command('home/link', go, 'Open a link', { also: 'replay story debrief paste' }), openLink),
    offer(command('home/seed', go, 'Play a seed', { also: 'same night number replay' }), openSeed),
    ...runs
      .slice(0, 10)
      .map((run) =>
        offer(
          command(`home/run/${run.scenario}/${run.seed}`, go, `Debrief of ${run.title}, ${run.day}`, { also: 'run replay kept mine' }),
          () => app.go({ screen: 'debrief', payload: run.payload, at: null }),
        ),
      ),
  ];
}
