import { atClock } from '../../domain/at-clock.ts';
import { sentences } from '../../domain/sentence.ts';
import { figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

/** "They are of two parts …" where two facts are of different ones; null where they are of the same. */
type Parts = readonly [string, string] | null;

const ofParts = (parts: Parts): string => (parts === null ? '' : ` They are of two parts, ${parts[0]} and ${parts[1]}.`);
const kinds = { figure: 'a figure', version: 'a version or a word', moment: 'a moment' };

const en = {
  apart: {
    measures: (a: string, aValue: string, b: string, bValue: string) =>
      `They cannot be compared: they are of different things, “${a}” (${aValue}) and “${b}” (${bValue}).`,
    same: 'They cannot be compared: it is the same fact twice.',
    things: (a: string, b: string) => `They cannot be compared: they are of different things, ${a} and ${b}.`,
    kinds: (a: keyof typeof kinds, b: keyof typeof kinds) => `They cannot be compared: one is ${kinds[a]}, the other ${kinds[b]}.`,
  },
  points: (points: string) => `${points} percentage points`,
  gap: (gap: string, times: number | null) =>
    times === null ? gap : `${gap}, ${times >= 10 ? Math.round(times) : figure(times, 1)} times as much`,
  agree: (both: string, parts: Parts) => `They agree: both are ${both}.${ofParts(parts)}`,
  withinChance: (a: string, b: string, parts: Parts) => `They agree: ${a} and ${b} lie within what chance explains.${ofParts(parts)}`,
  withinFive: (a: string, b: string, parts: Parts) => `They agree: ${a} and ${b} lie within 5 %.${ofParts(parts)}`,
  differ: (gap: string, a: string, b: string, parts: Parts) => `They differ by ${gap}: ${a} and ${b}.${ofParts(parts)}`,
  sameTime: 'They agree: both happened at about the same time.',
  cameFirst: (gap: string, first: string) => `They differ by ${gap}: “${first}” came first.`,
  sameVersion: (version: string, of: Parts) => `They agree: both are ${version}${of === null ? '' : `, of ${of[0]} and ${of[1]}`}.`,
  otherVersion: (a: string, b: string, of: Parts) =>
    of === null ? `They differ: ${a} and ${b}.` : `They differ: ${a} (${of[0]}) and ${b} (${of[1]}).`,
  facts: {
    normal: (label: string) => `${label}: normal`,
    cell: (row: string, column: string) => `${row}: ${column}`,
    estimate: (row: string) => `${row}: estimate`,
    comparedWith: (row: string) => `${row}: compared with`,
    versionNow: (name: string) => `${name}: version now`,
    versionBefore: (name: string) => `${name}: version before`,
    typeBefore: (field: string) => `${field}: type before`,
    typeNow: (field: string) => `${field}: type now`,
    notThere: 'not there',
    gone: 'gone',
    missingReference: (feature: string) => `${feature}: missing in the reference`,
    missingNow: (feature: string) => `${feature}: missing now`,
  },
  dialog: {
    title: 'Inspect two facts',
    free: 'free; clock waits',
    none: 'You have opened no evidence yet. Look first; every figure of it can then be set against another.',
    first: 'First fact',
    second: 'Second fact',
    group: (evidence: string, clock: string) => `${evidence}, ${clock}`,
    type: 'Type to find, or pick below',
    comparable: 'can be compared',
    nothing: 'No fact has these words.',
    more: (count: number) => `${figure(count)} more: type to narrow them down.`,
    change: 'Pick another',
    changeAloud: (place: string, fact: string) => `${place}, ${fact}: pick another`,
    firstFirst: 'Comes next: those that can be compared with the first will stand on top.',
    anew: 'Start anew',
    ask: 'Pick two facts that should agree: a type before and now, a share evaluated and live, a figure and its normal.',
    readAt: (one: string, other: string) => `Read ${atClock(one)} and ${atClock(other)}: the world may have moved between.`,
    pinUnder: 'Pin under',
    pin: 'Pin to the board',
    pinned: (slot: string) => `Pinned to the board, under ${slot}.`,
    pinText: (a: string, b: string, finding: string) => sentences([`${a} against ${b}`, finding]),
  },
};

export const inspectWords = inLanguage({ en });
