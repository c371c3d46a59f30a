import type { Status } from '../../domain/observation.ts';
import { figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const statuses: Readonly<Record<Status, string>> = {
  unknown: 'not looked at yet',
  healthy: 'normal',
  warn: 'out of normal',
  crit: 'hurting users',
};

interface Station {
  readonly name: string;
  readonly state: string;
  readonly caption: string; // "" for none
  readonly figures: readonly string[];
  readonly leadsTo: readonly string[];
}

const en = {
  statuses,
  reading: (label: string, value: string, normal: string | null) => `${label} ${value}${normal === null ? '' : ` (normal ${normal})`}`,
  latency: (value: string, normal: string | null) => `${value}${normal === null ? '' : ` (normal ${normal})`}`,
  lookedAt: 'looked at',
  queued: (count: number) => `${figure(count)} queued`,
  flow: (name: string, flows: readonly string[]) => `${name} at ${flows.join(', ')}`,
  silent: (since: string) => `no signal since ${since}`,
  station: ({ name, state, caption, figures, leadsTo }: Station) =>
    `${name}: ${state}${caption === '' ? '' : `; ${caption}`}${figures.length === 0 ? '' : `; ${figures.join(', ')}`}${
      leadsTo.length === 0 ? '' : `; leads to ${leadsTo.join(', to ')}`
    }`,
  hurting: (stations: readonly string[]) => `Hurting users: ${stations.join(', ')}.`,
  outOfNormal: (stations: readonly string[]) => `Out of normal: ${stations.join(', ')}.`,
  silentNow: (stations: readonly string[]) => `No signal: ${stations.join(', ')}.`,
  notLookedAt: (count: number, of: number) => `${figure(count)} of ${figure(of)} stations not looked at yet.`,
  goesOn: (station: string, state: string) => `${station}: ${state}.`,
  figuresNormal: 'All figures are normal.',
  allNormal: 'All stations are normal.',
};

/** Stations and lines of the map in words. */
export const mapWords = inLanguage({ en });
