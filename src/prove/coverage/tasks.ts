import { policyOf, POLICY_IDS } from '../../policy/policies.ts';
import { playPolicy, playTogether, type Policy } from '../../policy/policy.ts';
import { decodeLink } from '../../run/link.ts';
import { playRecord } from '../../run/run.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { seedsFrom } from '../variants.ts';
import { CHECKS, elementsOf } from './elements.ts';
import { Finds, type Find, type Known } from './finds.ts';
import { playsFor } from './plays.ts';
import { restingOn, sightingsIn, type Sighting } from './sightings.ts';

/** A piece of the work that can be done apart from all others: plain data, with plain data for an answer. */
export type CoverageTask =
  | { readonly task: 'policies'; readonly variant: string } // what players show who know nothing of coverage
  | { readonly task: 'twists'; readonly variant: string; readonly known: Known } // what runs show that are made for one element each
  | { readonly task: 'replay'; readonly link: string; readonly claims: readonly Sighting[] }; // whether a run shows what is claimed of it

interface Answers {
  readonly policies: readonly Find[];
  readonly twists: readonly Find[];
  readonly replay: readonly boolean[]; // of each claim
}
export type CoverageAnswer<T extends CoverageTask> = Answers[T['task']];

const PLAYERS = ['expert', ...POLICY_IDS.filter((id) => id !== 'expert' && id !== 'none').reverse()]; // the best first
const PICKING = ['expert', 'investigator', 'runbook']; // the others pick by chance, or the same whatever happened
const SEED = '1';
const RANDOM_SEEDS = seedsFrom(2, 3); // more nights for the one whose acts differ by seed
const TWIST_SEEDS = seedsFrom(1, 2); // another night where the first did not show it

/** The same player, who picks no prevention afterwards: proving picks takes several nights a run. */
const withoutPicks = ({ id, begin }: Policy): Policy => ({
  id,
  begin: (context) => {
    const decide = begin(context);
    return (view) => {
      const decision = decide(view);
      return 'act' in decision && decision.act.type === 'pick-preventions' ? { act: { ...decision.act, items: [] } } : decision;
    };
  },
});

function byPolicies(scenario: Scenario, variant: string): readonly Find[] {
  const finds = new Finds();
  const player = (id: string): Policy => {
    const policy = policyOf(id, scenario, variant);
    return PICKING.includes(id) ? policy : withoutPicks(policy);
  };
  const together = playTogether(scenario, PLAYERS.map(player), { seed: SEED, variant });
  const others = RANDOM_SEEDS.map((seed) => playPolicy(scenario, player('random'), { seed, variant }));
  for (const run of [...together, ...others]) {
    const trace = run.trace();
    finds.note(sightingsIn(scenario, trace), trace);
  }
  return finds.found();
}

function byTwists(scenario: Scenario, variant: string, known: Known): readonly Find[] {
  const finds = new Finds(known);
  const all = [...elementsOf(scenario), ...CHECKS].map((element) => ({ element, plays: playsFor(scenario, variant, element) }));
  const rounds = Math.max(0, ...all.map(({ plays }) => plays.length));
  for (const seed of TWIST_SEEDS)
    for (let round = 0; round < rounds; round += 1) {
      const wanted = all.flatMap(({ element, plays }) => {
        const policy = plays[round];
        return policy !== undefined && finds.wants(element) ? [{ element, policy }] : [];
      });
      if (wanted.length === 0) continue;
      const runs = playTogether(scenario, wanted.map(({ policy }) => policy), { seed, variant }); // prettier-ignore
      wanted.forEach(({ element }, i) => {
        const trace = runs[i]!.trace();
        finds.note(sightingsIn(scenario, trace), trace);
        if (element.kind === 'tell' && finds.wants(element)) finds.note(restingOn(scenario, trace, element.tell.id), trace);
      });
    }
  return finds.found();
}

const same = (a: Sighting, b: Sighting): boolean => a.id === b.id && a.way === b.way && a.tick === b.tick && a.tell === b.tell;

function replayed(scenario: Scenario, link: string, claims: readonly Sighting[]): readonly boolean[] {
  const decoded = decodeLink(link);
  if (!decoded.ok || decoded.record.contentHash !== scenario.contentHash) return claims.map(() => false);
  const run = playRecord(scenario, decoded.record, { checkpoints: false });
  if (run.finalHash() !== decoded.finalHash) return claims.map(() => false);
  const trace = run.trace();
  const tells = [...new Set(claims.flatMap(({ tell }) => tell ?? []))];
  const shown = [...sightingsIn(scenario, trace), ...tells.flatMap((tell) => restingOn(scenario, trace, tell))];
  return claims.map((claim) => shown.some((sighting) => same(sighting, claim)));
}

/** Does one piece of the work. */
export function doCoverageTask<T extends CoverageTask>(scenario: Scenario, task: T): CoverageAnswer<T> {
  const answer = (): CoverageAnswer<CoverageTask> => {
    switch (task.task) {
      case 'policies':
        return byPolicies(scenario, task.variant);
      case 'twists':
        return byTwists(scenario, task.variant, task.known);
      case 'replay':
        return replayed(scenario, task.link, task.claims);
    }
  };
  return answer() as CoverageAnswer<T>;
}
