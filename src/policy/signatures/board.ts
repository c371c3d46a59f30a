import type { Evidence, Reading } from '../../domain/evidence.ts';
import type { ChangePreview } from '../../domain/observation.ts';
import type { Brief, Option } from '../../scenario/brief.ts';
import type { ChangePattern } from '../../scenario/patterns.ts';
import { EFFORT, MOST_ITEMS } from '../aftermath.ts';
import type { Remedy, Signature } from './signature.ts';
import { SIGNATURES, type SignatureId } from './table.ts';

/** The option whose id has most of these parts; null where none has any. */
export function optionFor(options: readonly Pick<Option, 'id'>[], parts: readonly string[]): string | null {
  let best: { readonly id: string; readonly found: number } | null = null;
  for (const { id } of options) {
    const found = new Set(id.split('-').filter((part) => parts.includes(part))).size;
    if (found > (best?.found ?? 0)) best = { id, found };
  }
  return best?.id ?? null;
}

/** What a claim of a signature says on a scenario's board; null where the board has no option for it. */
export interface BoardAnswer {
  readonly changed: string;
  readonly enters: string;
  readonly missed: string;
  readonly hypothesis: string;
}

export function answerFor(brief: Brief, id: SignatureId): BoardAnswer | null {
  const { says }: Signature = SIGNATURES[id];
  const changed = optionFor(brief.board.changed, says.changed);
  const enters = optionFor(brief.board.enters, says.enters);
  const missed = optionFor(brief.board.missed, says.missed);
  const hypothesis = optionFor(brief.causes, says.hypothesis);
  return changed === null || enters === null || missed === null || hypothesis === null ? null : { changed, enters, missed, hypothesis };
}

/** Names that one piece of evidence speaks of: fields whose schema differs, then labels of what stands out. */
export function namesOf(evidence: Evidence, outstanding: (reading: Reading) => boolean): readonly string[] {
  const { body, readings } = evidence;
  const fields = body.kind === 'lineage' ? body.fields.map(({ field }) => field) : [];
  return [...fields, ...readings.filter(outstanding).flatMap(({ key }) => /\{(.*)\}$/.exec(key)?.[1] ?? [])];
}

/** Whether an id is made of a name, or of a part of it: the feed "device" of the feature "device-risk". */
const isOf = (id: string, name: string): boolean => {
  const parts = name.toLowerCase().split(/[-_ ]/);
  return id.split('-').some((part) => parts.includes(part));
};

/**
 * A remedy as a change of this system; null where it has no route to the part that is meant, or evidence names nothing to do it to.
 * @param offered the changes of the menu @param named names that evidence which shows a mark speaks of, most telling first
 */
export function patternFor(
  brief: Brief,
  { routeTo, when: _, namedBy, target, ...rest }: Remedy,
  offered: readonly ChangePreview[],
  named: (by: string | undefined) => readonly string[],
): ChangePattern | null {
  if (target !== undefined) {
    const targets = offered.flatMap(({ action }) => {
      const id = action.type === rest.type && target in action ? (action as Record<string, unknown>)[target] : undefined;
      return typeof id === 'string' ? [id] : [];
    });
    const meant = named(namedBy).flatMap((name) => targets.filter((id) => isOf(id, name)))[0];
    const only = meant ?? (targets.length === 1 ? targets[0] : undefined);
    return only === undefined ? null : { ...rest, [target]: only };
  }
  if (routeTo === undefined) return rest;
  const stations = brief.system.stations.filter((station) => station.part === routeTo).map((station) => station.id);
  const route = brief.system.routes.find((one) => stations.includes(one.station));
  return route === undefined ? null : { ...rest, route: route.id };
}

/** The preventions that a signature asks for, best first and of two alike the one of less effort, as far as the effort goes. */
export function preventionsFor(brief: Brief, id: SignatureId): readonly string[] {
  const { prevents }: Signature = SIGNATURES[id];
  const ranked = brief.preventions
    .map((item) => ({ item, place: prevents.findIndex((part) => item.id.split('-').includes(part)) }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place || a.item.effort - b.item.effort);
  const chosen: string[] = [];
  let effort = 0;
  for (const { item } of ranked) {
    if (chosen.length === MOST_ITEMS || effort + item.effort > EFFORT) continue;
    chosen.push(item.id);
    effort += item.effort;
  }
  return chosen;
}
