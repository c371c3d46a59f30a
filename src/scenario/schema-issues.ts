import type { z } from 'zod';
import type { Issue, Path } from './fault-list.ts';
import { closest, meant } from './nearest.ts';

const clean = (path: readonly PropertyKey[]): Path => path.map((step) => (typeof step === 'number' ? step : String(step)));

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

type Inner = { readonly def: Readonly<Record<string, unknown>> };

// The field names that an object schema knows, for the object at a path; none where the path leaves objects and lists.
function fieldsAt(schema: z.ZodType, data: unknown, path: readonly PropertyKey[]): readonly string[] {
  let at: unknown = schema;
  const unwrap = (): void => {
    for (let i = 0; i < 10; i += 1) {
      const inner = (at as Inner | undefined)?.def.innerType;
      if (inner === undefined) return;
      at = inner;
    }
  };
  for (let i = 0; i <= path.length; i += 1) {
    unwrap();
    const def = (at as Inner | undefined)?.def;
    if (def === undefined) return [];
    if (def.type === 'union' && typeof def.discriminator === 'string') {
      const held = valueAt(data, [...path.slice(0, i), def.discriminator]);
      at = (def.options as readonly { readonly shape: Record<string, { readonly value?: unknown }> }[]).find(
        (option) => option.shape[def.discriminator as string]?.value === held,
      );
      unwrap();
    } else if (def.type === 'union') {
      at = (def.options as readonly Inner[]).find((option) => option.def.type === 'object');
      unwrap();
    }
    const found = at as (Inner & { readonly shape?: Record<string, unknown> }) | undefined;
    if (i === path.length) return found?.shape === undefined ? [] : Object.keys(found.shape);
    const step = path[i] as PropertyKey;
    if (found?.shape !== undefined) at = found.shape[String(step)];
    else if (found?.def.type === 'array') at = found.def.element;
    else if (found?.def.type === 'record') at = found.def.valueType;
    else if (found?.def.type === 'tuple') at = (found.def.items as readonly unknown[])[step as number];
    else return [];
  }
  return [];
}

function unknownField(key: string, known: readonly string[]): string {
  const [near] = meant(key, known);
  if (near !== undefined) return `unknown field "${key}"; did you mean "${near}"?`;
  return known.length === 0 ? `unknown field "${key}"` : `unknown field "${key}"; expected one of ${known.join(', ')}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a map of fields',
  record: 'a map of names',
  null: 'nothing',
};

function gotText(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return value.length > 40 ? `the text "${value.slice(0, 37)}…"` : `the text "${value}"`;
  return String(value);
}

const quoted = (values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value))).join(', ');

const MOST_LISTED = 12; // options that an author reads through

/** That a value is none of some kinds: all of them where they are few, else those that may have been meant. */
function kindText(kind: string, options: readonly string[], value: unknown): string {
  const got = value === undefined ? '' : `, got ${gotText(value)}`;
  const lead = value === undefined ? 'missing; ' : '';
  if (options.length <= MOST_LISTED) return `${lead}expected ${options.length === 0 ? 'a known one' : `one of ${quoted(options)}`}${got}`;
  const slips = typeof value === 'string' ? meant(value, options) : [];
  if (slips.length > 0) return `there is no ${kind} ${quoted([value])}; did you mean ${quoted(slips)}?`;
  const near = typeof value === 'string' ? closest(value, options) : options.slice(0, 3);
  return near.length === 0 || typeof value !== 'string'
    ? `${lead}expected one of ${options.length} names such as ${quoted(options.slice(0, 3))}${got}`
    : `there is no ${kind} ${quoted([value])}; the closest of ${options.length} ${near.length === 1 ? 'is' : 'are'} ${quoted(near)}`;
}

function messageOf(issue: z.core.$ZodIssue, value: unknown): string {
  const got = value === undefined ? '' : `, got ${gotText(value)}`;
  const lead = value === undefined ? 'missing; ' : '';
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('expected')
        ? `${lead}${issue.message}${got}`
        : `${lead}expected ${KINDS[issue.expected] ?? issue.expected}${got}`;
    case 'invalid_value':
      return `${lead}expected ${issue.values.length > 1 ? 'one of ' : ''}${quoted(issue.values)}${got}`;
    case 'too_small':
    case 'too_big': {
      if (issue.message.startsWith('expected')) return issue.message;
      const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum;
      const items = issue.origin === 'array' ? ' items' : issue.origin === 'string' ? ' characters' : '';
      const size = Array.isArray(value) ? `, got ${value.length}` : got;
      const side =
        issue.code === 'too_small'
          ? issue.inclusive === false
            ? 'more than'
            : 'at least'
          : issue.inclusive === false
            ? 'less than'
            : 'at most';
      return `expected ${side} ${String(bound)}${items}${size}`;
    }
    case 'invalid_union':
      if ('discriminator' in issue && issue.discriminator !== undefined && issue.errors.length === 0)
        return kindText(issue.discriminator, 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [], value);
      return issue.message.startsWith('expected') ? `${lead}${issue.message}${got}` : `${lead}expected another form of value${got}`;
    case 'invalid_format':
      return `${issue.message.startsWith('expected') ? issue.message : 'expected another form'}${got}`;
    default:
      return issue.message;
  }
}

/** Every fault that a schema finds in data, in an author's words, with where it lies. */
export function schemaIssues(schema: z.ZodType, data: unknown): readonly Issue[] {
  const result = schema.safeParse(data);
  if (result.success) return [];
  const { issues } = result.error;
  const ofWrongType = new Set(issues.filter(({ code }) => code === 'invalid_type').map((issue) => JSON.stringify(clean(issue.path))));
  return issues.flatMap((issue): Issue[] => {
    const path = clean(issue.path);
    // how long a value is says nothing where it is of the wrong kind
    if ((issue.code === 'too_small' || issue.code === 'too_big') && ofWrongType.has(JSON.stringify(path))) return [];
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, data, issue.path);
      return issue.keys.map((key) => ({ path: [...path, key], message: unknownField(key, known), on: 'key' as const }));
    }
    if (issue.code === 'invalid_key') return [{ path, message: issue.issues[0]?.message ?? 'not allowed as a name', on: 'key' }];
    return [{ path, message: messageOf(issue, valueAt(data, issue.path)) }];
  });
}
