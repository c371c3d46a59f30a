import type { Evidence, Reading } from '../../domain/evidence.ts';
import type { ChangePreview } from '../../domain/observation.ts';
import type { Brief, Option } from '../../scenario/brief.ts';
import type { ChangePattern } from '../../scenario/patterns.ts';
import { EFFORT, MOST_ITEMS } from '../aftermath.ts';
import type { Remedy, Signature } from './signature.ts';
import { SIGNATURES, type SignatureId } from './table.ts';

/** How many different words of a kind a text has. */
const hits = (text: string, words: RegExp): number => new Set(text.toLowerCase().match(words) ?? []).size;

/** The option whose text has most of the words; null where none has any. */
export function optionFor(options: readonly Option[], words: RegExp): string | null {
  let best: { readonly id: string; readonly found: number } | null = null;
  for (const { id, text } of options) {
    const found = hits(text, words);
    if (found > (best?.found ?? 0)) best = { id, found };
  }
  return best?.id ?? null;
}

/** What a claim of a signature says on a scenario's board; null where the board has no words for it. */
export interface BoardAnswer {
  readonly changed: string;
  readonly enters: string;
  readonly missed: string;
  readonly hypothesis: string;
}

export function answerFor(brief: Brief, id: SignatureId): BoardAnswer | null {
  const { words }: Signature = SIGNATURES[id];
  const changed = optionFor(brief.board.changed, words.changed);
  const enters = optionFor(brief.board.enters, words.enters);
  const missed = optionFor(brief.board.missed, words.missed);
  const hypothesis = optionFor(brief.causes, words.hypothesis);
  return changed === null || enters === null || missed === null || hypothesis === null ? null : { changed, enters, missed, hypothesis };
}

/** Names that one piece of evidence speaks of: fields whose schema differs, then labels of what stands out. */
export function namesOf(evidence: Evidence, outstanding: (reading: Reading) => boolean): readonly string[] {
  const { body, readings } = evidence;
  const fields = body.kind === 'lineage' ? body.fields.map(({ field }) => field) : [];
  return [...fields, ...readings.filter(outstanding).flatMap(({ key }) => /\{(.*)\}$/.exec(key)?.[1] ?? [])];
}

/** Whether a label speaks of a name, or of a word of it: "Repair the feed from Device service" of "device-risk". */
const speaksOf = (label: string, name: string): boolean =>
  label.includes(name.toLowerCase()) ||
  name
    .toLowerCase()
    .split('-')
    .some((word) => word.length > 4 && label.includes(word));

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
    const targets = offered.flatMap(({ action, label }) =>
      action.type === rest.type && target in action
        ? [{ id: (action as Record<string, unknown>)[target], label: label.toLowerCase() }]
        : [],
    );
    const meant = named(namedBy).flatMap((name) => targets.filter(({ id, label }) => id === name || speaksOf(label, name)))[0];
    const only = meant ?? (targets.length === 1 ? targets[0] : undefined);
    return typeof only?.id === 'string' ? { ...rest, [target]: only.id } : null;
  }
  if (routeTo === undefined) return rest;
  const stations = brief.system.stations.filter((station) => station.part === routeTo).map((station) => station.id);
  const route = brief.system.routes.find((one) => stations.includes(one.station));
  return route === undefined ? null : { ...rest, route: route.id };
}

/** The preventions whose words fit a signature best, as far as the effort goes. */
export function preventionsFor(brief: Brief, id: SignatureId): readonly string[] {
  const { prevents }: Signature = SIGNATURES[id];
  const ranked = brief.preventions
    .map((item) => ({ item, found: hits(`${item.title} ${item.says}`, prevents) }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found || a.item.effort - b.item.effort);
  const chosen: string[] = [];
  let effort = 0;
  for (const { item } of ranked) {
    if (chosen.length === MOST_ITEMS || effort + item.effort > EFFORT) continue;
    chosen.push(item.id);
    effort += item.effort;
  }
  return chosen;
}
