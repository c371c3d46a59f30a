import type { LineageNode } from '../../domain/evidence.ts';
import { inLanguage } from '../../domain/words/language.ts';

const kinds: Readonly<Record<LineageNode['kind'], string>> = {
  source: 'source',
  step: 'step',
  snapshot: 'data snapshot',
  model: 'model',
  use: 'use',
};

interface Node {
  readonly kind: LineageNode['kind'];
  readonly version: string; // "" for none
  readonly was: string | null; // null: unchanged
  readonly from: string; // names of what it was made from; "" for none
  readonly says: string;
}

const en = {
  kinds,
  changedNode: (name: string, was: string, now: string) => `${name} (${was} to ${now})`,
  allSame: (count: number) => `All ${count} have the version that they had before.`,
  changed: (changed: readonly string[], of: number) => `${changed.length} of ${of} changed: ${changed.join(', ')}.`,
  graph: (title: string) => `${title}: steps in the order in which they feed each other`,
  /** What is said of a node after its name. */
  node: ({ kind, version, was, from, says }: Node) =>
    `${kinds[kind]}${version === '' ? '' : ` ${version}`}${was === null ? '' : `, was ${was}`}${from === '' ? '' : `, from ${from}`}${says === '' ? '' : `; ${says}`}.`,
  kindAloud: (kind: LineageNode['kind']) => `, ${kinds[kind]}, `,
  /** @param aloud marks up what is only heard @param was @param now versions, marked up */
  changedFrom: <T>(aloud: (text: string) => T, was: T, now: T): readonly T[] => [aloud('changed from '), was, aloud(' to '), now],
  feedsAloud: (next: string) => `, feeds ${next}`,
  table: {
    name: 'Name',
    kind: 'Kind',
    before: 'Before',
    now: 'Now',
    from: 'Made from',
    changed: 'changed:',
  },
  schema: {
    same: 'Every field has the name and the type that it had before.',
    differ: 'Fields that differ',
    field: 'field',
    before: 'before',
    now: 'now',
    notThere: 'not there',
    gone: 'gone',
  },
};

/** Which data and code made a model, and which fields differ. */
export const lineageWords = inLanguage({ en });
