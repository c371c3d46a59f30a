import type { App } from '../../game/app.ts';
import { command } from '../../game/commands/command.ts';
import { settingCommands } from '../../game/commands/setting-commands.ts';
import { termCommands } from '../../game/commands/term-commands.ts';
import { shellWords } from '../../game/words/shell.ts';
import { announce } from '../common/live.tsx';
import { offer, type Offered } from './command-center.ts';

/** What every screen has: the way home, the two sheets, every setting. */
export function pageCommands(app: App, openSheet: (sheet: 'settings' | 'help' | { readonly term: string }) => void): readonly Offered[] {
  const { settings, route } = app.state();
  const { go } = shellWords;
  return [
    ...(route.screen === 'home'
      ? []
      : [offer(command('go/home', 'Go', go.home.words, { also: go.home.also }), () => app.go({ screen: 'home' }))]),
    offer(command('go/help', 'Go', go.help.words, { also: go.help.also }), () => openSheet('help')),
    offer(command('go/settings', 'Go', go.settings.words, { also: go.settings.also }), () => openSheet('settings')),
    ...settingCommands(settings).map((each) =>
      offer(each, ({ next, says }) => {
        app.setSettings(next);
        announce(says);
      }),
    ),
    ...termCommands().map((each) => offer(each, ({ term }) => openSheet({ term: term.name }))),
  ];
}
