import type { Action } from '../../src/domain/action.ts';
import type { BaselineTable } from '../../src/game/baseline-table.ts';
import { createAfterAnalyst } from '../../src/game/debrief-analyst.ts';
import type { AfterAsk, Opened } from '../../src/game/debrief-asks.ts';
import type { RunFacts } from '../../src/game/debrief-facts.ts';
import { encodeLink } from '../../src/run/link.ts';
import { createRun } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { playbookOf, playbookSchema } from '../../src/scenario/playbook.ts';
import { parse } from 'yaml';
import { PLAYBOOK, spike } from '../scenario/shipped.ts';

export const SPIKE_NIGHT = spike();
const book = playbookOf(playbookSchema.parse(parse(PLAYBOOK.text)));

/** The analyst of the page, with the shipped drill. */
export const analyst = (table: BaselineTable | null = null): AfterAsk =>
  createAfterAnalyst({
    scenario: (id) => Promise.resolve(id === SPIKE_NIGHT.brief.id ? SPIKE_NIGHT : undefined),
    playbook: () => Promise.resolve(book),
    baselines: () => Promise.resolve(table),
  }).answer;

/** Plays a list of acts, each so many seconds after the page, and gives the link. */
export function playNight(
  variant: string,
  acts: readonly (readonly [secondsAfterPage: number, action: Action])[],
  seed = '7',
  scenario: Scenario = SPIKE_NIGHT,
): string {
  const run = createRun(scenario, { seed, variant });
  while (run.observe().pageTick === null && !run.ended) run.advance(run.tick + 15);
  const page = run.observe().pageTick ?? run.tick;
  for (const [seconds, action] of acts) {
    run.advance(page + seconds);
    run.dispatch(action);
  }
  return encodeLink(run.record(), run.finalHash());
}

/** A night with a wrong turn: scaled onto a hot partition, taken back by scaling down, then cached features and the fix. */
export const WRONG_TURN: readonly (readonly [number, Action])[] = [
  [22, { type: 'acknowledge' }],
  [30, { type: 'look-dashboard', dashboard: 'service' }],
  [100, { type: 'look-changes' }],
  [170, { type: 'hypothesis', cause: 'heavy-model', confidence: 30, status: 'open', evidence: [] }],
  [180, { type: 'hypothesis', cause: 'heavy-model', confidence: 10, status: 'excluded', evidence: ['E2'] }],
  [190, { type: 'hypothesis', cause: 'pool-too-small', confidence: 60, status: 'open', evidence: ['E1'] }],
  [200, { type: 'scale', replicas: 16, expect: 'lower' }],
  [215, { type: 'look-dashboard', dashboard: 'business' }],
  [400, { type: 'message', to: 'checkout-lead', blocks: ['users-see', 'impact', 'next-step', 'next-update', 'options'], option: 'rules' }],
  [420, { type: 'look-trace', pick: 'slow' }],
  [670, { type: 'hypothesis', cause: 'pool-too-small', confidence: 5, status: 'excluded', evidence: ['E4'] }],
  [672, { type: 'hypothesis', cause: 'hot-partition', confidence: 80, status: 'supported', evidence: ['E4'] }],
  [680, { type: 'look-dashboard', dashboard: 'feature-store' }],
  [
    745,
    {
      type: 'claim-cause',
      changed: 'hot-keys',
      enters: 'feature-read',
      missed: 'store-by-average',
      confidence: 85,
      evidence: ['E4', 'E5'],
    },
  ],
  [750, { type: 'serve-cached', on: true, expect: 'lower' }],
  [760, { type: 'scale', replicas: 6, expect: 'same' }],
  [1000, { type: 'verify', metric: 'gateway.latency_p95_ms' }],
  [1020, { type: 'rebalance-partition', expect: 'same' }],
  [1300, { type: 'message', to: 'checkout-lead', blocks: ['users-see', 'impact', 'known', 'next-step', 'next-update'] }],
  [1500, { type: 'verify', metric: 'gateway.latency_p95_ms' }],
  [1520, { type: 'resolve' }],
];

export async function openNight(ask: AfterAsk, payload: string): Promise<Extract<Opened, { ok: true }>> {
  const opened = await ask('open', { payload });
  if (!opened.ok) throw new Error(opened.reason);
  return opened;
}

export const factsOfNight = async (ask: AfterAsk, payload: string): Promise<RunFacts> => (await openNight(ask, payload)).run;
