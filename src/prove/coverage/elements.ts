import { CITES } from '../../judge/weights.ts';
import type { Prevention } from '../../scenario/brief.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { openTruth, type Harmful, type Step, type Tell } from '../../scenario/truth.ts';

/** Something that cites playbook entries: a piece of a scenario, or a check that all scenarios have in common. */
export interface Citing {
  readonly name: string; // its place: "tells.surge", "traffic.mitigate.1", "checks.trust"
  readonly cites: readonly string[];
}

/** A citing piece with what it takes to play a run that brings it up. */
export type Element = Citing &
  (
    | { readonly kind: 'tell'; readonly tell: Tell }
    | { readonly kind: 'urgent'; readonly step: Step }
    | { readonly kind: 'mitigate' | 'fix'; readonly variant: string; readonly step: Step }
    | { readonly kind: 'leave-alone'; readonly variant: string }
    | { readonly kind: 'harmful'; readonly variants: readonly string[]; readonly harmful: Harmful }
    | { readonly kind: 'prevention'; readonly item: Prevention; readonly variants: readonly string[] } // where it is said to help
    | { readonly kind: 'beat' }
    | { readonly kind: 'check'; readonly check: keyof typeof CITES }
  );

function harmfulElements(scenario: Scenario): readonly Element[] {
  const { variants } = openTruth(scenario.sealed);
  const byId = new Map<string, { readonly harmful: Harmful; readonly variants: string[] }>();
  for (const variant of variants)
    for (const harmful of variant.harmful) {
      const known = byId.get(harmful.id) ?? { harmful, variants: [] };
      known.variants.push(variant.id);
      byId.set(harmful.id, known);
    }
  return [...byId].map(([id, one]): Element => ({ kind: 'harmful', name: `harmful.${id}`, cites: one.harmful.cites, ...one }));
}

/** Everything of a scenario that cites, each once, in the order of the file. */
export function elementsOf(scenario: Scenario): readonly Element[] {
  const { brief } = scenario;
  const { variants, tells } = openTruth(scenario.sealed);
  const steps = variants.flatMap(({ id, recommended }) =>
    (['mitigate', 'fix'] as const).flatMap((kind) =>
      recommended[kind].map((step, i): Element => ({ kind, name: `${id}.${kind}.${i}`, cites: step.cites, variant: id, step })),
    ),
  );
  const left = variants.flatMap(({ id, recommended: { leaveAlone } }): Element[] =>
    leaveAlone === null ? [] : [{ kind: 'leave-alone', name: `${id}.leaveAlone`, cites: leaveAlone.cites, variant: id }],
  );
  const urgent = variants[0]?.recommended.withoutCause ?? []; // the same for every variant
  const helpedBy = (id: string): readonly string[] => variants.filter((one) => one.preventionEffects[id] === 'better').map((one) => one.id);
  return [
    ...steps,
    ...left,
    ...tells.map((tell): Element => ({ kind: 'tell', name: `tells.${tell.id}`, cites: tell.cites, tell })),
    ...urgent.map((step, i): Element => ({ kind: 'urgent', name: `withoutCause.${i}`, cites: step.cites, step })),
    ...harmfulElements(scenario),
    ...brief.preventions.map((item): Element => ({
      kind: 'prevention',
      name: `preventions.${item.id}`,
      cites: item.cites,
      item,
      variants: helpedBy(item.id),
    })),
    ...brief.story.map(({ beat, cites }): Element => ({ kind: 'beat', name: `story.${beat}`, cites })),
  ];
}

/** The checks that every run is judged by. */
export const CHECKS: readonly Element[] = (Object.keys(CITES) as (keyof typeof CITES)[]).map((check) => ({
  kind: 'check',
  name: `checks.${check}`,
  cites: CITES[check],
  check,
}));
