import { inLanguage } from './language.ts';

const en = {
  expectedOne: (field: string, known: readonly string[], got: string) => `${field}: expected one of ${known.join(', ')}, got "${got}"`,
  expectedSome: (field: string, known: readonly string[], got?: string) =>
    `${field}: expected some of ${known.join(', ')}${got === undefined ? '' : `, got "${got}"`}`,
  unseen: (evidence: string) => `evidence: ${evidence} has not been seen yet`,
  over: 'the incident is over',
  onlyAfterwards: 'the incident is over; only preventions and the review are left',
  resolved: 'the incident is resolved; no more changes can be made',
  notYetOver: 'preventions and the review come after the incident',
  nothingPaged: 'nothing has paged yet',
  acknowledged: 'the page has been acknowledged already',
  noSeries: (metric: string) => `metric: there is no series "${metric}"`,
  watching: 'another metric is being watched; wait for its answer',
  openFirst: 'metric: open its dashboard first',
  nothingToTakeBack: 'there is no change to take back',
  inEffect: (label: string) => `"${label}" cannot be taken back once it has taken effect`,
  eachOnce: 'items: each prevention once',
  tooMuchEffort: (effort: string, most: number) => `items: ${effort} effort points; at most ${most}`,
  nobodyCan: (change: string) => `nobody can do that on this system: ${change}`,
  underWay: 'this change is already under way',
  noRoute: (route: string, known: readonly string[]) => `there is no route "${route}"; expected one of ${known.join(', ')}`,
  noDashboard: (known: readonly string[], got: string) => `dashboard: this system has ${known.join(', ')}, not "${got}"`,
  nothingToShow: (look: string) => `this system has nothing to show for ${look}`,
  noLogs: (station: string) => `station: no logs at "${station}"`,
  decidersAway: (until: string, wait: string, others: readonly string[]) =>
    `the colleague who has to agree to this is away until ${until}, for ${wait}${others.map((name) => `; the ${name} could be called in`).join('')}`,
};

/** Why something cannot be done now, whatever the system. Names of fields are those of the action. */
export const refusalWords = inLanguage({ en });
