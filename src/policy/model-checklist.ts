import type { Look } from '../domain/action.ts';
import type { Reading } from '../domain/evidence.ts';
import type { ChangePattern } from '../scenario/patterns.ts';
import { opened } from './habits.ts';
import type { PolicyView } from './policy.ts';

/** What a line of the checklist found: words to look for on the board, what it says to do, and the evidence. */
export interface Finding {
  readonly words: readonly string[];
  readonly remedies: readonly ChangePattern[]; // the first that is on offer
  readonly evidence: readonly string[]; // ids
}

interface Sign {
  readonly reading: string; // without label
  readonly beyond: (reading: Reading) => boolean;
  readonly words: readonly string[];
  readonly remedies: readonly ChangePattern[];
  readonly mend?: (label: string) => ChangePattern; // done to what the reading is of, before all others
}

interface Line {
  readonly look: Look['type'];
  readonly by?: string; // of a look at segments
  readonly signs: readonly Sign[];
}

const above =
  (bound: number) =>
  ({ value }: Reading): boolean =>
    value > bound;
const below =
  (bound: number) =>
  ({ value }: Reading): boolean =>
    value < bound;

/**
 * The checklist for a model that does badly, as one may find it on a wall: data, configuration, segments, experiments, in this order,
 * and the first thing that is off is it. It excludes nothing, and knows nothing that can be right to leave alone.
 */
const LINES: readonly Line[] = [
  {
    look: 'look-distributions',
    signs: [
      {
        reading: 'distributions.missing_share',
        beyond: above(0.1),
        words: ['missing', 'empty', 'join', 'match', 'number', 'feed', 'filled'],
        remedies: [{ type: 'pin-snapshot' }, { type: 'use-fallback-model', on: true }],
      },
      {
        reading: 'distributions.unknown_share',
        beyond: above(0.1),
        words: ['unknown', 'type', 'names', 'coerced', 'plan'],
        remedies: [{ type: 'pin-snapshot' }],
      },
      {
        reading: 'distributions.mean_factor',
        beyond: above(3),
        words: ['unit', 'cents', 'range', 'band', 'value'],
        remedies: [{ type: 'pin-snapshot' }],
      },
      {
        reading: 'distributions.spread_factor',
        beyond: below(0.8),
        words: ['feed'],
        remedies: [],
        mend: (feed) => ({ type: 'repair-feed', feed }),
      },
      {
        reading: 'distributions.worst_psi',
        beyond: above(0.25),
        words: ['mix', 'applicants', 'channel', 'customers', 'cards', 'segment', 'drift'],
        remedies: [{ type: 'set-cutoff' }],
      },
    ],
  },
  {
    look: 'look-segments',
    by: 'segment',
    signs: [
      {
        reading: 'segments.contrast',
        beyond: below(-0.2),
        words: ['segment'],
        remedies: [{ type: 'rollback' }],
      },
    ],
  },
  {
    look: 'look-segments',
    signs: [
      {
        reading: 'segments.narrowest',
        beyond: above(1.2),
        words: ['times', 'same people', 'segment', 'labels'],
        remedies: [],
      },
      {
        reading: 'segments.gap_pp',
        beyond: below(-3.5),
        words: ['kind', 'segment', 'slice', 'evaluation', 'model', 'version'],
        remedies: [{ type: 'rollback' }],
      },
    ],
  },
  {
    look: 'look-experiment',
    signs: [
      {
        reading: 'experiment.mix_gap_pp',
        beyond: above(8),
        words: ['mix', 'split', 'sides', 'payments'],
        remedies: [{ type: 'rerandomise' }],
      },
      {
        reading: 'experiment.arm_change',
        beyond: below(-0.1),
        words: ['test', 'experiment'],
        remedies: [{ type: 'pause-experiment', ask: true }],
      },
    ],
  },
  {
    look: 'look-dashboard',
    signs: [
      {
        reading: 'decisions.override_share',
        beyond: above(0.05),
        words: ['override', 'staff', 'refus'],
        remedies: [],
      },
    ],
  },
  {
    look: 'look-changes',
    signs: [
      {
        reading: 'changes.config.count',
        beyond: above(1.5),
        words: ['configuration'],
        remedies: [{ type: 'revert-config' }],
      },
    ],
  },
];

const unlabelled = (key: string): string => key.replace(/\{.*\}$/, '');
const labelOf = (key: string): string => /\{(.*)\}$/.exec(key)?.[1] ?? '';
const isOf = (look: Look, line: Line): boolean =>
  look.type === line.look && (line.by === undefined || (look.type === 'look-segments' && look.by === line.by));

/** The first sign of the checklist that the evidence shows; null where none does, or the list is not one for this system. */
export function firstSign(view: PolicyView): Finding | null {
  if (!isForModels(view)) return null;
  for (const line of LINES)
    for (const sign of line.signs)
      for (const one of view.observation.evidence)
        for (const reading of isOf(one.look, line) ? one.readings : []) {
          if (unlabelled(reading.key) !== sign.reading || !sign.beyond(reading)) continue;
          const mend = sign.mend?.(labelOf(reading.key));
          return { words: sign.words, remedies: [...(mend === undefined ? [] : [mend]), ...sign.remedies], evidence: [one.id] };
        }
  return null;
}

/** The next look of the checklist that this system offers and that was not made; null at its end. */
export function nextLine(view: PolicyView): Look | null {
  for (const line of LINES) {
    const offers = view.menu.looks.filter((offer) => isOf(offer.look, line) && offer.refusal === null);
    const unmade = offers.find((offer) => !opened(view.observation, offer.look));
    if (unmade !== undefined) return unmade.look;
  }
  return null;
}

/** Whether the checklist is one for this system: it shows data, segments or experiments. */
export const isForModels = ({ menu }: PolicyView): boolean =>
  menu.looks.some(({ look }) => ['look-distributions', 'look-segments', 'look-experiment'].includes(look.type));
