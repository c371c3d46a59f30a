import { encodeLink } from '../../run/link.ts';
import type { RunTrace } from '../../run/trace.ts';
import type { Element } from './elements.ts';
import { WAYS, type Sighting, type Way } from './sightings.ts';

/** A run that exercises an entry, as plain data. */
export interface Find extends Sighting {
  readonly variant: string;
  readonly seed: string;
  readonly link: string;
}

/** How each entry is exercised so far; entries that are not there are not. */
export type Known = Readonly<Record<string, Way>>;

/** Whether one way of being exercised is better than another, or than none. */
export const isBetter = (way: Way, than: Way | undefined): boolean => than === undefined || WAYS.indexOf(way) < WAYS.indexOf(than);

/** Whether a line of the score shows the entry. */
export const isByLine = (way: Way | undefined): boolean => way === 'earned' || way === 'charged';

/** The best run for each entry, of several ways the best, of several runs the first. */
export class Finds {
  private readonly best = new Map<string, { readonly sighting: Sighting; readonly trace: RunTrace | null }>();

  /** @param known what earlier runs showed: only better counts */
  constructor(known: Known = {}) {
    for (const [id, way] of Object.entries(known)) this.best.set(id, { sighting: { id, way, tick: 0, tell: null }, trace: null });
  }

  note(sightings: readonly Sighting[], trace: RunTrace): void {
    for (const sighting of sightings)
      if (isBetter(sighting.way, this.best.get(sighting.id)?.sighting.way)) this.best.set(sighting.id, { sighting, trace });
  }

  /** Whether a run for an element could show more than is known: a charge is all that a wrong act can show. */
  wants({ kind, cites }: Element): boolean {
    const enough = (way: Way | undefined): boolean => (kind === 'harmful' || kind === 'check' ? isByLine(way) : way === 'earned');
    return cites.some((id) => !enough(this.best.get(id)?.sighting.way));
  }

  /** Those that were noted here. */
  found(): readonly Find[] {
    const links = new Map<RunTrace, string>();
    return [...this.best.values()].flatMap(({ sighting, trace }): Find[] => {
      if (trace === null) return [];
      const link = links.get(trace) ?? encodeLink(trace.record, trace.finalHash);
      links.set(trace, link);
      return [{ ...sighting, variant: trace.variant, seed: trace.record.seed, link }];
    });
  }
}
