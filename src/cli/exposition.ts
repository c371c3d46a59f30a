/** Labels of one sample, in the order in which they are written. */
export type Labels = Readonly<Record<string, string>>;

export interface Plain {
  readonly labels: Labels;
  readonly value: number;
}

/** One histogram: how many observations lie at or below each edge, ascending; `count` includes those above the last. */
export interface Distribution {
  readonly labels: Labels;
  readonly edges: readonly number[];
  readonly cumulative: readonly number[];
  readonly sum: number;
  readonly count: number;
}

/** All samples of one metric name, in base units. */
export type Family =
  | { readonly name: string; readonly help: string; readonly type: 'counter' | 'gauge'; readonly samples: readonly Plain[] }
  | { readonly name: string; readonly help: string; readonly type: 'histogram'; readonly samples: readonly Distribution[] };

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

const escapedHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
const escapedLabel = (text: string): string => escapedHelp(text).replaceAll('"', '\\"');

const numberText = (value: number): string => {
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
};

const labelText = (labels: Labels): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapedLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

const rows = (name: string, { labels, edges, cumulative, sum, count }: Distribution): string[] => [
  ...edges.map((edge, i) => `${name}_bucket${labelText({ ...labels, le: numberText(edge) })} ${numberText(cumulative[i] ?? NaN)}`),
  `${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${numberText(count)}`,
  `${name}_sum${labelText(labels)} ${numberText(sum)}`,
  `${name}_count${labelText(labels)} ${numberText(count)}`,
];

/**
 * Prometheus text exposition, format 0.0.4. Source: prometheus.io/docs/instrumenting/exposition_formats
 * @throws when a name is not one of Prometheus or comes twice: a bug, since all names are the project's own
 */
export function exposition(families: readonly Family[]): string {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (const family of families) {
    if (!NAME.test(family.name) || seen.has(family.name)) throw new Error(`expected a metric name of its own, got "${family.name}"`);
    seen.add(family.name);
    lines.push(`# HELP ${family.name} ${escapedHelp(family.help)}`, `# TYPE ${family.name} ${family.type}`);
    if (family.type === 'histogram') for (const sample of family.samples) lines.push(...rows(family.name, sample));
    else for (const sample of family.samples) lines.push(`${family.name}${labelText(sample.labels)} ${numberText(sample.value)}`);
  }
  return `${lines.join('\n')}\n`;
}
