/** Deep copy of a state: plain objects, arrays, typed arrays, and values. Anything else is refused by name. */
export function cloneState<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new TypeError(`cloneState expected plain data, got a ${typeof value}`);
    return value;
  }
  if (Array.isArray(value)) {
    if (value.every(isNumber)) return value.slice(); // stays an array of numbers alone, which engines read fastest
    const result: unknown[] = []; // grown, not made to length: an array with holes is read more slowly for good
    for (const item of value) result.push(copy(item));
    return result;
  }
  if (ArrayBuffer.isView(value)) {
    if (value instanceof DataView) throw new TypeError('cloneState expected plain data or a typed array, got a DataView');
    return (value as Float64Array).slice();
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`cloneState expected a plain object, got ${(value as object).constructor.name}`);
  }
  const source = value as Record<string, unknown>;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(source)) {
    if (key === '__proto__')
      Object.defineProperty(result, key, { value: copy(source[key]), enumerable: true, configurable: true, writable: true });
    else result[key] = copy(source[key]);
  }
  return result;
}

/**
 * Deep copy of a state into another of the same make, which must own all it holds: what the two have in common keeps its place, so
 * that engines go on reading one shape of object whether a state was made or copied. Anything but plain data is refused by name.
 * @returns the target
 */
export function copyInto<T extends object>(target: T, source: T): T {
  const [to, from] = [target as Record<string, unknown>, source as Record<string, unknown>];
  const keys = Object.keys(from);
  for (const key of keys) to[key] = copyOver(to[key], from[key]);
  if (Object.keys(to).length !== keys.length) for (const key of Object.keys(to)) if (!Object.hasOwn(from, key)) delete to[key];
  return target;
}

function copyOver(old: unknown, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || typeof old !== 'object' || old === null) return copy(value);
  if (old instanceof Float64Array && value instanceof Float64Array && old.length === value.length) {
    old.set(value);
    return old;
  }
  if (Array.isArray(old) && Array.isArray(value) && !value.every(isNumber)) {
    old.length = Math.min(old.length, value.length);
    for (let i = 0; i < value.length; i += 1) old[i] = copyOver(old[i], value[i]);
    return old;
  }
  return isPlain(old) && isPlain(value) ? copyInto(old, value) : copy(value);
}

const isNumber = (value: unknown): boolean => typeof value === 'number';
const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;
