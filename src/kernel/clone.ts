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
    const length = value.length;
    const result = new Array<unknown>(length);
    for (let i = 0; i < length; i += 1) result[i] = copy(value[i]);
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
