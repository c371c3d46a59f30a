/** What a seed may be: what a person can type, and an address and a file name can hold. */
export const SEED = /^[A-Za-z0-9._-]{1,64}$/;
