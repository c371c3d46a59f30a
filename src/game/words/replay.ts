import { inLanguage } from '../../domain/words/language.ts';

/** The replay: what is verified, what monitoring had shown at a tick, and the way through time. */
const en = {
  title: (drill: string) => `Replay: ${drill}`,
  subtitle: (system: string, seed: string) => `${system}, seed ${seed}`,
  opening: 'Simulating the run again…',
  cannotBeOpened: 'This replay cannot be opened',
  lookingAt: 'Looking at that moment…',
  verified: 'Verified',
  notVerified: 'Not verified',
  sameHash: 'Simulated again here, to the same final hash',
  otherHash: (hash: string) => `The link says ${hash}, this simulation ends otherwise.`,
  finalHash: 'final hash',
  ways: { debrief: 'Debrief', story: 'Story', play: 'Play this seed' },
  commands: {
    next: 'Next moment',
    nextAlso: 'step forward',
    previous: 'Previous moment',
    previousAlso: 'step back',
    again: 'Play this seed',
    againAlso: 'again same',
  },
  gauges: {
    normal: (value: string) => `normal ${value}`,
    impact: 'Impact so far',
    estimated: (rate: string) => `${rate}, estimated`,
    trust: 'Trust',
    ofHundred: 'of 100',
    phase: 'Phase',
    alerts: 'Alerts firing',
    noAlerts: 'none',
  },
  log: {
    title: 'Log',
    count: (done: number, all: number, clock: string) => `${done} of ${all} entries by ${clock}`,
    refused: (reason: string) => `(refused: ${reason})`,
    calm: 'Nothing has happened yet: all is calm.',
  },
  time: {
    label: 'Time',
    slider: 'Tick of the replay',
    at: (clock: string, events: readonly string[]) => [clock, ...events].join(', '),
    tick: (tick: number, end: number) => `tick ${tick} of ${end}`,
    previous: 'Event before',
    next: 'Next event',
    back: (span: string) => `−${span}`,
    forward: (span: string) => `+${span}`,
    noNext: 'There is no event after this.',
    noPrevious: 'There is no event before this.',
    carriedOut: (change: string) => `${change}: carried out`,
    beginsToShow: (change: string) => `${change}: begins to show`,
  },
  stations: {
    title: 'What monitoring had shown',
    status: { unknown: 'not looked at', healthy: 'normal', warn: 'out of normal', crit: 'hurting users' },
    seenAt: (status: string, clock: string) => `${status}, seen ${clock}`,
    figure: (label: string, value: string) => `${label} ${value}`,
    figureNormal: (label: string, value: string, normal: string) => `${label} ${value} (normal ${normal})`,
  },
};

export const replayWords = inLanguage({ en });
