import { audienceWords } from '../../domain/words/audience.ts';
import type { AudienceParams } from './params.ts';

export const SIDES = ['stable', 'candidate'] as const;
export type Side = (typeof SIDES)[number];

/**
 * How counts lie in arrays: one cell for each segment × client × arm × side, the side running fastest. Cells of the same segment lie
 * together.
 */
export interface Cells {
  readonly segments: number;
  readonly clients: number;
  readonly arms: number;
  readonly count: number;
  readonly segmentOf: Uint8Array;
  readonly clientOf: Uint8Array;
  readonly armOf: Uint8Array;
  readonly sideOf: Uint8Array; // 0 stable, 1 candidate
}

const made = new WeakMap<AudienceParams, Cells>();

export function cellsOf(params: AudienceParams): Cells {
  const known = made.get(params);
  if (known !== undefined) return known;
  const [segments, clients, arms] = [params.segments.length, params.clients.length, params.arms.length];
  const count = segments * clients * arms * 2;
  const cells: Cells = {
    segments,
    clients,
    arms,
    count,
    segmentOf: new Uint8Array(count),
    clientOf: new Uint8Array(count),
    armOf: new Uint8Array(count),
    sideOf: new Uint8Array(count),
  };
  for (let cell = 0; cell < count; cell += 1) {
    cells.sideOf[cell] = cell % 2;
    cells.armOf[cell] = Math.floor(cell / 2) % arms;
    cells.clientOf[cell] = Math.floor(cell / 2 / arms) % clients;
    cells.segmentOf[cell] = Math.floor(cell / 2 / arms / clients);
  }
  made.set(params, cells);
  return cells;
}

/** What lets a player split an audience: a dimension and the names of its groups. */
export interface Dimension {
  readonly id: 'segment' | 'client' | 'arm' | 'side';
  readonly title: string;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly groupOf: Uint8Array; // by cell
}

/** The dimensions that an audience has more than one group of, the sides last. */
export function dimensionsOf(params: AudienceParams): readonly Dimension[] {
  const cells = cellsOf(params);
  const { dimensions, sides } = audienceWords;
  const all: readonly Dimension[] = [
    { id: 'segment', title: dimensions.segment, groups: params.segments, groupOf: cells.segmentOf },
    { id: 'client', title: dimensions.client, groups: params.clients, groupOf: cells.clientOf },
    { id: 'arm', title: dimensions.arm, groups: params.arms, groupOf: cells.armOf },
    { id: 'side', title: dimensions.side, groups: SIDES.map((side) => ({ id: side, name: sides[side] })), groupOf: cells.sideOf },
  ];
  return all.filter((dimension) => dimension.groups.length > 1);
}
