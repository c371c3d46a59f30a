/** Mean and spread of a sample. */
export interface Moments {
  readonly rows: number;
  readonly mean: number; // NaN of no rows
  readonly variance: number; // unbiased, over rows − 1; NaN below two rows
  readonly populationSd: number; // over rows; NaN of no rows
}

/** Two passes, so that a large mean takes no digits from the spread. @param values none missing */
export function momentsOf(values: ArrayLike<number>): Moments {
  const rows = values.length;
  let sum = 0;
  for (let i = 0; i < rows; i += 1) sum += values[i] as number;
  const mean = sum / rows;
  let squares = 0;
  for (let i = 0; i < rows; i += 1) {
    const off = (values[i] as number) - mean;
    squares += off * off;
  }
  return { rows, mean, variance: rows > 1 ? squares / (rows - 1) : NaN, populationSd: Math.sqrt(squares / rows) };
}
