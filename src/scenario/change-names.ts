import { Cursor } from './cursor.ts';
import type { System } from './system.ts';

const texts = (items: readonly Cursor[]): readonly string[] => items.flatMap((item) => item.text() ?? []);
const ids = (list: Cursor): readonly string[] => texts(list.items().map((item) => item.get('id')));

/** Segments of the dimension by which a scoring system may decide. */
function decidedSegments(parts: Cursor): readonly string[] {
  const dimension = parts.get('decisions').get('dimension').text();
  if (dimension === undefined) return [];
  const groups = parts.get('population').get('groups').items();
  return [...new Set(texts(groups.map((group) => group.get('segments').get(dimension))))];
}

/**
 * The names that a field of a change may have on a system, with what they are names of; undefined where the field is no name.
 * What is named lies in parts that not every system has: none there means that the change makes no sense on it.
 */
export function changeNames(
  type: string,
  field: string,
  system: System,
): { readonly what: string; readonly known: readonly string[] } | undefined {
  const parts = new Cursor(system.parts);
  switch (`${type} ${field}`) {
    case 'set-cutoff segment':
      return { what: 'segment that has a cut-off of its own called', known: decidedSegments(parts) };
    case 'add-rule segment':
      return { what: 'pattern in decisions.patterns called', known: ids(parts.get('decisions').get('patterns')) };
    case 'drop-feature feature':
      return { what: 'feature in population.features called', known: ids(parts.get('population').get('features')) };
    case 'fix-mapping feature':
      return {
        what: 'feature in population.features or join in pipeline.joins called',
        known: [...ids(parts.get('population').get('features')), ...ids(parts.get('pipeline').get('joins'))],
      };
    case 'repair-feed feed':
      return { what: 'feed in pipeline.sources called', known: ids(parts.get('pipeline').get('sources')) };
    case 'set-flag flag':
      return { what: 'switch in audience.clientFlag called', known: texts([parts.get('audience').get('clientFlag')]) };
    case 'pause-experiment experiment':
      return { what: 'experiment in audience.experiment called', known: texts([parts.get('audience').get('experiment')]) };
    default:
  }
  if (field === 'route') return { what: 'route', known: system.routes.map((route) => route.id) };
  if (field === 'version') return { what: 'version', known: system.versions.map((version) => version.id) };
  return undefined;
}

/** On which rows a system can be trained; undefined where every choice is the same to it. */
export function trainingData(system: System): readonly string[] | undefined {
  const parts = new Cursor(system.parts);
  if (system.plant === 'scoring') return texts(parts.get('training').get('data').items());
  const made = parts.get('release').get('retrained').items();
  return system.plant === 'exposure' ? texts(made.map((one) => one.get('data'))) : undefined;
}
