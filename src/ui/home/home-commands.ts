import type { Guidance } from '../../domain/guidance.ts';
import type { App } from '../../game/app.ts';
import { command } from '../../game/commands/command.ts';
import type { DrillCard } from '../../game/engine.ts';
import type { KeptRun, Save } from '../../game/saves.ts';
import { homeWords } from '../../game/words/home.ts';
import { offer, type Offered } from '../shell/command-center.ts';

interface Home {
  readonly app: App;
  readonly cards: readonly DrillCard[];
  readonly save: Save | null;
  readonly runs: readonly KeptRun[];
  readonly way: Guidance; // of a new shift
  readonly start: () => void;
  readonly goOn: () => void;
  readonly openLink: () => void;
  readonly openSeed: () => void;
}

/** What can be asked for at home: every drill, the shift that waits, runs that were kept, a link. */
export function homeCommands({ app, cards, save, runs, way, start, goOn, openLink, openSeed }: Home): readonly Offered[] {
  const { found } = homeWords;
  return [
    save === null
      ? offer(command('home/start', 'Go', found.start.words, { also: found.start.also }), start)
      : offer(command('home/continue', 'Go', found.goOn.words(save.title), { also: found.goOn.also }), goOn),
    ...cards.map((card) =>
      offer(
        command(`home/drill/${card.id}`, 'Go', found.play.words(card.title), {
          also: found.play.also(card.id),
          cost: found.play.cost(card.minutes),
        }),
        () => app.startShift(card.id, way),
      ),
    ),
    offer(command('home/link', 'Go', found.link.words, { also: found.link.also }), openLink),
    ...runs
      .slice(0, 1)
      .map(({ payload }) =>
        offer(command('home/story', 'Go', found.story.words, { also: found.story.also }), () => app.go({ screen: 'story', payload })),
      ),
    offer(command('home/seed', 'Go', found.seed.words, { also: found.seed.also }), openSeed),
    ...runs
      .slice(0, 10)
      .map((run) =>
        offer(
          command(`home/run/${run.scenario}/${run.seed}`, 'Go', found.debrief.words(run.title, run.day), { also: found.debrief.also }),
          () => app.go({ screen: 'debrief', payload: run.payload, at: null }),
        ),
      ),
  ];
}
