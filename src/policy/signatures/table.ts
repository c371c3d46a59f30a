import { EXPOSURE_SIGNATURES } from './exposure.ts';
import { SCORING_SIGNATURES } from './scoring.ts';
import { SERVING_SIGNATURES } from './serving.ts';
import type { Signature } from './signature.ts';

/**
 * The one table by which an investigator reads evidence. Nothing in it knows a scenario: what a row says holds wherever the parts it
 * speaks of are in the system.
 */
export const SIGNATURES = { ...SERVING_SIGNATURES, ...SCORING_SIGNATURES, ...EXPOSURE_SIGNATURES } as const satisfies Record<
  string,
  Signature
>;

export type SignatureId = keyof typeof SIGNATURES;
export const SIGNATURE_IDS = Object.keys(SIGNATURES) as readonly SignatureId[];

/**
 * The signature of a fault; null where the table has none.
 * @param inputs that it drives, "part.input", and settings of its variant, "part.setting=value"
 */
export const signatureOfInputs = (inputs: readonly string[]): SignatureId | null =>
  SIGNATURE_IDS.find((id) => (SIGNATURES[id] as Signature).inputs.some((input) => inputs.includes(input))) ?? null;

/** The signature of a name; null where the table has no such row. */
export const namedSignature = (name: string | null): SignatureId | null => SIGNATURE_IDS.find((id) => id === name) ?? null;
