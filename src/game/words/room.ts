import { counted } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  inside: (station: string) => `In ${station}`,
  seen: (clock: string) => `seen ${clock}`,
  close: (station: string) => `Close ${station}, back to the map`,
  eachAlert: 'Each alert',
  actions: {
    title: 'Actions here',
    none: (station: string) => `No change on offer touches ${station}.`,
    mitigate: 'Mitigate',
    fix: 'Fix',
  },
  evidence: {
    title: 'Evidence from here',
    read: (id: string, title: string, clock: string) => `${id} ${title}, read ${clock}`,
  },
  figures: {
    title: 'Figures',
    noInstruments: 'No instruments here.',
    noneSeen: 'None seen yet: a dashboard below shows them.',
    live: (clock: string) => `live, seen ${clock}`,
    offNormal: 'out of normal',
    normal: (value: string) => `normal ${value}`,
  },
  states: {
    title: 'States',
    numbers: (chart: string) => `${chart}: events by their number in the drawing`,
    summary: (states: number, ways: number) => `${counted(states, { other: 'states' })}, ${counted(ways, { other: 'ways' })} between them`,
    way: (from: string, to: string) => `${from} → ${to}, on {event}`,
    notSeen: 'Not seen yet: evidence of this station shows where it is.',
    lastSeen: 'Last seen',
    soFar: 'Seen so far:',
    gap: '(not seen how)',
  },
};

/** A station from the inside. */
export const roomWords = inLanguage({ en });
