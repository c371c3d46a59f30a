/** One sample line of an exposition. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ReadFamily {
  readonly type: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

const valueOf = (text: string): number => (text === '+Inf' ? Infinity : text === '-Inf' ? -Infinity : Number(text));

/** Reads a text exposition strictly; any line that is not one of its three kinds throws. */
export function readExposition(text: string): Map<string, ReadFamily> {
  const families = new Map<string, { type: string; help: string; samples: Sample[] }>();
  let current = '';
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  for (const line of text.slice(0, -1).split('\n')) {
    const help = /^# HELP (\S+) (.+)$/.exec(line);
    const type = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line);
    const sample = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line);
    if (help) {
      current = help[1] ?? '';
      if (families.has(current)) throw new Error(`${current} comes twice`);
      families.set(current, { type: '', help: help[2] ?? '', samples: [] });
    } else if (type && type[1] === current) families.get(current)!.type = type[2] ?? '';
    else if (sample && (sample[1] ?? '').startsWith(current)) {
      const labels = Object.fromEntries([...(sample[2] ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map((match) => [match[1], match[2]]));
      families
        .get(current)!
        .samples.push({ name: sample[1] ?? '', labels: labels as Record<string, string>, value: valueOf(sample[3] ?? '') });
    } else throw new Error(`cannot be read: ${line}`);
  }
  return families;
}

/** Words of a name that are a unit but not its base, or a total that does not count. Source: prometheus.io/docs/practices/naming */
const NOT_BASE_UNITS =
  /_(milliseconds?|ms|minutes?|hours?|days?|weeks?|bits?|percent|percentages?|points|pp|kilobytes|megabytes|gigabytes|cents?|share(?=$))(_|$)/;

/** What is wrong with names and labels: other units than the base ones, totals that are no counters, one series twice. */
export function namingFaultsOf(families: ReadonlyMap<string, ReadFamily>): string[] {
  const faults: string[] = [];
  for (const [name, { type, help, samples }] of families) {
    const unit = NOT_BASE_UNITS.exec(name)?.[1];
    if (unit !== undefined) faults.push(`${name} is in ${unit}`);
    if (type !== 'counter' && name.endsWith('_total')) faults.push(`${name} is a ${type} whose name ends in _total`);
    if (help.trim() === '') faults.push(`${name} has no help`);
    const seen = new Set<string>();
    for (const sample of samples) {
      const series = `${sample.name}${JSON.stringify(Object.entries(sample.labels).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
      if (seen.has(series)) faults.push(`${series} comes twice`);
      seen.add(series);
    }
  }
  return faults;
}

/** What is wrong with the histograms and counters of an exposition. */
export function faultsOf(families: ReadonlyMap<string, ReadFamily>): string[] {
  const faults: string[] = [];
  for (const [name, { type, samples }] of families) {
    if (samples.length === 0) faults.push(`${name} has no sample`);
    if (type === 'counter' && !name.endsWith('_total')) faults.push(`${name} is a counter whose name does not end in _total`);
    if (type === 'counter') for (const { value } of samples) if (!(value >= 0)) faults.push(`${name} is ${value}`);
    if (type !== 'histogram') continue;
    const groups = new Map<string, Sample[]>();
    for (const sample of samples) {
      const { le, ...rest } = sample.labels;
      const key = JSON.stringify(rest);
      groups.set(key, [...(groups.get(key) ?? []), sample]);
    }
    for (const [labels, group] of groups) {
      const buckets = group
        .filter((sample) => sample.name === `${name}_bucket`)
        .map((sample) => ({ le: valueOf(sample.labels.le ?? ''), count: sample.value }));
      const one = (suffix: string): number => group.find((sample) => sample.name === `${name}${suffix}`)?.value ?? NaN;
      buckets.forEach((bucket, i) => {
        const before = buckets[i - 1] ?? { le: -Infinity, count: 0 };
        if (!(bucket.le > before.le)) faults.push(`${name}${labels}: le ${bucket.le} after ${before.le}`);
        if (!(bucket.count >= before.count))
          faults.push(`${name}${labels}: bucket ${bucket.le} holds ${bucket.count}, the one before ${before.count}`);
      });
      const last = buckets.at(-1);
      if (last?.le !== Infinity) faults.push(`${name}${labels}: no bucket +Inf`);
      if (last?.count !== one('_count')) faults.push(`${name}${labels}: _count ${one('_count')} is not bucket +Inf ${last?.count}`);
      const sum = one('_sum');
      // each observation lies above its bucket's lower edge; counts are rounded, so a little less is allowed
      const least = buckets.reduce((total, { count }, i) => total + (count - (buckets[i - 1]?.count ?? 0)) * (buckets[i - 1]?.le ?? 0), 0);
      if (!(sum >= least * 0.999 - 1)) faults.push(`${name}${labels}: _sum ${sum} is less than its buckets hold, ${least}`);
    }
  }
  return faults;
}
