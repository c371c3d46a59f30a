/**
 * 0, held as a double. A field that starts as a small integer and becomes a fraction later changes the shape of its object, and every
 * function that was compiled for the old shape is compiled again; a field that starts with this never does.
 */
export const ZERO = new Float64Array(1)[0] as number;

/** 1, held as a double. */
export const ONE = ZERO + 1;
