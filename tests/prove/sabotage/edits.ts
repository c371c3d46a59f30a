import type { ClaimId } from '../../../src/prove/row.ts';

/** A text with some words replaced, each of which must be there exactly once. */
function edited(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((now, [from, to]) => {
    if (now.split(from).length !== 2) throw new Error(`expected to find once: ${from}`);
    return now.replace(from, () => to);
  }, text);
}

/**
 * What is done to the honest drill so that one claim fails, and no other. Each is a fault that a writer of scenarios could make.
 */
export const SABOTAGE: Readonly<Record<ClaimId, { readonly says: string; readonly edit: (text: string) => string }>> = {
  solvable: {
    says: 'recommends the dearer of two ways out first',
    edit: (text) =>
      edited(text, [
        '[{type: shift-traffic, version: v41, share: {atLeast: 0.5, atMost: 0.68}}, {type: rollback}], needs: [release-tonight',
        '[{type: rollback}, {type: shift-traffic, version: v41, share: {atLeast: 0.5, atMost: 0.68}}], needs: [release-tonight',
      ]),
  },
  apt: {
    says: 'starts pods in two seconds and knows of one slow way out only, so that more pods are better than going back',
    edit: (text) =>
      edited(
        text,
        ['rollout.candidatePods: 4}', 'rollout.candidatePods: 4, model-server.bootMedianSeconds: 2}'],
        [
          '[{type: shift-traffic, version: v41, share: {atLeast: 0.5, atMost: 0.68}}, {type: rollback}], needs: [release-tonight',
          '[{type: rollback}], needs: [release-tonight',
        ],
        [
          '[{type: rollback}, {type: shift-traffic, version: v41, share: {atLeast: 0.5, atMost: 0.68}}], needs: [customers-hit',
          '[{type: rollback}], needs: [customers-hit',
        ],
      ),
  },
  losable: {
    says: 'claims that more can be saved than can be, so that a cause costs less than it says when nothing is done',
    edit: (text) => edited(text, ['floorEur: 500', 'floorEur: 3500']),
  },
  memorisable: {
    says: 'lets one pair of changes count everywhere, whatever was seen, and calls none of them harmful',
    edit: (text) => {
      const needs = 'needs: [customers-hit, errors-up]';
      const step = (change: string): string =>
        `      - {any: [{type: ${change}}], ${needs}, says: "One answer for all.", cites: [g1-q10-rollback-options]}\n`;
      return text
        .replaceAll(
          /((?: {4}mitigate:\n)(?: {6}.*\n)+)( {4}fix:\n(?: {6}.*\n)+)/g,
          (_, mitigate: string, fix: string) => `${mitigate}${step('rollback')}${fix}${step('raise-max-replicas')}`,
        )
        .replace(/ {2}rollback-false-calm: (?:.*\n){2}/, '')
        .replace(/ {2}rollback-fewer-pods: (?:.*\n){2}/, '');
    },
  },
  checklist: {
    says: 'takes the first way back for the fix as well, and offers first the preventions that help against a release: a list is nearly enough',
    edit: (text) => {
      const fix = '[{type: repoint-champion, version: v41}';
      const lines = edited(text, [`${fix}], needs: [release-tonight`, `${fix}, {type: rollback}], needs: [release-tonight`]).split('\n');
      const at = (id: string): number => lines.findIndex((line) => line.startsWith(`  ${id}: {title`));
      const take = (id: string): string[] => lines.slice(at(id), at(id) + 2);
      const order = ['canary-latency-gate', 'distil', 'slo-burn-alert', 'circuit-breaker', 'feature-fetch-tracing', 'autoscaling-headroom'];
      const block = order.flatMap(take);
      lines.splice(at('canary-latency-gate'), block.length, ...block);
      return lines.join('\n');
    },
  },
  identifiable: {
    says: 'calls something the cause that nothing in the evidence points to',
    edit: (text) => edited(text, ['enters: every-queue, missed: silent-ceiling', 'enters: every-queue, missed: weekly-drift']),
  },
  alike: {
    says: 'has one variant that is slower than the others when it pages',
    edit: (text) => edited(text, ['[300, 3.8783], [345, 4.0859]', '[300, 4.1], [345, 4.3]']),
  },
  preventions: {
    says: 'states of a prevention that it helps where it changes nothing',
    edit: (text) =>
      edited(text, [
        'set: {model-server.versions.v42.heavyCardCost: 0.5}, effects: {deploy: better}',
        'set: {model-server.versions.v42.heavyCardCost: 0.5}, effects: {deploy: better, traffic: better}',
      ]),
  },
  worse: {
    says: 'takes four hours to do anything that could hurt, so that nothing is worse than doing nothing',
    edit: (text) => {
      const late = (...types: readonly string[]): string =>
        types.map((type) => `delays.${type}.from: 14400, delays.${type}.to: 14400`).join(', ');
      const system = (cause: string, settings: string): [string, string] => [`${cause}}\n`, `${cause}}\n    system: {${settings}}\n`];
      return edited(
        text,
        ['rollout.candidatePods: 4}', `rollout.candidatePods: 4, ${late('restart', 'shed')}}`],
        system('hypothesis: hot-partition', late('restart', 'shed', 'scale')),
        system('hypothesis: pool-too-small', late('restart')),
        system('hypothesis: supplier-timeouts', `${late('restart', 'shed', 'set-timeout')}, business.eurPerDegraded: 0.00005`),
      );
    },
  },
};
