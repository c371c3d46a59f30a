import { formatValue } from '../../domain/metric.ts';
import type { ColleagueOffer } from '../../domain/observation.ts';
import { duration } from '../../domain/time.ts';
import { lookWords } from '../words/looks.ts';
import type { SessionState } from '../session.ts';
import { colleagueWords as words } from '../words/colleagues.ts';
import { lookId } from './action-commands.ts';
import { command } from './command.ts';
import type { PlayCommand } from './play-command.ts';

/** How soon someone comes, and for how much: "here in 4 min to 8 min, €180". */
export const termsOf = ({ comesSeconds: { from, to }, eur }: ColleagueOffer): string =>
  words.terms(words.comes(duration(from), duration(to)), formatValue(eur, 'eur'));

function commandsOf(offer: ColleagueOffer): readonly PlayCommand[] {
  const { id, name, reads, refusal, looks } = offer;
  return [
    {
      ...command(`tell/escalate/${id}`, 'Tell', words.commands.call(name), {
        also: words.commands.callAlso(reads.join(' ')),
        cost: termsOf(offer),
        refusal,
      }),
      deed: { do: 'act', action: { type: 'escalate', to: id } },
    },
    ...looks.map(({ look, label, costSeconds, refusal: why }): PlayCommand => ({
      ...command(`tell/ask/${id}/${lookId(look)}`, 'Tell', words.commands.ask(name, label), {
        also: words.commands.askAlso,
        cost: lookWords.takes(duration(costSeconds)),
        refusal: why,
      }),
      deed: { do: 'act', action: { type: 'ask-colleague', who: id, look } },
    })),
  ];
}

/** Calling people in, and every look that each of them can be asked for. */
export const colleagueCommands = ({ menu }: SessionState): readonly PlayCommand[] =>
  menu.colleagues.length === 0
    ? []
    : [
        {
          ...command('tell/colleagues', 'Tell', words.commands.open, {
            also: words.commands.openAlso(menu.colleagues.map(({ name }) => name).join(' ')),
          }),
          deed: { do: 'dialog', dialog: 'colleagues' },
        },
        ...menu.colleagues.flatMap(commandsOf),
      ];
