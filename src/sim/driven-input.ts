/** A fault's path over one physical input, seconds after the onset. */
export interface DrivenInput {
  readonly name: string; // "part.input"
  readonly at: Float64Array; // s after the onset, ascending
  readonly values: Float64Array;
}

/** The value of a fault path `seconds` after the onset: linear between knots, held after the last; NaN before the first. */
export function pathValue(path: DrivenInput, seconds: number): number {
  const { at, values } = path;
  const last = at.length - 1;
  if (seconds < at[0]!) return NaN;
  if (seconds >= at[last]!) return values[last]!;
  let k = 1;
  while (at[k]! < seconds) k++;
  const from = at[k - 1]!;
  return values[k - 1]! + ((values[k]! - values[k - 1]!) * (seconds - from)) / (at[k]! - from);
}
