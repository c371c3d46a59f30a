/**
 * Writes to every field of a record and leaves its value. Engines take a field for a constant that was only written when its record
 * was made, build that into compiled code, and throw the code away at the first change: in a world whose first change of a kind may
 * come after minutes, over and over in the midst of an episode. A record so treated, and any made alike, is known to change.
 * @returns the record, with the values that it had
 */
export function changeable<T extends object>(record: T): T {
  const fields = record as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    fields[key] = otherThan(value);
    fields[key] = value;
  }
  return record;
}

/** The same for a whole state: for the records in its fields and lists, and for those in them; frozen ones are left alone. */
export function allChangeable<T extends object>(state: T): T {
  for (const value of Object.values(changeable(state))) {
    if (isRecord(value)) allChangeable(value);
    else if (Array.isArray(value)) for (const item of value) if (isRecord(item)) allChangeable(item);
  }
  return state;
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype && !Object.isFrozen(value);

/** A value of the same kind: another kind would change how the field is held. */
function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value === 1 ? 2 : 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return value === '' ? '-' : '';
  return value === null ? undefined : null;
}
