/** A figure that is guessed, to one digit: "13,000" of 12,990 would say that it was counted. */
export const roughly = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(1)) : value);
