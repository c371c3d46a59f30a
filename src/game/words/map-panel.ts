import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'System map',
  stations: 'Stations',
  between: (from: string, to: string) => `${from} to ${to}`,
  onLines: 'On the lines',
  marks: 'Marks on the map',
  dot: (scale: string) => `One dot of the map ${scale}.`,
  givenUp: 'The graphics card gave up on the map. The list says the same.',
  lost: 'The graphics card let go of the map. The drill is paused, and the list says the same.',
  crowded: 'Words of this size find no room on the map. The list says the same.',
  cannotDraw: 'This browser cannot draw the map.',
  asMap: 'Map',
  asList: 'As a list',
};

export const mapPanelWords = inLanguage({ en });
