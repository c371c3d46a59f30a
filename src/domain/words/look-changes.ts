import type { CalendarKind } from '../evidence.ts';
import { inLanguage } from './language.ts';

const en = {
  lately: { hour: 'hour' },
  modelDeploys: (lately: string) => `Model deploys in the last ${lately}`,
  configChanges: (lately: string) => `Config changes in the last ${lately}`,
  dataChanges: (lately: string) => `Data changes in the last ${lately}`,
  minutesSince: 'Minutes since the last model deploy',
  calendar: {
    campaign: 'Calendar: campaign entries',
    'app-release': 'Calendar: app release entries',
    experiment: 'Calendar: experiment entries',
    holiday: 'Calendar: holiday entries',
    season: 'Calendar: season entries',
  } satisfies Record<CalendarKind, string>,
  thisYear: 'This year',
  lastYear: 'Last year, same hours',
  lastYearChange: 'Last year at this hour, against its ordinary week',
  messages: 'Messages',
};

/** What the change history, the calendar and messages show. */
export const changeLook = inLanguage({ en });
