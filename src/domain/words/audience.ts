import { inLanguage } from './language.ts';

const en = {
  arriving: (unit: string) => `Arriving ${unit}`,
  whoArrives: (title: string) => (title.startsWith('Arriving ') ? title.slice('Arriving '.length) : null), // the unit of the title above
  onClient: (client: string) => `On ${client}`,
  inArm: (arm: string) => `In ${arm}`,
  requests: 'requests',
  everyone: 'Everyone',
  allClients: 'All clients',
  allArms: 'All',
  dimensions: { segment: 'Segment', client: 'Client version', arm: 'Experiment arm', side: 'Model version' },
  sides: { stable: 'stable', candidate: 'candidate' },
};

/** Who comes, and what they are split by. */
export const audienceWords = inLanguage({ en });
