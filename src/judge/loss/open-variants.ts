import type { Evidence } from '../../domain/evidence.ts';
import type { Tick } from '../../domain/time.ts';
import { marksIn, partsOf, standingOf, type SeenMark, type Standing } from '../../policy/signatures/standing.ts';
import { namedSignature, signatureOfInputs, type SignatureId } from '../../policy/signatures/table.ts';
import type { RunTrace } from '../../run/trace.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { openTruth, type Fault, type Variant } from '../../scenario/truth.ts';
import { firstEffectTick } from '../changes.ts';
import { asReadAt } from '../knowledge.ts';

/** Why a variant no longer comes into question: marks of its signature that evidence spoke against. */
export interface Excluded {
  readonly variant: string;
  readonly by: readonly { readonly evidence: string; readonly mark: string; readonly holds: boolean; readonly tick: Tick }[];
}

/** Which variants the evidence opened by a tick leaves open. */
export interface OpenVariants {
  readonly open: readonly string[];
  readonly excluded: readonly Excluded[];
  readonly signatures: readonly SignatureId[]; // of the open ones
}

const marksOfFault = (faults: readonly Fault[], system: Variant['system']): string[] => [
  ...faults.map((fault) => `${fault.part}.${fault.input}`),
  ...Object.entries(system).map(([path, value]) => `${path}=${value}`),
];

/** The signature that each variant's faults would leave; null where the table has none, so that nothing excludes it. */
export function signaturesOf(scenario: Scenario): ReadonlyMap<string, SignatureId | null> {
  const { variants } = openTruth(scenario.sealed);
  return new Map(
    variants.map(({ id, faults, system, signature }) => [id, namedSignature(signature) ?? signatureOfInputs(marksOfFault(faults, system))]),
  );
}

/**
 * What a run's evidence leaves open, by the same table of signatures that the investigator reads it by. A dashboard stays live, so it
 * also speaks as it read at the moment in question.
 */
export function openVariants(scenario: Scenario, trace: RunTrace): (tick: Tick) => OpenVariants {
  const signatures = signaturesOf(scenario);
  const parts = partsOf(scenario.brief);
  const candidates = [...new Set([...signatures.values()].filter((id) => id !== null))];
  const to = firstEffectTick(trace);
  const known = new Map<Evidence, readonly SeenMark[]>();
  const atReturn = (evidence: Evidence): readonly SeenMark[] => {
    const marks = known.get(evidence) ?? marksIn(evidence, parts);
    known.set(evidence, marks);
    return marks;
  };
  const standingAt = (tick: Tick): Standing => {
    const seen = trace.evidence
      .filter((evidence) => evidence.tick <= tick)
      .flatMap((evidence) => {
        const live = asReadAt(evidence, trace, Math.min(tick, to));
        return live === evidence ? atReturn(evidence) : [...atReturn(evidence), ...marksIn(live, parts)];
      });
    return standingOf(candidates, seen, { from: trace.pageTick, to });
  };
  return (tick) => {
    const { open, against } = standingAt(tick);
    const isOpen = (id: SignatureId | null): boolean => id === null || open.includes(id);
    const excluded = [...signatures].flatMap(([variant, id]): Excluded[] =>
      id === null || isOpen(id)
        ? []
        : [{ variant, by: (against.get(id) ?? []).map(({ evidence, mark, holds, tick: at }) => ({ evidence, mark, holds, tick: at })) }],
    );
    return { open: [...signatures].filter(([, id]) => isOpen(id)).map(([variant]) => variant), excluded, signatures: open };
  };
}
