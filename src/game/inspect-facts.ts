import type { ChangeEntry, Evidence, Reading, TableColumn, TableRow } from '../domain/evidence.ts';
import { lookTitle, type Colleagues } from '../domain/looked-by.ts';
import type { Unit } from '../domain/metric.ts';
import type { Tick } from '../domain/time.ts';
import { inspectWords } from './words/inspect.ts';

const words = inspectWords.facts;

interface Stated {
  readonly id: string;
  readonly evidence: string; // id of the evidence that shows it
  readonly from: string; // its title, and whose look it was where a colleague made it
  readonly label: string; // as a player reads it
  readonly tick: Tick; // when it was read
}

/** A number, a version, or a moment: what two facts can be compared in. */
export type Fact =
  | (Stated & {
      readonly kind: 'figure';
      readonly measure: string; // what is measured, whoever's it is
      readonly of: string; // segment, feature or version; "" for the whole
      readonly value: number;
      readonly unit: Unit;
      readonly low: number | null; // of its interval
      readonly high: number | null;
    })
  | (Stated & { readonly kind: 'version'; readonly measure: string; readonly of: string; readonly text: string })
  | (Stated & { readonly kind: 'moment'; readonly at: Tick });

/** Words of a key that say whose figure it is, or over which rows, not what is measured. */
const WHOSE = new Set(['live', 'reference', 'stable', 'champion', 'candidate', 'fallback', 'pinned', 'tonight', 'estimated', 'widest', 'narrowest', 'worst', 'newest', 'last', 'max', 'normal']); // prettier-ignore
const SAME: Readonly<Record<string, string>> = { null: 'missing' };

/** "evaluation.live_share{under-26}" measures "share"; where nothing is left, it measures what its part does. */
export function measureOf(key: string): string {
  const [part = '', name = ''] = key.replace(/\{.*\}$/, '').split(/\.(.*)/s);
  const said = name.split(/[_.]/).filter((word) => word !== '' && !WHOSE.has(word));
  return said.length === 0 ? part : said.map((word) => SAME[word] ?? word).join(' ');
}

const partOf = (key: string): string => /\{(.*)\}$/.exec(key)?.[1] ?? '';

function ofReading(reading: Reading, stated: Omit<Stated, 'id' | 'label'>): Fact[] {
  const { key, label, value, unit, normal } = reading;
  const shared = { ...stated, kind: 'figure', measure: measureOf(key), of: partOf(key), unit, low: null, high: null } as const;
  const own: Fact = { ...shared, id: `${stated.evidence}/${key}`, label, value };
  return normal === undefined
    ? [own]
    : [own, { ...shared, id: `${stated.evidence}/${key}/normal`, label: words.normal(label), value: normal }];
}

function ofRow(row: TableRow, columns: readonly TableColumn[], stated: Omit<Stated, 'id' | 'label'>): Fact[] {
  const heads = columns.length > row.cells.length ? columns.slice(1) : columns;
  return row.cells.flatMap((cell, i): Fact[] => {
    const head = heads[i];
    if (head === undefined || cell === null) return [];
    const shared = { ...stated, id: `${stated.evidence}/${row.label}/${head.title}`, label: words.cell(row.label, head.title) };
    if (typeof cell === 'string') return [{ ...shared, kind: 'version', measure: head.title.toLowerCase(), of: row.label, text: cell }];
    if (head.unit === 'text' || !Number.isFinite(cell)) return [];
    return [
      { ...shared, kind: 'figure', measure: head.title.toLowerCase(), of: row.label, value: cell, unit: head.unit, low: null, high: null },
    ];
  });
}

const ofEntry = (entry: ChangeEntry, i: number, stated: Omit<Stated, 'id' | 'label'>): Fact => ({
  ...stated,
  id: `${stated.evidence}/entry-${i}`,
  label: entry.text,
  kind: 'moment',
  at: entry.tick,
});

function ofBody({ body }: Evidence, stated: Omit<Stated, 'id' | 'label'>): Fact[] {
  const id = (name: string): string => `${stated.evidence}/${name}`;
  switch (body.kind) {
    case 'table':
      return body.rows.flatMap((row) => ofRow(row, body.columns, stated));
    case 'intervals':
      return body.rows.flatMap((row): Fact[] => {
        const shared = { ...stated, kind: 'figure', measure: 'estimate', of: row.label, unit: body.unit } as const;
        const own: Fact = {
          ...shared,
          id: id(`row/${row.label}`),
          label: words.estimate(row.label),
          value: row.estimate,
          low: row.low,
          high: row.high,
        };
        if (row.reference === null) return [own];
        return [
          own,
          {
            ...shared,
            id: id(`row/${row.label}/reference`),
            label: words.comparedWith(row.label),
            value: row.reference,
            low: null,
            high: null,
          },
        ];
      });
    case 'lineage':
      return [
        ...body.nodes.flatMap(({ id: node, name, kind, version, was }): Fact[] => {
          const shared = { ...stated, kind: 'version', measure: `${kind} version`, of: name } as const;
          const now: Fact[] = version === '' ? [] : [{ ...shared, id: id(node), label: words.versionNow(name), text: version }];
          return was === '' ? now : [...now, { ...shared, id: id(`${node}/was`), label: words.versionBefore(name), text: was }];
        }),
        ...body.fields.flatMap(({ field, before, now }): Fact[] => {
          const shared = { ...stated, kind: 'version', measure: 'field type', of: field } as const;
          return [
            { ...shared, id: id(`${field}/before`), label: words.typeBefore(field), text: before === '' ? words.notThere : before },
            { ...shared, id: id(`${field}/now`), label: words.typeNow(field), text: now === '' ? words.gone : now },
          ];
        }),
      ];
    case 'distributions':
      return body.features.flatMap(({ feature, missingReference, missingCurrent }): Fact[] => {
        const shared = { ...stated, kind: 'figure', measure: 'missing share', of: feature, unit: 'share', low: null, high: null } as const;
        return [
          { ...shared, id: id(`${feature}/reference`), label: words.missingReference(feature), value: missingReference },
          { ...shared, id: id(`${feature}/now`), label: words.missingNow(feature), value: missingCurrent },
        ];
      });
    case 'changes':
    case 'calendar':
    case 'messages':
      return body.entries.map((entry, i) => ofEntry(entry, i, stated));
    default:
      return [];
  }
}

/** All facts that a piece of evidence states. */
export function factsOf(evidence: Evidence, colleagues: Colleagues): readonly Fact[] {
  const stated = { evidence: evidence.id, from: lookTitle(evidence, colleagues), tick: evidence.tick };
  const facts = [...evidence.readings.flatMap((reading) => ofReading(reading, stated)), ...ofBody(evidence, stated)];
  const seen = new Set<string>();
  return facts.filter(({ id }) => !seen.has(id) && seen.add(id));
}
