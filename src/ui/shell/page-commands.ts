import type { App } from '../../game/app.ts';
import { command } from '../../game/commands/command.ts';
import { settingCommands } from '../../game/commands/setting-commands.ts';
import { announce } from '../common/live.tsx';
import { offer, type Offered } from './command-center.ts';

/** What every screen has: the way home, the two sheets, every setting. */
export function pageCommands(app: App, openSheet: (sheet: 'settings' | 'help') => void): readonly Offered[] {
  const { settings, route } = app.state();
  return [
    ...(route.screen === 'home'
      ? []
      : [offer(command('go/home', 'Go', 'Home, all drills', { also: 'leave exit menu start' }), () => app.go({ screen: 'home' }))]),
    offer(command('go/help', 'Go', 'Help and keys', { also: 'how shortcuts ?' }), () => openSheet('help')),
    offer(command('go/settings', 'Go', 'Settings', { also: 'preferences options' }), () => openSheet('settings')),
    ...settingCommands(settings).map((each) =>
      offer(each, ({ next, says }) => {
        app.setSettings(next);
        announce(says);
      }),
    ),
  ];
}
